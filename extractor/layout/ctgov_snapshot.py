"""Sectioned mirror pages of ClinicalTrials.gov ("Get a concise snapshot of the trial …").

Each section has a heading and a blurb, fields stand below labels of their own, nothing is glued but the other
names.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eligibility import put_criteria
from extractor.layout.field_kinds import Put, unread, unread_section
from extractor.layout.fields import SHARED
from extractor.layout.headings import by_name, cut, heading_name
from extractor.layout.page import Page
from extractor.layout.scattered import may_head, out_of_order, stray_items
from extractor.layout.site_list import SiteList
from extractor.layout.snapshot_groups import put_groups, put_interventions
from extractor.layout.snapshot_people import put_officials, put_responsible_party, put_sponsors
from extractor.layout.snapshot_rest import (
    put_other_identifiers,
    put_other_names,
    put_references,
    put_results,
)
from extractor.layout.sniffing import Layout, Sniff, weigh
from extractor.layout.trial_identifiers import put_identifier, put_primary
from extractor.normalise.dates import partial_date
from extractor.normalise.identifiers import scheme_of
from extractor.records.draft import Draft
from extractor.records.identifiers import IdRole
from extractor.records.source import PageKind
from extractor.structure.lines import Line, paragraphs
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

NAME = "ctgov-snapshot"
_BLURBS = {
    "Get a concise snapshot": "basic_information",
    "Review the sponsor-provided": "brief_summary",
    "Dive into the extended": "description",
    "See the medical conditions": "conditions",
    "Understand how the trial": "design",
    "Review each arm or cohort": "arms",
    "Learn about the drugs": "interventions",
    "Discover alternative or legacy": "other_names",
    "Check the participation": "eligibility",
    "Meet the organizations": "sponsors",
    "Identify the individual": "responsible_party",
    "Learn about the lead": "investigators",
    "Explore where the study": "location_list",
    "Review the countries": "countries",
    "Explore related publications": "references",
    "Review additional registry": "other_identifiers",
    "Additional clinical trials that may": "related_trials",
}
"""How the site's own sentence below a heading begins, and the section it introduces."""
_ORDER = (
    *("results", "basic_information", "status", "clinical_phase", "enrollment", "study_type", "start_date"),
    *("primary_completion_date", "completion_date", "brief_summary", "official_title", "description"),
    *("conditions", "keywords", "design", "allocation", "intervention_model", "primary_purpose", "masking"),
    *("arms", "interventions", "other_names", "eligibility", "inclusion", "exclusion", "minimum_age"),
    *("maximum_age", "sex", "healthy_volunteers", "sponsors", "responsible_party", "investigators"),
    *("location_list", "countries", "references", "other_identifiers", "related_trials"),
)
"""Its headings as they follow each other."""
_BLURB = re.compile(rf"(?P<opening>{'|'.join(map(re.escape, _BLURBS))})\b.*")
_NCT = re.compile(r"[A-Z][^:]{1,40}:\s*(?P<value>NCT\d{8})")
_OWN = re.compile(r"NCT ID:\s*NCT\d{8}")
_UPDATED = re.compile(r"Last Updated:\s*(?P<value>.+)")
_READERS: dict[str, Put] = {
    **SHARED,
    "results": put_results,
    "sponsors": put_sponsors,
    "responsible_party": put_responsible_party,
    "investigators": put_officials,
    "references": put_references,
    "other_identifiers": put_other_identifiers,
}
_READ_APART = frozenset(
    {"interventions", "arms", "other_names", "location_list", "countries", "inclusion", "exclusion"}
)
_FURNITURE = frozenset({"related_trials"})
_MANY_BLURBS = 3
_FEW_ASTRAY = 3


def sniff(page: Page) -> Sniff:
    """Its blurbs, and the identifier and date below the title."""
    texts = [line.content.text for line in page.printed]
    blurbs = sum(bool(_BLURB.fullmatch(text)) for text in texts)
    return weigh(
        [
            (blurbs >= _MANY_BLURBS, 0.6, f"{blurbs} of its section blurbs"),
            (any(_NCT.fullmatch(text) for text in texts[:6]), 0.3, "NCT ID below the title"),
            (any(_UPDATED.fullmatch(text) for text in texts[:8]), 0.1, "Last Updated below the title"),
        ]
    )


