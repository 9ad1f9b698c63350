from collections.abc import Callable
from typing import Any

import pytest

from extractor.model.lint.limits import OPENAI, STRICTEST

Found = Callable[..., list[tuple[str, str]]]
TITLE = "/properties/title"


@pytest.mark.parametrize("default", [None, "", 0, "tea"])
def test_a_default(found: Found, sound: dict[str, Any], default: Any) -> None:
    sound["properties"]["title"] = {"type": "string", "default": default}
    assert found(sound, OPENAI) == [("default", TITLE)]


@pytest.mark.parametrize(
    ("node", "rule", "by_openai"),
    [
        ({"type": "string", "pattern": "^a"}, "pattern", False),
        ({"type": "string", "format": "date"}, "format", False),
        ({"type": "string", "format": "iri"}, "format", True),
        ({"type": "string", "minLength": 1}, "bound", True),
        ({"type": "number", "minimum": 1}, "bound", False),
        ({"type": "array", "items": {"type": "string"}, "uniqueItems": True}, "bound", True),
        ({"type": "array", "items": {"type": "string"}, "maxItems": 3}, "bound", False),
        ({"type": "array", "items": {"type": "string"}, "contains": {"type": "string"}}, "keyword", True),
        ({"type": "string", "x-check": "verbatim"}, "keyword", True),
        ({"type": "string", "examples": ["tea"]}, "keyword", True),
    ],
)
def test_keywords_that_not_all_servers_take(
    found: Found, sound: dict[str, Any], node: dict[str, Any], rule: str, *, by_openai: bool
) -> None:
    sound["properties"]["title"] = node
    assert found(sound, STRICTEST) == [(rule, TITLE)]
    assert found(sound, OPENAI) == ([(rule, TITLE)] if by_openai else [])


def test_the_old_name_of_definitions(found: Found, sound: dict[str, Any]) -> None:
    sound["definitions"] = sound.pop("$defs")
    sound["properties"]["rows"]["items"] = {"$ref": "#/definitions/Row"}
    rules = [rule for rule, _ in found(sound, OPENAI)]
    assert rules == ["ref_elsewhere", "old_definitions"]
