from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from extractor.model.lint.limits import STRICTEST

Found = Callable[..., list[tuple[str, str]]]
AS_IT_IS = replace(STRICTEST, properties=5, depth=3, characters=34, enum_values=2)
"""Exactly what the sound schema needs: title, rows, words, value, kind, Row, TEA, WATER."""


def test_the_limits_themselves_are_allowed(found: Found, sound: dict[str, Any]) -> None:
    assert found(sound, AS_IT_IS) == []


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"properties": 4}, "too_many_properties"),
        ({"depth": 2}, "too_deep"),
        ({"characters": 33}, "too_many_characters"),
        ({"enum_values": 1}, "too_many_enum_values"),
    ],
)
def test_one_more_than_a_limit_is_a_trap(
    found: Found, sound: dict[str, Any], change: dict[str, int], rule: str
) -> None:
    assert found(sound, replace(AS_IT_IS, **change)) == [(rule, "")]


def test_a_definition_used_twice_counts_once_but_for_its_depth(found: Found, sound: dict[str, Any]) -> None:
    sound["properties"]["title"] = {"type": "array", "items": sound["properties"]["rows"]}
    assert found(sound, AS_IT_IS) == [("too_deep", "")]


def test_a_long_enum_has_a_limit_of_its_own(found: Found, sound: dict[str, Any], row: dict[str, Any]) -> None:
    row["properties"]["kind"]["enum"] = [f"K{n:0>40}" for n in range(251)]
    assert found(sound) == [("long_enum", "/$defs/Row/properties/kind")]
    row["properties"]["kind"]["enum"].pop()
    assert found(sound) == []


def test_a_constant_counts_as_a_name(found: Found, sound: dict[str, Any]) -> None:
    sound["properties"]["title"] = {"const": "tea"}
    assert found(sound, AS_IT_IS) == [("too_many_characters", "")]
