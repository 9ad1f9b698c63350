"""CRiS pages: an invented one, and what changes when the page does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.documents import Document
from extractor.extraction import extract
from extractor.layout.cris import sniff
from extractor.layout.page import Page
from extractor.layout.sniffing import THRESHOLD
from extractor.records.draft import Draft
from extractor.records.missing import MissingReason

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]
Unread = Callable[[Draft], list[str]]


@pytest.fixture
def page(pages: Path) -> str:
    return (pages / "cris.txt").read_text(encoding="utf-8")


def test_the_whole_page_is_read_and_every_value_is_shown(
    whole: Callable[[str], Any], expected: Callable[[str], Any]
) -> None:
    assert whole("cris.txt") == expected("cris.txt")


def test_an_intervention_without_a_name_is_said_to_be_unread(read: Read, unread: Unread, page: str) -> None:
    assert unread(read(page)) == ["A nap on a couch, or a walk"]


@pytest.mark.parametrize("label", ["Status", "Age", "Gender", "Phase", "Description", "Arm Label", "- Name"])
def test_a_line_of_prose_that_reads_like_a_label_is_prose(
    read: Read, swap: Swap, page: str, label: str
) -> None:
    prose = "- People are tired after lunch. We ask whether a nap helps."
    other = read(swap(page, prose, f"{prose}\n\n{label}\n\nTold at noon."))
    assert other.record.brief_summary
    assert other.record.brief_summary.endswith(f"{label}\n\nTold at noon.")
    record = read(page).record
    other.record.brief_summary = record.brief_summary
    assert other.record == record


def test_values_that_look_like_numbered_labels_are_values(read: Read, page: str) -> None:
    single = page.replace("Phase2/Phase3", "Phase3")
    assert read(single).record.design.phases == ["PHASE3"]
    assert extract(Document.from_text(single, id="x")).evidence["/design/phases/0"].status == "VERIFIED"


def test_of_two_sponsors_the_second_role_is_doubtful(swap: Swap, page: str) -> None:
    second = (
        "Sponsor Organization 2\n\n- Organization Name\n\nCity of Couches\n\n"
        "- Organization Type\n\nGovernment\n\n"
    )
    extraction = extract(
        Document.from_text(swap(page, "Study Summary\n", f"{second}Study Summary\n"), id="x")
    )
    assert [(one.name, one.role, one.agency_class) for one in extraction.record.sponsors] == [
        ("Institute of Naps", "LEAD", "OTHER"),
        ("City of Couches", "COLLABORATOR", None),
        ("Pillow Company", "COLLABORATOR", "INDUSTRY"),
    ]
    assert extraction.evidence["/sponsors/0/role"].status == "VERIFIED"
    assert extraction.evidence["/sponsors/1/role"].status == "AMBIGUOUS"
    assert "Government" in [span.quote for one in extraction.findings for span in one.spans]


def test_three_hundred_sites_are_read_in_linear_time(read: Read, swap: Swap, page: str) -> None:
    block = (
        "Recruitment Status by Participating Study Site {n}\n\n- Name of Study Site\n\nHospital {name}\n\n"
        "- Recruitment Status\n\nRecruiting\n\n- Date of First Enrollment\n\n2011-03-01\n,\nActual\n\n"
    )
    blocks = "".join(block.format(n=n, name=n % 200) for n in range(4, 304))
    draft = read(swap(page, "Source of Monetary / Material", f"{blocks}Source of Monetary / Material"))
    assert len(draft.record.locations) == 202


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("45 Year".replace("45", "20") + "\n~ 64 Year", "adults", "adults"),
        ("Multi-center", "Somewhere", "Somewhere"),
        ("Behavioral", "Behavioral", "A nap on a couch, or a walk"),
        ("Active comparator", "Walkers", "Walkers"),
        ("- Outcome\n\nCups of coffee\n\n", "", "Secondary Outcome(s) 2"),
        ("- Name of Study Site\n\nLake Hospital\n\n", "", "Recruitment Status by Participating Study Site 2"),
        ("Not yet recruiting", "Perhaps", "Perhaps"),
        ("Yes (NCT09990061)", "Yes (somewhere)", "Yes (somewhere)"),
        ("Not provided at time of Registration", "Ask us", "Ask us"),
        ("Arm Label\n\nWALK ARM\n\n", "", "Arm 2"),
        ("Pharmaceutical company", "Feathers", "Feathers"),
    ],
)
def test_what_cannot_be_read_is_said(
    read: Read, swap: Swap, unread: Unread, page: str, old: str, new: str, words: str
) -> None:
    assert words in unread(read(swap(page, old, new)))


@pytest.mark.parametrize(
    ("old", "new", "pointer", "reason"),
    [
        ("Committee\n\nYes\n", "Committee\n", "/oversight", "EMPTY_SECTION"),
        ("Registerd\n\nNo\n", "Registerd\n", "/status/has_results", "EMPTY_SECTION"),
        ("Age\n\n20 Year\n~ 64 Year\n", "Age\n", "/eligibility/minimum_age", "EMPTY_SECTION"),
        (
            "- People are tired after lunch. We ask whether a nap helps.",
            "",
            "/brief_summary",
            "EMPTY_SECTION",
        ),
    ],
)
def test_an_empty_field_is_a_reason(
    read: Read, swap: Swap, page: str, old: str, new: str, pointer: str, reason: str
) -> None:
    assert read(swap(page, old, new)).missing[pointer] == MissingReason(reason)


def test_some_labels_are_no_page(page: str) -> None:
    assert sniff(Page(page)).score == 1
    assert sniff(Page("CRIS Registration Number\n\nKCT9990001\n\nStatus\n\nRecruiting\n")).score < THRESHOLD
