from collections.abc import Callable
from typing import Any

import pytest

from extractor.model.lint.limits import OPENAI

Found = Callable[..., list[tuple[str, str]]]
ROW = "/$defs/Row"


def test_a_key_that_may_be_left_out(found: Found, sound: dict[str, Any], row: dict[str, Any]) -> None:
    row["required"] = ["words"]
    assert found(sound, OPENAI) == [("optional_key", ROW)] * 2


def test_no_list_of_required_keys(found: Found, sound: dict[str, Any], row: dict[str, Any]) -> None:
    del row["required"]
    assert found(sound, OPENAI) == [("optional_key", ROW)] * 3


def test_a_required_key_that_is_not_declared(
    found: Found, sound: dict[str, Any], row: dict[str, Any]
) -> None:
    row["required"].append("colour")
    assert found(sound, OPENAI) == [("undeclared_key", ROW)]


@pytest.mark.parametrize("further", [True, {"type": "string"}, {}])
def test_further_keys_that_are_let_in(
    found: Found, sound: dict[str, Any], row: dict[str, Any], further: Any
) -> None:
    row["additionalProperties"] = further
    assert ("open_object", ROW) in found(sound, OPENAI)


def test_an_object_that_does_not_say_so(found: Found, sound: dict[str, Any], row: dict[str, Any]) -> None:
    del row["additionalProperties"]
    assert found(sound, OPENAI) == [("open_object", ROW)]


def test_keys_by_pattern(found: Found, sound: dict[str, Any], row: dict[str, Any]) -> None:
    row["patternProperties"] = {"^x": {"type": "string"}}
    assert found(sound, OPENAI) == [("open_object", ROW)]


def test_an_object_without_type(found: Found, sound: dict[str, Any], row: dict[str, Any]) -> None:
    del row["type"], row["additionalProperties"]
    assert [rule for rule, _ in found(sound, OPENAI)] == ["untyped", "open_object"]
