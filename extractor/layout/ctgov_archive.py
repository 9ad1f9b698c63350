"""Pages of the ClinicalTrials.gov archive: "View of NCT… on 2012_08_30", a label for each value.

The labels stand alone on their line, their values below; in converted HTML the value stands behind a tab.
"""

import re

from extractor.layout.archive_design import put_design, put_interventions_and_arms
from extractor.layout.archive_rest import (
    put_identifiers,
    put_links,
    put_organization,
    put_outcomes,
    put_references,
    put_sponsors,
)
from extractor.layout.criteria_block import put_criteria_block
from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import Put, age_field, enum_field, list_field, text_field, unread_section
from extractor.layout.fields import put_healthy_volunteers, put_phases
from extractor.layout.label_order import in_order, misplaced
from extractor.layout.labelled import Label, first_cell, labelled
from extractor.layout.page import Page
from extractor.layout.sniffing import Layout, Sniff, weigh
from extractor.layout.typed_dates import typed_date
from extractor.records.draft import Draft
from extractor.records.source import PageKind
from extractor.structure.lines import Line
from extractor.structure.sections import Section

NAME = "ctgov-archive"
_FORM: tuple[tuple[str, ...], ...] = (
    ("ClinicalTrials Identifier",),
    ("Updated",),
    ("Descriptive Information",),
    ("Brief title",),
    ("Official title",),
    ("Brief summary",),
    ("Detailed description",),
    ("Phase",),
    ("Study type",),
    ("Study design",),
    ("Primary outcome",),
    ("Secondary outcome",),
    ("Condition",),
    ("Arm/Group",),
    ("Intervention",),
    ("Reference", "URL", "See also"),
    ("Recruitment Information",),
    ("Status",),
    ("Start date",),
    ("Last follow-up date",),
    ("Primary completion date",),
    ("Criteria",),
    ("Gender",),
    ("Minimum age",),
    ("Maximum age",),
    ("Healthy volunteers",),
    ("Administrative Data",),
    ("Organization name",),
    ("Organization study ID",),
    ("Secondary ID",),
    ("Sponsor",),
    ("Collaborator",),
    ("Health Authority",),
)
"""The labels in the order of the form; those of one row may change places."""
_RANKS = {label: rank for rank, row in enumerate(_FORM) for label in row}
_REPEATED = frozenset(
    _RANKS[label]
    for label in (
        "Study design",
        "Primary outcome",
        "Secondary outcome",
        "Condition",
        "Arm/Group",
        "Intervention",
        "Reference",
        "Secondary ID",
        "Sponsor",
        "Collaborator",
        "Health Authority",
    )
)
_TAILS = tuple(f" {label}" for label in _RANKS if " " in label)
"""How a line ends that a label was joined to."""
_FEW_SHARED = 2
_VIEW = re.compile(r"(?:View of )?NCT\d{8} on\s*(?:\d{4}_\d{2}_\d{2}.*)?")
_HISTORY = "History of this study"
_MANY_LABELS = 10
_READERS: dict[str, Put] = {
    "Updated": typed_date("/source/last_updated"),
    "Brief title": text_field("/brief_title"),
    "Official title": text_field("/official_title"),
    "Brief summary": text_field("/brief_summary"),
    "Detailed description": text_field("/detailed_description"),
    "Phase": put_phases,
    "Study type": enum_field("/design/study_type", "StudyType"),
    "Study design": put_design,
    "Condition": list_field("/conditions"),
    "Status": enum_field("/status/overall_status", "OverallStatus"),
    "Start date": typed_date("/status/start_date"),
    "Last follow-up date": typed_date("/status/completion_date"),
    "Primary completion date": typed_date("/status/primary_completion_date"),
    "Criteria": put_criteria_block,
    "Gender": enum_field("/eligibility/sex", "Sex"),
    "Minimum age": age_field("minimum_age"),
    "Maximum age": age_field("maximum_age"),
    "Healthy volunteers": put_healthy_volunteers,
    "Organization name": put_organization,
}
_READ_APART = {
    "Arm/Group",
    "Intervention",
    "Primary outcome",
    "Secondary outcome",
    "Reference",
    "URL",
    "See also",
    "ClinicalTrials Identifier",
    "Organization study ID",
    "Secondary ID",
    "Sponsor",
    "Collaborator",
}
_LEFT_OUT = {"Health Authority", "Descriptive Information", "Recruitment Information", "Administrative Data"}


def sniff(page: Page) -> Sniff:
    """Its headline, its way to the history, its labels."""
    texts = [first_cell(line)[0].text for line in page.printed]
    labels = len({text.removesuffix(":") for text in texts} & _RANKS.keys())
    return weigh(
        [
            (any(_VIEW.fullmatch(text) for text in texts[:6]), 0.25, "View of a version of a trial"),
            (any(_HISTORY in text for text in texts[:4]), 0.15, "the way to the history"),
            (labels >= _MANY_LABELS, 0.6, f"{labels} of its labels"),
        ]
    )


def read(page: Page) -> Draft:
    """Read an archive page."""
    builder = DraftBuilder(NAME, PageKind.REGISTRY_PAGE)
    sections = _sections(page)
    put_identifiers(builder, sections)
    for section in sections:
        if section.name in _READERS:
            _READERS[section.name](builder, section)
        elif section.name not in _READ_APART | _LEFT_OUT:
            unread_section(builder, section)
    put_outcomes(builder, sections)
    put_interventions_and_arms(builder, sections)
    put_references(builder, sections)
    put_links(builder, sections)
    put_sponsors(builder, sections)
    return builder.draft()


def _disorder(page: Page) -> str:
    """Whether its labels stand in another order than the form's, or behind other words."""
    tails = (line for line in page.printed if line.content.text.endswith(_TAILS))
    if sum(_label(line) is None for line in tails) >= _FEW_SHARED:
        return "labels share their line"
    return misplaced([(_RANKS[label.name],) for line in page.printed if (label := _label(line))], _REPEATED)


LAYOUT = Layout(NAME, sniff, read, _disorder)


def _sections(page: Page) -> tuple[Section, ...]:
    candidates = [(line.number, label) for line in page.printed if (label := _label(line))]
    kept = in_order([(_RANKS[label.name],) for _, label in candidates], _REPEATED)
    labels = dict(candidates[position] for position, _ in kept)
    return labelled(page.lines, lambda line: labels.get(line.number))


def _label(line: Line) -> Label | None:
    words, rest = first_cell(line)
    name = words.text.removesuffix(":")
    return Label(name, words, rest) if name in _RANKS else None
