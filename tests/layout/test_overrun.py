"""A field that ran over into the next one."""

from collections.abc import Callable

import pytest

from extractor.documents import Document
from extractor.extraction import extract
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.missing import MissingReason

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("Insomnia\n", "Insomnia\nDrug: Camomile\n", "conditions"),
        ("Insomnia\n", "Insomnia\nWhat it is about\nNCT09990001\n", "conditions"),
        ("Tea is warm.", "Share this page\nTea is warm.", "brief_summary"),
    ],
)
def test_the_one_field_that_holds_words_of_others_is_left_out_and_named(
    read: Read, swap: Swap, medpath_page: str, old: str, new: str, name: str
) -> None:
    page = swap(medpath_page, old, new)
    whole = read(medpath_page).record
    extraction = extract(Document.from_text(page, id="page"))
    assert getattr(extraction.record, name) in (None, [])
    assert extraction.record.eligibility == whole.eligibility
    assert (extraction.record.arms, extraction.record.outcomes) == (whole.arms, whole.outcomes)
    assert extraction.missing[f"/{name}"] is MissingReason.AMBIGUOUS
    (finding,) = (one for one in extraction.findings if one.pointer == f"/{name}")
    assert finding.code is FindingCode.UNREAD
    assert finding.spans


def test_two_such_fields_are_a_broken_page(read: Read, swap: Swap, medpath_page: str) -> None:
    page = swap(medpath_page, "Insomnia\n", "Insomnia\nDrug: Camomile\n")
    draft = read(swap(page, "Tea is warm.", "Share this page\nTea is warm."))
    assert draft.record.source.layout == "unknown"
    assert "/brief_summary and /conditions/1" in draft.findings[-1].message


def test_names_that_others_rest_on_are_no_field_to_leave_out(
    read: Read, swap: Swap, medpath_page: str
) -> None:
    draft = read(swap(medpath_page, "Registration Number\n", ""))
    assert draft.record.source.layout == "unknown"


def test_a_heading_that_shares_its_line_shows_that_more_is_wrong(
    read: Read, swap: Swap, medpath_page: str
) -> None:
    page = swap(medpath_page, "Insomnia\n", "Insomnia\nDrug: Camomile\n")
    draft = read(swap(page, "Study Type\nINTER", "Study Type INTER"))
    assert draft.record.source.layout == "unknown"
