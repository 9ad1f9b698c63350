from collections.abc import Callable
from typing import Any

import pytest

from extractor.model.lint.limits import OPENAI

Found = Callable[..., list[tuple[str, str]]]
ROW = "/$defs/Row"
KIND = f"{ROW}/properties/kind"


@pytest.mark.parametrize("name", ["first name", "größe", "a-b", "1st", "", "$id", "a" * 65, 'a"b'])
def test_a_key_that_is_no_identifier(
    found: Found, sound: dict[str, Any], row: dict[str, Any], name: str
) -> None:
    row["properties"][name] = {"type": "string"}
    row["required"].append(name)
    assert found(sound, OPENAI) == [("key_name", ROW)]


def test_a_definition_with_a_bracket_in_its_name(found: Found, sound: dict[str, Any]) -> None:
    sound["$defs"]["Row[int]"] = {"type": "string"}
    assert found(sound, OPENAI) == [("definition_name", "")]


@pytest.mark.parametrize(
    "enum",
    [
        {"type": "string", "enum": []},
        {"type": "string", "enum": ["A", "A"]},
        {"type": "string", "enum": ["A", None]},
        {"type": "string", "enum": ["A", 7]},
        {"type": "integer", "enum": ["A"]},
        {"enum": [1.5]},
        {"enum": [["A"]]},
        {"type": "string", "enum": [""]},
        {"type": "string", "enum": ["A "]},
        {"type": "string", "enum": ['say "A"']},
        {"type": "string", "enum": ["a\\b"]},
        {"type": "string", "enum": ["a\nb"]},
    ],
)
def test_enums_that_servers_stumble_over(
    found: Found, sound: dict[str, Any], row: dict[str, Any], enum: dict[str, Any]
) -> None:
    row["properties"]["kind"] = enum
    assert found(sound, OPENAI) == [("enum", KIND)]


def test_an_enum_that_is_not_ascii(found: Found, sound: dict[str, Any], row: dict[str, Any]) -> None:
    row["properties"]["kind"] = {"type": "string", "enum": ["≥"]}
    assert found(sound) == [("enum", KIND)]
    assert found(sound, OPENAI) == []


@pytest.mark.parametrize(
    "enum",
    [
        {"type": ["string", "null"], "enum": ["A", None]},
        {"type": "integer", "enum": [1, 2]},
        {"type": "number", "enum": [1]},
        {"enum": [True, "true", 1, "1"]},
    ],
)
def test_enums_that_are_sound(
    found: Found, sound: dict[str, Any], row: dict[str, Any], enum: dict[str, Any]
) -> None:
    row["properties"]["kind"] = enum
    assert found(sound) == []
