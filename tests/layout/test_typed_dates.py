"""Dates and what is said of them."""

import pytest

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.typed_dates import typed_date
from extractor.records.draft import Draft
from extractor.records.missing import MissingReason
from extractor.structure.lines import lines_of
from extractor.structure.sections import Section
from extractor.structure.slices import Slice


def date_of(text: str) -> Draft:
    page = f"Start date\n{text}"
    builder = DraftBuilder("test", "REGISTRY_PAGE")
    section = Section("start", Slice(page, 0, 10), lines_of(page)[1:])
    typed_date("/status/start_date")(builder, section)
    return builder.draft()


@pytest.mark.parametrize(
    ("text", "date", "kind"),
    [
        ("2015-12", "2015-12", None),
        ("2015-12\n\n(Anticipated)\n", "2015-12", "ESTIMATED"),
        ("2015-12 (Actual)", "2015-12", "ACTUAL"),
        ("2009-05-14\n,\nActual\n", "2009-05-14", "ACTUAL"),
        ("2009-05-14 , Anticipated", "2009-05-14", "ESTIMATED"),
        ("March 3, 2012", "2012-03-03", None),
        ("March 2012 (Actual)", "2012-03", "ACTUAL"),
        ("2012_03_14", "2012-03-14", None),
    ],
)
def test_a_date_is_read_with_its_type(text: str, date: str, kind: str | None) -> None:
    draft = date_of(text)
    start = draft.record.status.start_date
    assert start
    assert (start.date, start.type) == (date, kind)
    assert draft.findings == []


@pytest.mark.parametrize("text", ["soon", "2012-13", "2012-01 (Perhaps)", "2012-01\nand later"])
def test_what_cannot_be_read_is_said(text: str) -> None:
    assert [one.code for one in date_of(text).findings] == ["unread"]


@pytest.mark.parametrize(
    ("text", "reason"), [("", MissingReason.EMPTY_SECTION), ("-", MissingReason.DASH_PLACEHOLDER)]
)
def test_no_date_has_a_reason(text: str, reason: MissingReason) -> None:
    assert date_of(text).missing == {"/status/start_date": reason}
