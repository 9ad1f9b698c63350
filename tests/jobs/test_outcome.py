"""Failures: what an error is called, and what it says without the names of pages and files."""

import pytest

from extractor.errors import DocumentTooLargeError, EncodingError, ExtractorError
from extractor.jobs.outcome import PageOutcome, code_of, failure_of
from extractor.model.faults import RateLimitedError


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RateLimitedError("too many"), "rate_limited"),
        (DocumentTooLargeError("large", document="a"), "document_too_large"),
        (EncodingError("bad", document="a"), "encoding"),
        (ExtractorError("any"), "extractor"),
        (KeyError("k"), "key"),
        (OSError("gone"), "os"),
        (FileNotFoundError(2, "gone"), "file_not_found"),
    ],
)
def test_an_error_has_one_name_in_counts(error: Exception, code: str) -> None:
    assert code_of(error) == code


@pytest.mark.parametrize("named", ["folder/a.txt", "a"])
def test_a_message_leaves_out_the_name_of_the_page(named: str) -> None:
    error = EncodingError("byte 3 is bad", document=named, hint="Save it")
    failure = failure_of("a", error)
    assert (failure.document, failure.message, failure.hint) == ("a", "byte 3 is bad", "Save it")


def test_an_error_without_words_is_named_by_its_class() -> None:
    failure = failure_of("a", MemoryError())
    assert (failure.error, failure.message, failure.hint) == ("MemoryError", "MemoryError", "")


def test_an_outcome_without_extraction_and_failure_is_still_to_do() -> None:
    assert not PageOutcome(0, "a", "").done
    assert PageOutcome(0, "a", "", failure=failure_of("a", KeyError())).done
