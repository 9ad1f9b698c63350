"""The address of a value in a record."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records.pointer import field_path, join, parent, resolve, split
from extractor.records.source import PageKind, Source

TOKENS = st.lists(st.text(max_size=8) | st.text(alphabet="~/01", max_size=6), max_size=5)


@given(TOKENS)
def test_what_is_joined_splits_into_the_same_tokens(tokens: list[str]) -> None:
    assert split(join(*tokens)) == tokens


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("", {"a/b": 1, "m~n": 2, "": 3, "~1": 4, "list": [5, [6]]}),
        ("/a~1b", 1),
        ("/m~0n", 2),
        ("/", 3),
        ("/~01", 4),
        ("/list/0", 5),
        ("/list/1/0", 6),
    ],
)
def test_a_pointer_leads_to_its_value_by_the_escapes_of_rfc_6901(pointer: str, value: Any) -> None:
    assert resolve({"a/b": 1, "m~n": 2, "": 3, "~1": 4, "list": [5, [6]]}, pointer) == value


def test_a_pointer_leads_through_models() -> None:
    source = Source(page_kind=PageKind.OTHER, layout="unknown")
    assert resolve({"source": [source]}, "/source/0/layout") == "unknown"


@pytest.mark.parametrize(
    "pointer",
    [
        "/nothing",
        "/list/2",
        "/list/-1",
        "/list/00",
        "/list/01",
        "/list/x",
        "/list/٣",
        "/list/" + "9" * 5000,
        "/text/0",
        "/list/0/below",
        "/source/model_fields",
    ],
)
def test_a_pointer_to_nothing_is_a_lookup_error(pointer: str) -> None:
    source = Source(page_kind=PageKind.OTHER, layout="unknown")
    with pytest.raises(LookupError):
        resolve({"list": [1, 2], "text": "abc", "source": source}, pointer)


@pytest.mark.parametrize("text", ["arms/0", "#/arms", "/a~", "/a~2b", "/~~0"])
def test_text_that_is_no_pointer_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a JSON Pointer"):
        split(text)


def test_the_parent_encloses_the_value() -> None:
    assert parent("/arms/0/label") == "/arms/0"
    assert parent("/arms") == ""


def test_a_field_path_has_no_list_positions() -> None:
    assert field_path("/eligibility/inclusion/0/children/12/text") == "/eligibility/inclusion/children/text"
    assert field_path("/arms/x1/0a") == "/arms/x1/0a"
