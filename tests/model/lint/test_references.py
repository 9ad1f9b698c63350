from collections.abc import Callable
from typing import Any

import pytest

from extractor.model.lint.limits import OPENAI

Found = Callable[..., list[tuple[str, str]]]
TITLE = "/properties/title"


@pytest.mark.parametrize("keyword", ["description", "title", "default"])
def test_a_keyword_beside_a_reference(found: Found, sound: dict[str, Any], keyword: str) -> None:
    sound["properties"]["title"] = {"$ref": "#/$defs/Row", keyword: "a row"}
    assert ("ref_siblings", TITLE) in found(sound, OPENAI)


@pytest.mark.parametrize(
    "reference",
    ["#/$defs/Nothing", "https://example.org/a.json", "other.json#/a", "#/properties/rows", "Row", 7, "#/~2"],
)
def test_a_reference_to_no_definition(found: Found, sound: dict[str, Any], reference: Any) -> None:
    sound["properties"]["title"] = {"$ref": reference}
    assert found(sound, OPENAI) == [("ref_elsewhere", TITLE)]


def test_a_definition_that_holds_itself(found: Found, sound: dict[str, Any], row: dict[str, Any]) -> None:
    row["properties"]["kind"] = {"type": "array", "items": {"$ref": "#/$defs/Row"}}
    assert found(sound) == [("recursion", "/$defs/Row/properties/kind/items")]
    assert found(sound, OPENAI) == []


def test_the_root_that_holds_itself(found: Found, sound: dict[str, Any]) -> None:
    sound["properties"]["title"] = {"anyOf": [{"$ref": "#"}, {"type": "null"}]}
    assert ("recursion", f"{TITLE}/anyOf/0") in found(sound)
    assert found(sound, OPENAI) == []


def test_two_definitions_that_hold_each_other(found: Found, sound: dict[str, Any]) -> None:
    sound["$defs"] = {"Row": {"$ref": "#/$defs/Back"}, "Back": {"$ref": "#/$defs/Row"}}
    assert found(sound) == [("recursion", "/$defs/Back")]


def test_a_definition_used_twice_is_no_recursion(found: Found, sound: dict[str, Any]) -> None:
    sound["properties"]["title"] = {"$ref": "#/$defs/Row"}
    assert found(sound) == []
