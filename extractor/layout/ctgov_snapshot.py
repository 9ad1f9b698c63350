"""Sectioned mirror pages of ClinicalTrials.gov ("Get a concise snapshot of the trial …"): each section has a
heading and a blurb, fields stand below labels of their own, nothing is glued but the other names."""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eligibility import put_criteria
from extractor.layout.field_kinds import Put
from extractor.layout.fields import SHARED
from extractor.layout.headings import cut
from extractor.layout.page import Page
from extractor.layout.snapshot_groups import put_groups, put_interventions
from extractor.layout.snapshot_people import put_officials, put_responsible_party, put_sponsors
from extractor.layout.snapshot_rest import put_other_identifiers, put_other_names, put_references, put_results
from extractor.layout.site_list import SiteList
from extractor.layout.sniffing import Layout, Sniff, weigh
from extractor.layout.trial_identifiers import put_primary
from extractor.normalise.dates import partial_date
from extractor.records.draft import Draft
from extractor.records.source import PageKind
from extractor.structure.lines import Line, paragraphs
from extractor.structure.sections import Section

NAME = "ctgov-snapshot"
_BLURB = re.compile(
    r"(?:Get a concise snapshot|Review the sponsor-provided|Dive into the extended|See the medical conditions|"
    r"Understand how the trial|Review each arm or cohort|Learn about the drugs|Discover alternative or legacy|"
    r"Check the participation|Meet the organizations|Identify the individual|Learn about the lead|"
    r"Explore where the study|Review the countries|Explore related publications|Review additional registry|"
    r"Review the primary|Review the secondary|Additional clinical trials that may)\b.*"
)
_NCT = re.compile(r"NCT ID:\s*(?P<value>\S+)")
_UPDATED = re.compile(r"Last Updated:\s*(?P<value>.+)")
_READERS: dict[str, Put] = {
    **SHARED,
    "arms": lambda builder, section: None,
    "results": put_results,
    "sponsors": put_sponsors,
    "responsible_party": put_responsible_party,
    "investigators": put_officials,
    "references": put_references,
    "other_identifiers": put_other_identifiers,
}


def sniff(page: Page) -> Sniff:
    """Its blurbs, and the identifier and date below the title."""
    texts = [line.content.text for line in page.printed]
    blurbs = sum(bool(_BLURB.fullmatch(text)) for text in texts)
    return weigh(
        [
            (blurbs >= 3, 0.6, f"{blurbs} of its section blurbs"),
            (any(_NCT.fullmatch(text) for text in texts[:6]), 0.3, "NCT ID below the title"),
            (any(_UPDATED.fullmatch(text) for text in texts[:8]), 0.1, "Last Updated below the title"),
        ]
    )


def read(page: Page) -> Draft:
    """Read a snapshot page."""
    builder = DraftBuilder(NAME, PageKind.REGISTRY_PAGE)
    sections = [_without_blurb(section) for section in cut(page.lines)]
    _put_top(builder, sections[0])
    named = {section.name: section for section in sections[1:] if section.lines or section.name != "design"}
    known = put_interventions(builder, named.get("interventions"))
    put_groups(builder, named.get("arms"), known)
    put_other_names(builder, named.get("other_names"))
    for section in sections[1:]:
        reader = _READERS.get(section.name)
        if reader and not (section.name == "design" and not section.printed):
            reader(builder, section)
    _put_sites(builder, named)
    put_criteria(builder, named)
    return builder.draft()


LAYOUT = Layout(NAME, sniff, read)


def _without_blurb(section: Section) -> Section:
    lines: list[Line] = [line for line in section.lines if not line.content.match(_BLURB)]
    return Section(section.name, section.heading, tuple(lines))


def _put_top(builder: DraftBuilder, section: Section) -> None:
    """The title, the identifier, the date of the last update."""
    first, *rest = paragraphs(section.lines) or (None,)
    builder.say("/brief_title", first)
    for words in filter(None, rest):
        if match := words.match(_NCT):
            put_primary(builder, words.group(match, "value"))
        elif match := words.match(_UPDATED):
            value = words.group(match, "value")
            if date := partial_date(value.text):
                builder.put("/source/last_updated", {"date": date}, value)


def _put_sites(builder: DraftBuilder, named: dict[str, Section]) -> None:
    sites = SiteList(builder, countries=False)
    if "location_list" in named:
        sites.put(
            [line.content for line in named["location_list"].printed if line.content.text != "Site Status"]
        )
    if "countries" in named:
        for line in named["countries"].printed:
            sites.put_country(line.content)
