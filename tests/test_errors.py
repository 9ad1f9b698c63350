"""Everything that can go wrong, as one tree."""

import inspect

import pytest

from extractor import errors
from extractor.errors import (
    DocumentError,
    DuplicateDocumentError,
    EncodingError,
    ExtractorError,
    ModelError,
    RecordError,
)

CLASSES = [one for _, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, Exception)]


@pytest.mark.parametrize("one", CLASSES)
def test_one_except_clause_catches_every_error(one: type[Exception]) -> None:
    assert issubclass(one, ExtractorError)
    assert one.__doc__


def test_the_tree_in_the_module_names_every_error() -> None:
    assert [one.__name__ for one in CLASSES if one.__name__ not in (errors.__doc__ or "")] == []


def test_an_error_says_what_happened_and_what_to_do() -> None:
    error = ExtractorError("the page is empty", hint="Print it again")
    assert str(error) == "the page is empty. Print it again"
    assert (error.message, error.hint) == ("the page is empty", "Print it again")
    assert str(ExtractorError("the page is empty")) == "the page is empty"


def test_errors_keep_what_a_caller_needs() -> None:
    assert str(DocumentError("is gone", document="a.txt")) == "a.txt: is gone"
    assert EncodingError("bad", document="a.txt", byte=3).byte == 3
    record = RecordError("no number", source="a.json", pointer="/arms/0")
    assert (str(record), record.source, record.pointer) == ("a.json: /arms/0: no number", "a.json", "/arms/0")
    assert str(RecordError("no number")) == "no number"
    model = ModelError("no answer", document="a", raw="{")
    assert (str(model), model.raw) == ("a: no answer", "{")
    assert str(ModelError("no answer")) == "no answer"


@pytest.mark.parametrize(
    ("first", "second", "hint"),
    [
        ("a/p.md", "a/p.txt", "Rename one"),
        ("a/p.txt", "b/p.txt", "Give the folder above both instead, or rename one"),
        ("standard input", "standard input", "Name it once"),
    ],
)
def test_two_pages_of_one_id_are_told_apart_by_what_they_are(first: str, second: str, hint: str) -> None:
    error = DuplicateDocumentError.between(first, second, document="p")
    assert str(error) == f"p: two pages have this id: {first} and {second}. {hint}"
    assert DuplicateDocumentError.between(first, second, document="p", hint="Look").hint == "Look"
