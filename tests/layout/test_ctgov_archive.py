"""Pages of the ClinicalTrials.gov archive: as text, as converted HTML, and with lines that mislead."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.layout.ctgov_archive import sniff
from extractor.layout.page import Page
from extractor.layout.sniffing import THRESHOLD
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction
from extractor.records.missing import MissingReason

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]
Unread = Callable[[Draft], list[str]]


@pytest.fixture
def page(pages: Path) -> str:
    return (pages / "archive.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["archive.txt", "archive.html"])
def test_the_whole_page_is_read_and_every_value_is_shown(
    whole: Callable[[str], Any], expected: Callable[[str], Any], name: str
) -> None:
    assert whole(name) == expected(name)


def test_criteria_that_no_heading_divides_are_kept_as_text_and_said_to_be_unread(
    sound: Callable[[str], Extraction],
) -> None:
    extraction = sound("archive.html")
    eligibility = extraction.record.eligibility
    assert eligibility.criteria_text == "Adults who like songs and eat too fast may take part."
    assert eligibility.inclusion == eligibility.exclusion == []
    assert [(one.code, one.pointer) for one in extraction.findings] == [("unread", "/eligibility/inclusion")]


@pytest.mark.parametrize("label", ["Intervention", "Reference", "Condition", "Gender", "Status", "Phase"])
def test_a_line_of_prose_that_reads_like_a_label_is_prose(
    read: Read, swap: Swap, page: str, label: str
) -> None:
    prose = "Feet are measured at home."
    other = read(swap(page, prose, f"{prose}\n\n{label}\n\nTold at home."))
    record = read(page).record
    assert other.record.detailed_description
    assert other.record.detailed_description.endswith("Told at home.\n\nSocks are handed out in the evening.")
    record.detailed_description = other.record.detailed_description
    assert other.record == record


def test_headings_and_empty_fields_may_be_lost(read: Read, page: str) -> None:
    bare = page
    for heading in ("Descriptive Information", "Recruitment Information", "Administrative Data"):
        bare = bare.replace(f"{heading}\n\n", "")
    assert read(bare).record == read(page).record
    draft = read(bare.replace("Official title\n\n", ""))
    assert draft.record == read(page).record
    assert draft.missing == {}


def test_an_empty_field_is_a_reason(read: Read, page: str) -> None:
    draft = read(page)
    assert draft.missing == {"/official_title": MissingReason.EMPTY_SECTION}
    assert [quote.text for quote in draft.quotes["/official_title"]] == ["Official title"]


def test_parts_that_cannot_be_read_are_said(read: Read, swap: Swap, unread: Unread, page: str) -> None:
    broken = swap(page, "\nParallel Assignment\n", "\nRound Robin\n")
    broken = swap(broken, "\n(Actual)\n", "\n(Perhaps)\n")
    broken = swap(broken, "Subject, Outcomes Assessor", "Subject, Cat")
    broken = swap(broken, "Arm Label: Wool socks\n\nKnitted", "Arm Label: Silk socks\n\nKnitted")
    broken = swap(broken, "Measure: Minutes until sleep\n", "")
    broken = swap(broken, "MEDLINE: 19999991", "MEDLINE: none")
    assert set(unread(read(broken))) >= {"Round Robin", "(Perhaps)", "Cat", "Silk socks", "none"}
    assert [one.measure for one in read(broken).record.outcomes] == ["Toe Temperature Index (TTI)"]


def test_an_intervention_may_be_received_by_several_arms(read: Read, swap: Swap, page: str) -> None:
    shared = swap(
        page, "Arm Label: Wool socks\n\nKnitted", "Arm Label: Wool socks\n\nArm Label: Bare feet\n\nK"
    )
    links = read(shared).record.arm_interventions
    assert [(link.arm, link.intervention) for link in links] == [("A1", "I1"), ("A2", "I1")]


def test_a_link_without_a_name_and_a_name_without_a_link(
    read: Read, swap: Swap, unread: Unread, page: str
) -> None:
    assert read(swap(page, "See also\n\nThe sock trial's own page\n", "")).record.see_also[0].label is None
    nameless = swap(page, "URL\n\nhttp://socks.example.org/trial\n\n", "")
    assert unread(read(nameless)) == ["The sock trial's own page"]


def test_a_page_that_lost_its_labels_is_not_taken_for_one(page: str) -> None:
    assert sniff(Page(page)).score == 1
    bare = "\n".join(line for line in page.splitlines() if len(line) > 30)
    assert sniff(Page(bare)).score < THRESHOLD
