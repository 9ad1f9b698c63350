"""Traps of objects: keys that may be left out, keys nobody declared."""

from collections.abc import Mapping

from extractor.model.lint.limits import Limits
from extractor.model.lint.nodes import Node, Schema
from extractor.model.lint.trap import Found, Rule


def _required(node: Node) -> list[str]:
    found = node.get("required")
    return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []


def _optional(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        required = set(_required(node))
        for name in node.properties:
            if name not in required:
                yield node.place, f"the key {name!r} is not required"


def _undeclared(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        for name in _required(node):
            if name not in node.properties:
                yield node.place, f"the key {name!r} is required but not declared"


def _open(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        if node.is_object and (why := _openness(node)):
            yield node.place, why


def _openness(node: Node) -> str:
    if node.has("patternProperties"):
        return "patternProperties make an open dictionary"
    further = node.get("additionalProperties")
    if further is False:
        return ""
    if isinstance(further, Mapping):
        return "an open dictionary: its keys are not declared"
    return "unknown keys are let in" if further else "additionalProperties is not set to false"


RULES = (
    Rule("optional_key", "Require every key and let its value be null (anyOf with null)", _optional),
    Rule("undeclared_key", "Declare it under properties, or do not require it", _undeclared),
    Rule(
        "open_object",
        "Set additionalProperties to false (extra='forbid'); write a dictionary as a list of rows",
        _open,
    ),
)
