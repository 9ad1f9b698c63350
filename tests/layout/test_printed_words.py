from extractor.layout.printed_words import printed_words
from extractor.records.draft import Draft, Quote
from extractor.records.record import TrialRecord

RECORD = TrialRecord.model_validate({"source": {"page_kind": "OTHER", "layout": "test"}})


def test_parts_of_a_value_are_quoted_at_each_of_its_places() -> None:
    quotes = [Quote(text="warm tea", start=4), Quote(text="tea", start=40), Quote(text="warm tea", start=90)]
    words = printed_words(Draft(record=RECORD, quotes={"/acronym": quotes}), "/acronym", "warm tea")
    assert words is not None
    assert [(one.text, one.start) for one in words.quotes(5, 8)] == [("tea", 9), ("tea", 95)]


def test_a_value_without_places_is_quoted_without_them() -> None:
    words = printed_words(Draft(record=RECORD), "/acronym", "warm tea")
    assert words is not None
    assert [(one.text, one.start) for one in words.quotes(0, 4)] == [("warm", None)]


def test_nothing_has_no_words() -> None:
    assert printed_words(Draft(record=RECORD), "/acronym", None) is None
