"""MedPath registry pages: headings on lines of their own, tables with glued cells."""

import re
from itertools import pairwise

from extractor.layout.arm_table import HEADER as ARM_HEADER
from extractor.layout.arm_table import ArmTable
from extractor.layout.bare_fields import put_bare_design, put_bare_fields, put_top
from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eligibility import put_criteria
from extractor.layout.field_kinds import nothing_listed, only_value, unread_section
from extractor.layout.fields import SHARED, put_location_count
from extractor.layout.headings import by_name, cut, heading_name
from extractor.layout.outcome_table import HEADER as OUTCOME_HEADER
from extractor.layout.outcome_table import put_outcomes
from extractor.layout.page import Page
from extractor.layout.scattered import may_head, out_of_order, stray_items
from extractor.layout.site_list import SiteList
from extractor.layout.sniffing import Layout, Sniff, weigh
from extractor.layout.trial_identifiers import put_numbers
from extractor.normalise.terms import lookup
from extractor.records.draft import Draft
from extractor.records.outcomes import OutcomeKind
from extractor.records.people import SponsorRole
from extractor.records.source import PageKind
from extractor.structure.lines import Line
from extractor.structure.sections import Section

NAME = "medpath"
SITE = "MedPath"
_COPYRIGHT = re.compile(r"©.*")
_FOOTER = re.compile(r"MedPath|Empowering clinical research\b.*")
_FURNITURE = frozenset({"related_trials"})
_READ_APART = frozenset({"interventions", "inclusion", "exclusion"})
_MANY_HEADINGS = 5
_ORDER = (
    *("conditions", "interventions", "registration_number", "lead_sponsor", "brief_summary", "description"),
    *("eligibility", "status", "sex", "enrollment", "inclusion", "exclusion"),
    *("design", "study_type", "design", "arms"),
    *("primary_outcomes", "secondary_outcomes", "other_outcomes", "location_list", "related_trials"),
)
"""Its headings as they follow each other."""
_OUTCOMES = {
    "primary_outcomes": OutcomeKind.PRIMARY,
    "secondary_outcomes": OutcomeKind.SECONDARY,
    "other_outcomes": OutcomeKind.OTHER,
}
_TABLES = {ARM_HEADER: frozenset({"arms"}), OUTCOME_HEADER: frozenset(_OUTCOMES)}
"""Headers of tables, and the headings above them."""


def sniff(page: Page) -> Sniff:
    """The site's name on top, its footer, its two glued table headers, its headings."""
    texts = [line.content.text for line in page.printed]
    headings = sum(heading_name(line) is not None for line in page.printed)
    return weigh(
        [
            (bool(texts) and texts[0] == SITE, 0.4, "the site's name stands on top"),
            (any("MedPath" in text and "©" in text for text in texts), 0.2, "the site's footer"),
            (ARM_HEADER in texts, 0.3, "the header of its arm table"),
            (OUTCOME_HEADER in texts, 0.2, "the header of its outcome tables"),
            (headings >= _MANY_HEADINGS, 0.2, f"{headings} known headings"),
        ]
    )


def read(page: Page) -> Draft:
    """Read a MedPath page."""
    return _MedPath(page).read()


def _disorder(page: Page) -> str:
    """Whether its lines are shuffled: headings in another order, and something not where it belongs."""
    said = out_of_order(page, _ORDER, repeated=("location_list",))
    return said if said and _is_scattered(page) else ""


def _is_scattered(page: Page) -> bool:
    """Whether headings stand below the footer, a table's header below another's, or items where none do."""
    footers = [line.number for line in page.printed if line.content.match(_COPYRIGHT)]
    return (
        any(line.number > footers[0] and heading_name(line) for line in page.printed if footers)
        or any(
            not may_head(above, _TABLES[line.content.text])
            for above, line in pairwise(page.printed)
            if line.content.text in _TABLES
        )
        or stray_items(page.lines)
    )


LAYOUT = Layout(NAME, sniff, read, _disorder)


class _MedPath:
    def __init__(self, page: Page) -> None:
        self.builder = DraftBuilder(NAME, PageKind.REGISTRY_PAGE)
        self.sections = cut(_without_footer(page.lines))
        self.arms = ArmTable(self.builder)

    def read(self) -> Draft:
        self._top(self.sections[0])
        for section in self.sections[1:]:
            if section.name == "interventions":
                self._interventions(section)
        sites = SiteList(self.builder, countries=True)
        for section in self.sections[1:]:
            self._section(section, sites)
        put_criteria(self.builder, by_name(self.sections))
        return self.builder.draft()

    def _section(self, section: Section, sites: SiteList) -> None:
        if section.name in _OUTCOMES:
            put_outcomes(self.builder, section, _OUTCOMES[section.name])
        elif section.name == "arms":
            self.arms.put_rows(section)
        elif section.name == "location_list":
            put_location_count(self.builder, section)
            sites.put([line.content for line in section.printed])
        elif section.name == "registration_number":
            put_numbers(self.builder, section)
        elif section.name == "lead_sponsor":
            self._lead_sponsor(section)
        elif section.name == "design":
            self._design(section)
        elif section.name == "eligibility":
            put_bare_fields(self.builder, section)
        elif section.name in SHARED:
            SHARED[section.name](self.builder, section)
        elif section.name not in _FURNITURE | _READ_APART:
            unread_section(self.builder, section)

    def _top(self, section: Section) -> None:
        put_top(self.builder, section, SITE)

    def _interventions(self, section: Section) -> None:
        if not nothing_listed(self.builder, section, "/interventions"):
            self.arms.put_listed([line.item for line in section.printed])

    def _lead_sponsor(self, section: Section) -> None:
        words = only_value(self.builder, section, "/sponsors")
        if words:
            sponsor = self.builder.item("/sponsors")
            self.builder.say(f"{sponsor}/name", words)
            self.builder.put(f"{sponsor}/role", SponsorRole.LEAD, *filter(None, [section.heading]))

    def _design(self, section: Section) -> None:
        """The heading stands above a group of fields too; then nothing is printed right below it."""
        lines = section.printed
        if lines and lookup("enums", lines[0].content.text, "StudyType"):
            put_bare_design(self.builder, section)
        elif lines:
            SHARED["intervention_model"](self.builder, section)


def _without_footer(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines up to the footer: a copyright line, or the site's name and its motto below the last heading."""
    headings = [line.number for line in lines if not line.blank and heading_name(line)]
    last = headings[-1] if headings else len(lines)
    for line in lines[1:]:
        if line.content.match(_COPYRIGHT) or (line.number > last and line.content.match(_FOOTER)):
            return lines[: line.number]
    return lines
