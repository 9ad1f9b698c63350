"""What a reader returns."""

import pytest
from pydantic import ValidationError

from extractor.records.draft import Draft, Quote
from extractor.records.record import TrialRecord


def test_a_quote_has_words_and_perhaps_a_place() -> None:
    assert Quote(text="tea").start is None
    assert Quote(text="tea", start=0).start == 0


@pytest.mark.parametrize("quote", [{"text": ""}, {"text": "tea", "start": -1}, {"start": 0}])
def test_a_quote_without_words_or_before_the_page_is_refused(quote: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Quote.model_validate(quote)


def test_drafts_do_not_share_what_they_collect(small_record: TrialRecord) -> None:
    one, other = Draft(record=small_record), Draft(record=small_record)
    one.quotes["/acronym"] = [Quote(text="tea")]
    one.lineage.reader = "person"
    assert (other.quotes, other.lineage.reader) == ({}, "draft")
