"""Pages of CRiS, the Clinical Research Information Service of Korea: a label, and below it its value."""

import re

from extractor.layout.cris_form import disorder_of_form, labels_on, sections_of_form
from extractor.layout.cris_objects import (
    put_arms,
    put_criteria_of_form,
    put_outcomes,
    put_people,
    put_sites,
    put_sponsors,
)
from extractor.layout.cris_values import (
    put_ages,
    put_centres,
    put_registered_elsewhere,
    put_results,
    put_sharing,
    put_summary,
)
from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import Put, enum_field, list_field, only_value, text_field, unread
from extractor.layout.fields import put_enrollment, put_healthy_volunteers, put_masking, put_phases
from extractor.layout.page import Page
from extractor.layout.sniffing import Layout, Sniff, weigh
from extractor.layout.trial_identifiers import put_identifier, put_primary
from extractor.layout.typed_dates import typed_date
from extractor.layout.yes_or_no import yes_or_no
from extractor.records.draft import Draft
from extractor.records.identifiers import IdRole, IdScheme
from extractor.records.source import PageKind
from extractor.records.times import ActualEstimated
from extractor.structure.sections import Section

NAME = "cris"
_NUMBER = re.compile(r"KCT\d{7}")
_FOOTER = re.compile(r".*\bCopyright by\b.*|Tel\s*:.*")
_MANY_LABELS = 15


def _put_number(builder: DraftBuilder, section: Section) -> None:
    if words := only_value(builder, section, "/identifiers"):
        put_primary(builder, words)


def _put_own_number(builder: DraftBuilder, section: Section) -> None:
    if words := only_value(builder, section, "/identifiers"):
        put_identifier(builder, words, IdScheme.ORG_STUDY_ID, IdRole.ORG_STUDY)


def _put_target(builder: DraftBuilder, section: Section) -> None:
    """The number of participants that is aimed at, as its label says."""
    put_enrollment(builder, section)
    if builder.get("/design/enrollment/count") is not None and section.heading:
        builder.put("/design/enrollment/type", ActualEstimated.ESTIMATED, section.heading)


_READERS: dict[str, Put] = {
    "CRIS Registration Number": _put_number,
    "Unique Protocol ID": _put_own_number,
    "Registered at Other Registry": put_registered_elsewhere,
    "Public/Brief Title": text_field("/brief_title"),
    "Scientific Title": text_field("/official_title"),
    "Acronym": text_field("/acronym"),
    "Data Monitoring Committee": yes_or_no("/oversight/has_dmc", top="/oversight"),
    "Study Site": put_centres,
    "Overall Recruitment Status": enum_field("/status/overall_status", "OverallStatus"),
    "Date of First Enrollment": typed_date("/status/start_date"),
    "Target Number of Participant": _put_target,
    "Primary Completion Date": typed_date("/status/primary_completion_date"),
    "Study Completion Date": typed_date("/status/completion_date"),
    "Lay Summary": put_summary,
    "Study Type": enum_field("/design/study_type", "StudyType"),
    "Study Purpose": enum_field("/design/primary_purpose", "PrimaryPurpose"),
    "Phase": put_phases,
    "Intervention Model": enum_field("/design/intervention_model", "InterventionModel"),
    "Blinding/Masking": put_masking,
    "Allocation": enum_field("/design/allocation", "Allocation"),
    "Condition(s)/Problem(s)": list_field("/conditions"),
    "Gender": enum_field("/eligibility/sex", "Sex"),
    "Age": put_ages,
    "Healthy Volunteers": put_healthy_volunteers,
    "Result Registered": put_results,
    "Sharing Statement": put_sharing,
}


def sniff(page: Page) -> Sniff:
    """Its registration number behind its label, its labels."""
    labels = labels_on(page)
    kinds = len({label.name for label in labels})
    numbers = any(line.content.match(_NUMBER) for line in page.printed)
    return weigh(
        [
            (kinds >= _MANY_LABELS, 0.6, f"{kinds} labels of its form"),
            (
                any(label.name == "CRIS Registration Number" for label in labels),
                0.2,
                "the label of its number",
            ),
            (numbers, 0.2, "a KCT number on a line of its own"),
        ]
    )


def read(page: Page) -> Draft:
    """Read a CRiS page."""
    builder = DraftBuilder(NAME, PageKind.REGISTRY_PAGE)
    sections = tuple(map(_without_footer, sections_of_form(page)))
    for section in sections:
        if put := _READERS.get(section.name.partition(": ")[0]):
            put(builder, section)
    put_people(builder, sections)
    put_sponsors(builder, sections)
    put_arms(builder, sections)
    put_outcomes(builder, sections)
    put_sites(builder, sections)
    put_criteria_of_form(builder, sections)
    for section in sections:
        if section.name == "Intervention Description" and section.block:
            message = "The intervention has no name: its description"
            unread(builder, "/interventions", message, section.block)
    return builder.draft()


LAYOUT = Layout(NAME, sniff, read, disorder_of_form)


def _without_footer(section: Section) -> Section:
    """A section without the site's address and copyright below it."""
    at = next((n for n, line in enumerate(section.lines) if line.content.match(_FOOTER)), None)
    if at is None:
        return section
    above = [n for n, line in enumerate(section.lines[:at]) if not line.blank]
    # The address stands on the line above.
    return Section(section.name, section.heading, section.lines[: above[-1] if above else at])
