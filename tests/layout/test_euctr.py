"""Protocols of the EU Clinical Trials Register, printed in four ways, and with answers that do not fit."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.documents import Document
from extractor.extraction import extract
from extractor.layout.euctr import sniff
from extractor.layout.page import Page
from extractor.layout.sniffing import THRESHOLD
from extractor.records.draft import Draft
from extractor.records.envelope import EvidenceStatus
from extractor.records.missing import MissingReason

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]
Unread = Callable[[Draft], list[str]]
FIELD = re.compile(
    r"^([A-Z]\.\d[\d.]*(?: (?:and|to) [A-Z]\.\d[\d.]*)?|[NP]\.)[ \t]+([^:\n]+): ?(.*)$", re.MULTILINE
)
FURNITURE = "Clinical Trials Register\n\nEU Clinical Trials Register\n\nSelect Trial Status:\n\nOngoing\n\n"


@pytest.fixture
def page(pages: Path) -> str:
    return (pages / "euctr.txt").read_text(encoding="utf-8")


def on_lines(page: str) -> str:
    """The page as the site prints it: code, label and value on lines of their own."""
    return FURNITURE + FIELD.sub(r"\1\n\n\2\n\n\3\n", page).replace("? Yes", "?\n\nYes")


def in_cells(page: str) -> str:
    """The page as HTML: a row of three cells for each field, further lines of a value inside its cell."""
    rows = "".join(f"<tr><td>{_cells(line)}</td></tr>\n" for line in _logical_lines(page))
    return f"<html><body><div>EU Clinical Trials Register</div><table>{rows}</table></body></html>"


def _cells(line: str) -> str:
    escaped = line.replace("&", "&amp;").replace("<", "&lt;")
    return FIELD.sub(r"\1</td><td>\2</td><td>\3", escaped).replace("\n", "<br>")


def _logical_lines(page: str) -> list[str]:
    return re.split(r"\n(?=[A-Z]\.|[A-Z][\w' -]+: |MedDRA|\n)", page)


def test_the_whole_download_is_read_and_every_value_is_shown(
    whole: Callable[[str], Any], expected: Callable[[str], Any]
) -> None:
    assert whole("euctr.txt") == expected("euctr.txt")


@pytest.mark.parametrize("form", [on_lines, in_cells])
def test_the_same_protocol_is_read_from_pages_and_from_html(page: str, form: Callable[[str], str]) -> None:
    extraction = extract(Document.from_bytes(form(page).encode(), id="page"))
    shown = {EvidenceStatus.VERIFIED, EvidenceStatus.QUOTED}
    assert {place: one.rule for place, one in extraction.evidence.items() if one.status not in shown} == {}
    other, record = extraction.record, extract(Document.from_text(page, id="page")).record
    assert other.source.site_name == "EU Clinical Trials Register"
    assert other.eligibility.criteria_text != record.eligibility.criteria_text
    record.source.site_name = other.source.site_name
    record.eligibility.criteria_text = other.eligibility.criteria_text
    assert other == record


def test_a_download_without_line_breaks_gives_what_its_labels_hold(read: Read, page: str) -> None:
    lost = page.replace("\n", "")
    extraction = extract(Document.from_text(lost, id="page"))
    assert {one.status for one in extraction.evidence.values()} <= {"VERIFIED", "QUOTED"}
    record, whole = extraction.record, read(page).record
    assert [one.value for one in record.identifiers] == ["2019-009991-31"]
    assert (record.brief_title, record.official_title) == (whole.brief_title, whole.official_title)
    assert (record.design, record.status.completion_date) == (whole.design, whole.status.completion_date)
    assert [one.name for one in record.interventions] == ["Evening tea", "Morning tea", "Placebo"]
    assert record.eligibility.sex is whole.eligibility.sex
    assert record.outcomes == record.eligibility.inclusion == record.sponsors == []
    assert record.eligibility.criteria_text
    assert {one.pointer for one in extraction.findings} >= {"", "/outcomes", "/eligibility/inclusion"}


def test_what_the_page_says_in_another_language_is_left_and_said(
    read: Read, unread: Unread, page: str
) -> None:
    assert unread(read(page)) == ["Full title of the trial (no)"]


@pytest.mark.parametrize(
    ("old", "new", "pointer", "reason"),
    [
        ("E.6.1 Diagnosis: No", "E.6.1 Diagnosis: Yes", "/design/primary_purpose", "AMBIGUOUS"),
        ("E.8.1.2 Open: No", "E.8.1.2 Open: Yes\nE.8.1.3 Single blind: Yes", "/design/masking", "AMBIGUOUS"),
        (
            "E.8.1.1 Randomised: No",
            "E.8.1.1 Randomised: Information not present in EudraCT",
            "/design/allocation",
            "STATED_NOT_AVAILABLE",
        ),
        ("available: SEATEA", "available: not applicable", "/acronym", "NOT_APPLICABLE"),
        ("F.4.2.2 In the whole clinical trial: 1,150\n", "", "/design/enrollment/count", "AMBIGUOUS"),
    ],
)
def test_no_value_has_a_reason(
    read: Read, swap: Swap, page: str, old: str, new: str, pointer: str, reason: str
) -> None:
    assert read(swap(page, old, new)).missing[pointer] == MissingReason(reason)


@pytest.mark.parametrize(
    ("changes", "pointer", "value"),
    [
        ({"E.8.1.1 Randomised: No": "E.8.1.1 Randomised: Yes"}, "/design/allocation", "RANDOMIZED"),
        ({"E.8.1.2 Open: No": "E.8.1.2 Open: Yes"}, "/design/masking", "NONE"),
        ({"E.8.1.4 Double blind: No": "E.8.1.4 Double blind: Yes"}, "/design/masking", "DOUBLE"),
        ({"F.2.2 Male: No": "F.2.2 Male: Yes"}, "/eligibility/sex", "ALL"),
        (
            {"F.2.1 Female: Yes": "F.2.1 Female: No", "F.2.2 Male: No": "F.2.2 Male: Yes"},
            "/eligibility/sex",
            "MALE",
        ),
        (
            {
                "E.8.6.1 Trial being conducted both within and outside the EEA: Yes": (
                    "E.8.6.1 Trial being conducted both within and outside the EEA: No"
                ),
                "F.4.2.2 In the whole clinical trial: 1,150\n": "",
            },
            "/design/enrollment/count",
            900,
        ),
        (
            {
                "concerned: Yes\nE.8.4.1": "concerned: No\nE.8.4.1",
                "multiple Member States: Yes": "multiple Member States: No",
                "site in the Member State concerned: No": "site in the Member State concerned: Yes",
            },
            "/design/multicenter",
            False,
        ),
        (
            {"E.1.1 Medical condition(s) being investigated: Fatigue at sea\n": ""},
            "/conditions/0",
            "Tiredness",
        ),
    ],
)
def test_other_answers_are_other_values(
    read: Read, swap: Swap, page: str, changes: dict[str, str], pointer: str, value: object
) -> None:
    for old, new in changes.items():
        page = swap(page, old, new)
    target: Any = read(page).record.model_dump(mode="json")
    for token in pointer.split("/")[1:]:
        target = target[int(token)] if isinstance(target, list) else target[token]
    assert target == value
    extraction = extract(Document.from_text(page, id="page"))
    assert extraction.evidence[pointer].status == "VERIFIED"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Trial Status: Prematurely Ended\nDate", "Trial Status: Ongoing\nDate", "Ongoing"),
        ("available: SEATEA", "available: A long name in many words", "A long name in many words"),
        ("tea@seas.example.org", "ask at the desk", "ask at the desk"),
        ("\nCanada\n", "\nThe seven seas\n", "The seven seas"),
        ("of the sponsor: Non-Commercial", "of the sponsor: Floating", "Floating"),
        ("database: 2019-05-06", "database: in May", "in May"),
        ("(s): The following will be counted:", "(s): After week 2:", "After week 2:"),
        ("D.3.1 Product name: Morning tea\n", "", "D.IMP: 2"),
    ],
)
def test_words_that_fit_no_value_are_said(
    read: Read, swap: Swap, unread: Unread, page: str, old: str, new: str, words: str
) -> None:
    assert words in unread(read(swap(page, old, new)))


def test_a_state_with_one_site_and_several_is_a_contradiction(read: Read, swap: Swap, page: str) -> None:
    draft = read(
        swap(
            page,
            "single site in the Member State concerned: No",
            "single site in the Member State concerned: Yes",
        )
    )
    assert [one.code for one in draft.findings if one.pointer == "/design/multicenter"] == ["contradiction"]


def test_of_two_versions_the_first_is_read(read: Read, page: str) -> None:
    draft = read(page + "\n" + page.replace("Norway - NOMA", "Denmark - DKMA"))
    assert draft.record == read(page).record
    assert any("version" in one.message for one in draft.findings)


def test_end_points_without_markers_are_a_line_each(read: Read, swap: Swap, page: str) -> None:
    listed = "(s): The following will be counted:\n• Hours awake\nand\n• Toe Alertness Score (TAS)\n"
    bare = read(swap(page, listed, "(s): Hours awake\nSongs sung\n"))
    assert [one.measure for one in bare.record.outcomes][:2] == ["Hours awake", "Songs sung"]
    running = read(swap(page, listed, "(s): Hours awake and\nsongs sung\n"))
    assert running.record.outcomes[0].measure == "Hours awake and\nsongs sung"


def test_a_page_about_the_register_is_no_protocol(page: str) -> None:
    assert sniff(Page(page)).score == 1
    assert sniff(Page("EudraCT Number: 2019-009991-31\nTrial Status: Completed\n")).score < THRESHOLD
