from collections.abc import Callable
from typing import Any

import pytest

from extractor.model.lint.limits import OPENAI

Found = Callable[..., list[tuple[str, str]]]
ROW = "/$defs/Row"


@pytest.mark.parametrize("root", [{"type": "array", "items": {"type": "string"}}, {"type": "string"}])
def test_a_root_that_is_no_object(found: Found, root: dict[str, Any]) -> None:
    assert found(root)[0] == ("root_not_object", "")


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
def test_a_union_at_the_root(found: Found, sound: dict[str, Any], keyword: str) -> None:
    sound[keyword] = [{"type": "object"}]
    assert ("root_not_object", "") in found(sound)


def test_a_reference_at_the_root(found: Found, sound: dict[str, Any]) -> None:
    schema = {"$ref": "#/$defs/Row", "$defs": sound["$defs"]}
    assert [rule for rule, _ in found(schema)] == ["root_not_object", "root_not_object"]


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        ("allOf", [{"type": "object"}]),
        ("not", {"type": "string"}),
        ("if", {"type": "object"}),
        ("then", {"type": "object"}),
        ("else", {"type": "object"}),
        ("dependentRequired", {"words": ["value"]}),
        ("dependentSchemas", {}),
    ],
)
def test_combined_schemas(
    found: Found, sound: dict[str, Any], row: dict[str, Any], keyword: str, value: Any
) -> None:
    row[keyword] = value
    assert ("combined_schema", ROW) in found(sound, OPENAI)


@pytest.mark.parametrize("keyword", ["oneOf", "discriminator"])
def test_exclusive_unions(found: Found, sound: dict[str, Any], row: dict[str, Any], keyword: str) -> None:
    row["properties"]["kind"] = {keyword: [{"type": "string"}], "anyOf": [{"type": "string"}]}
    assert found(sound, OPENAI) == [("exclusive_union", f"{ROW}/properties/kind")]


def _branch(*names: str) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(names),
        "properties": {name: {"type": "string"} for name in names},
    }


def test_branches_that_begin_with_the_same_key(found: Found, sound: dict[str, Any]) -> None:
    sound["$defs"]["Other"] = _branch("words", "b")
    sound["properties"]["title"] = {"anyOf": [{"$ref": "#/$defs/Row"}, {"$ref": "#/$defs/Other"}]}
    assert found(sound) == [("same_first_key", "/properties/title")]
    assert found(sound, OPENAI) == []


def test_branches_that_begin_with_keys_of_their_own(found: Found, sound: dict[str, Any]) -> None:
    sound["properties"]["title"] = {"anyOf": [_branch("a", "b"), _branch("b", "a"), {"type": "null"}]}
    assert found(sound) == []


@pytest.mark.parametrize(
    "node",
    [
        {"type": "array", "prefixItems": [{"type": "string"}]},
        {"type": "array", "items": [{"type": "string"}]},
        {"type": "array", "items": {"type": "string"}, "additionalItems": {"type": "string"}},
    ],
)
def test_tuples(found: Found, sound: dict[str, Any], node: dict[str, Any]) -> None:
    sound["properties"]["title"] = node
    assert found(sound, OPENAI) == [("tuple", "/properties/title")]


@pytest.mark.parametrize("node", [{}, True, False, {"description": "x"}, {"type": "any"}, {"type": "array"}])
def test_schemas_that_say_nothing(found: Found, sound: dict[str, Any], node: Any) -> None:
    sound["properties"]["title"] = node
    assert found(sound, OPENAI) == [("untyped", "/properties/title")]
