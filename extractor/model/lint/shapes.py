"""Traps of shape: the root, combined schemas, unions, tuples, schemas without a type."""

from collections.abc import Mapping

from extractor.model.lint.limits import Limits
from extractor.model.lint.nodes import Node, Schema
from extractor.model.lint.trap import Found, Rule

_COMBINED = ("allOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas", "dependencies")
_TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})
_SAYS_WHAT = ("type", "anyOf", "oneOf", "allOf", "$ref", "enum", "const")


def _root(schema: Schema, _: Limits) -> Found:
    root = schema.root
    if root.get("type") != "object":
        yield "", "the root is no object"
    for keyword in ("anyOf", "oneOf", "$ref", "enum"):
        if root.has(keyword):
            yield "", f"the root holds {keyword}"


def _combined(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        for keyword in _COMBINED:
            if node.has(keyword):
                yield node.place, f"{keyword} is not taken"


def _unions(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        for keyword in ("oneOf", "discriminator"):
            if node.has(keyword):
                yield node.place, f"{keyword} is not taken"


def _first_keys(schema: Schema, limits: Limits) -> Found:
    if limits.same_first_keys:
        return
    for node in schema.nodes:
        seen: dict[str, int] = {}
        for number, first in enumerate(_first_key(schema, part) for part in _branches(node)):
            if first and first in seen:
                yield node.place, f"branches {seen[first]} and {number} begin with the same key {first!r}"
            elif first:
                seen[first] = number


def _branches(node: Node) -> list[Node]:
    return [part for part in node.parts() if part.place.startswith(f"{node.place}/anyOf/")]


def _first_key(schema: Schema, node: Node) -> str:
    return next(iter(schema.resolved(node).properties), "")


def _tuples(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        for keyword in ("prefixItems", "additionalItems"):
            if node.has(keyword):
                yield node.place, f"{keyword} makes a tuple"
        if isinstance(node.get("items"), list):
            yield node.place, "a list under items makes a tuple"


def _untyped(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        if not isinstance(node.value, Mapping):
            yield node.place, "this is no schema" if node.value is not True else "any value is let in"
        elif not any(node.has(keyword) for keyword in _SAYS_WHAT):
            yield node.place, "nothing says what may stand here: any value is let in"
        elif "array" in node.types and not (node.has("items") or node.has("prefixItems")):
            yield node.place, "nothing says what the list holds"
        for name in sorted(node.types - _TYPES):
            yield node.place, f"there is no type {name!r}"


RULES = (
    Rule("root_not_object", "Make the root one object with properties, without union or reference", _root),
    Rule("combined_schema", "Write out what is meant, and check the condition in code", _combined),
    Rule("exclusive_union", "Use anyOf, or rows with a column for the kind", _unions),
    Rule("same_first_key", "Put a key first that only this branch has", _first_keys),
    Rule("tuple", "Use an object with a key for each position", _tuples),
    Rule("untyped", "Give it a type, an enum, a reference or anyOf", _untyped),
)