def read(page: Page) -> Draft:
    """Read a snapshot page."""
    builder = DraftBuilder(NAME, PageKind.REGISTRY_PAGE)
    sections = [_without_blurb(section) for section in cut(page.lines, _naming(page))]
    _put_top(builder, sections[0])
    named = by_name(sections[1:])
    known = put_interventions(builder, named.get("interventions"))
    put_groups(builder, named.get("arms"), known)
    put_other_names(builder, named.get("other_names"))
    for section in sections[1:]:
        if section.name in _READERS:
            _READERS[section.name](builder, section)
        elif section.name not in _READ_APART | _FURNITURE:
            unread_section(builder, section)
    _put_sites(builder, named)
    put_criteria(builder, named)
    return builder.draft()


def _disorder(page: Page) -> str:
    """Whether its lines are shuffled: headings in another order, and others where none of them belong."""
    said = out_of_order(page, _ORDER)
    return said if said and (_astray(page) or stray_items(page.lines)) else ""


def _astray(page: Page) -> bool:
    """Whether the top stands below a section's sentence, or such sentences below other sections' headings."""
    seen = False
    for line in page.printed:
        seen = seen or line.content.match(_BLURB) is not None
        if seen and (line.content.match(_OWN) or line.content.match(_UPDATED)):
            return True
    astray = [
        not may_head(above, {_BLURBS[match.group("opening")]})
        for above, line in pairwise(page.printed)
        if (match := line.content.match(_BLURB))
    ]
    return sum(astray) >= _FEW_ASTRAY


LAYOUT = Layout(NAME, sniff, read, _disorder)


def _naming(page: Page) -> Callable[[Line], str | None]:
    """What a line is the heading of: the site's sentence below it says so, whatever its own words."""
    below = {
        line.number: _BLURBS[match.group("opening")]
        for line, following in pairwise(page.printed)
        if (match := following.content.match(_BLURB))
    }
    return lambda line: below.get(line.number) or heading_name(line)


def _without_blurb(section: Section) -> Section:
    lines: list[Line] = [line for line in section.lines if not line.content.match(_BLURB)]
    return Section(section.name, section.heading, tuple(lines))


def _put_top(builder: DraftBuilder, section: Section) -> None:
    """The title, the identifier, the date of the last update."""
    first, *rest = _from_title(builder, _below_other_numbers(builder, paragraphs(section.lines))) or (None,)
    if any(words.match(_NCT) or words.match(_UPDATED) for words in filter(None, rest)):
        builder.say("/brief_title", first)
    elif first:
        unread(builder, "/brief_title", "A title without number or date below it", first)
    for words in filter(None, rest):
        if match := words.match(_NCT):
            put_primary(builder, words.group(match, "value"))
        elif match := words.match(_UPDATED):
            value = words.group(match, "value")
            if date := partial_date(value.text):
                builder.put("/source/last_updated", {"date": date}, value)
            else:
                unread(builder, "/source/last_updated", "The date", value)
        else:
            unread(builder, "/brief_title", "A paragraph below the title", words)


def _from_title(builder: DraftBuilder, pieces: tuple[Slice, ...]) -> tuple[Slice, ...]:
    """The paragraphs from the title on, which stands right above the identifier."""
    numbered = next((at for at, words in enumerate(pieces) if words.match(_NCT)), 0)
    for words in pieces[: max(0, numbered - 1)]:
        unread(builder, "/brief_title", "A paragraph above the title", words)
    return pieces[max(0, numbered - 1) :]


def _below_other_numbers(builder: DraftBuilder, pieces: tuple[Slice, ...]) -> tuple[Slice, ...]:
    """The paragraphs without identifiers of other trials that stand alone above the title."""
    for at, words in enumerate(pieces):
        scheme = scheme_of(words.text)
        if scheme is None:
            return pieces[at:]
        put_identifier(builder, words, scheme, IdRole.CITED)
    return ()


def _put_sites(builder: DraftBuilder, named: dict[str, Section]) -> None:
    sites = SiteList(builder, countries=False)
    if "location_list" in named:
        sites.put(
            [line.content for line in named["location_list"].printed if line.content.text != "Site Status"]
        )
    if "countries" in named:
        for line in named["countries"].printed:
            sites.put_country(line.content)
