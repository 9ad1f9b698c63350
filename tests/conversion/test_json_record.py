"""JSON as a tree of words."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.conversion.json_record import json_tree
from extractor.conversion.limits import MAX_DEPTH, MAX_FIELDS
from extractor.errors import DocumentError, DocumentTooLargeError, MalformedDocumentError

STUDY = {"protocolSection": {"identificationModule": {"nctId": "NCT09990001"}}}


def test_numbers_and_answers_keep_their_words() -> None:
    text = '{"count": 120, "lat": 7.2900, "big": 123456789012345678901234567890, "yes": true, "no": false}'
    assert json_tree(text, "a.json") == {
        "count": "120",
        "lat": "7.2900",
        "big": "123456789012345678901234567890",
        "yes": "true",
        "no": "false",
    }


def test_escapes_are_undone_and_nulls_are_left_out() -> None:
    assert json_tree(r'{"a": "\u2265 3\n4 \"x\"", "b": null, "c": [null, "d"]}', "a.json") == {
        "a": '≥ 3\n4 "x"',
        "c": ["d"],
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "no JSON record"),
        ("", "no JSON record"),
        ('{"a": 1,}', "no JSON record"),
        ('{"a": NaN}', "NaN is no JSON number"),
        ('{"a": -Infinity}', "-Infinity is no JSON number"),
        ('{"a": "1", "b": "2", "a": "3"}', "the key 'a' stands twice"),
        (r'{"a": "\ud800"}', "half of a surrogate pair"),
        (r'{"\ud800": 1}', "half of a surrogate pair"),
        ("{} {}", "no JSON record"),
        ("// tea", "no JSON record"),
    ],
)
def test_what_is_no_strict_json_is_refused_with_file_and_reason(text: str, why: str) -> None:
    with pytest.raises(MalformedDocumentError, match="a.json: .*" + why):
        json_tree(text, "a.json")


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 100_000])
@pytest.mark.parametrize("brackets", ["[]", '{"a":}'])
def test_depth_is_limited(depth: int, brackets: str) -> None:
    text = brackets[:-1] * depth + "1" + brackets[-1] * depth
    with pytest.raises(DocumentTooLargeError, match="levels deep"):
        json_tree(text, "a.json")


def test_the_number_of_fields_is_limited() -> None:
    with pytest.raises(DocumentTooLargeError, match="fields"):
        json_tree(json.dumps([0] * (MAX_FIELDS + 1)), "a.json")


@pytest.mark.parametrize("whole", [[STUDY, STUDY], {"studies": [STUDY, STUDY, STUDY], "nextPageToken": "x"}])
def test_several_studies_are_refused_with_a_way_to_split_them(whole: Any) -> None:
    with pytest.raises(MalformedDocumentError, match="studies, and a page is one trial") as caught:
        json_tree(json.dumps(whole), "a.json")
    assert "Split it" in caught.value.hint


@pytest.mark.parametrize("whole", [[STUDY], {"studies": [STUDY]}])
def test_a_list_of_one_study_is_that_study(whole: Any) -> None:
    assert json_tree(json.dumps(whole), "a.json") == STUDY


@given(st.text() | st.text(alphabet='{}[]":,\\u0123456789abcdefnulltrue ', max_size=60))
def test_any_text_gives_a_tree_or_one_of_our_errors(text: str) -> None:
    with suppress(DocumentError):
        assert isinstance(json_tree(text, "a"), str | list | dict)
