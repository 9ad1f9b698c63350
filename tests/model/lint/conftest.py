"""A schema without traps, and ways to change it."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from extractor.model.lint.check import lint_schema
from extractor.model.lint.limits import STRICTEST, Limits

SOUND: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["title", "rows"],
    "properties": {
        "title": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "rows": {"type": "array", "items": {"$ref": "#/$defs/Row"}},
    },
    "$defs": {
        "Row": {
            "type": "object",
            "additionalProperties": False,
            "required": ["words", "value", "kind"],
            "properties": {
                "words": {"type": "string"},
                "value": {"type": ["number", "null"]},
                "kind": {"type": "string", "enum": ["TEA", "WATER"]},
            },
        }
    },
}


@pytest.fixture
def sound() -> dict[str, Any]:
    """A schema without traps, free to change."""
    return copy.deepcopy(SOUND)


@pytest.fixture
def row(sound: dict[str, Any]) -> dict[str, Any]:
    """The definition `Row` of `sound`."""
    found: dict[str, Any] = sound["$defs"]["Row"]
    return found


@pytest.fixture
def found() -> Callable[..., list[tuple[str, str]]]:
    """Rule and place of each trap in a schema."""

    def lint(schema: Any, limits: Limits = STRICTEST) -> list[tuple[str, str]]:
        return [(trap.rule, trap.place) for trap in lint_schema(schema, limits)]

    return lint
