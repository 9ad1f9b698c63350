"""Builds a Draft value by value."""

import pytest

from extractor.layout.draft_builder import DraftBuilder
from extractor.records.finding import FindingCode
from extractor.records.missing import MissingReason
from extractor.structure.slices import Slice

PAGE = "Tea and milk"
TEA, MILK, NOTHING = Slice(PAGE, 0, 3), Slice(PAGE, 8, 12), Slice(PAGE, 3, 3)


@pytest.fixture
def builder() -> DraftBuilder:
    return DraftBuilder("unknown", "OTHER")


def test_values_stand_where_they_were_put_with_their_words(builder: DraftBuilder) -> None:
    builder.say("/acronym", TEA)
    builder.say_each("/keywords", TEA, MILK)
    arm = builder.item("/arms")
    builder.put(f"{arm}/key", "A1")
    builder.say(f"{arm}/label", MILK)
    draft = builder.draft()
    assert (draft.record.acronym, draft.record.keywords) == ("Tea", ["Tea", "milk"])
    assert (arm, draft.record.arms[0].label) == ("/arms/0", "milk")
    assert [(quote.text, quote.start) for quote in draft.quotes["/keywords/1"]] == [("milk", 8)]
    assert (builder.get("/acronym"), builder.get("/arms/0/label")) == ("Tea", "milk")


def test_nothing_is_set_where_nothing_is_printed(builder: DraftBuilder) -> None:
    builder.say("/acronym", None)
    builder.say("/brief_title", NOTHING)
    draft = builder.draft()
    assert (draft.record.acronym, draft.record.brief_title, draft.quotes) == (None, None, {})


def test_asking_for_a_value_makes_no_object(builder: DraftBuilder) -> None:
    assert builder.get("/publication/abstract") is None
    assert builder.draft().record.publication is None


def test_a_reason_is_void_once_the_value_is_set(builder: DraftBuilder) -> None:
    builder.missing("/acronym", MissingReason.DASH_PLACEHOLDER, TEA)
    builder.missing("/keywords", MissingReason.EMPTY_SECTION, MILK)
    builder.say("/acronym", MILK)
    draft = builder.draft()
    assert draft.missing == {"/keywords": MissingReason.EMPTY_SECTION}
    assert [quote.text for quote in draft.quotes["/acronym"]] == ["milk"]
    assert [quote.text for quote in draft.quotes["/keywords"]] == ["milk"]


def test_a_finding_shows_its_words(builder: DraftBuilder) -> None:
    builder.find(FindingCode.UNREAD, "/arms", "A row", TEA, MILK)
    (finding,) = builder.draft().findings
    assert [(span.quote, span.start, span.end) for span in finding.spans] == [("Tea", 0, 3), ("milk", 8, 12)]
