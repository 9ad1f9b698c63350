"""Traps of names: keys and values of enumerations that servers and grammars stumble over."""

import re
from collections.abc import Iterator
from typing import Any

from extractor.model.lint.limits import Limits
from extractor.model.lint.nodes import Node, Schema
from extractor.model.lint.trap import Found, Rule

_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}\Z")
_DEFINITION = re.compile(r"[A-Za-z0-9_.-]{1,64}\Z")
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_TYPE_OF = {bool: "boolean", int: "integer", str: "string", type(None): "null"}


def _keys(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        for name in node.properties:
            if not _KEY.match(name):
                yield node.place, f"the key {name[:80]!r} is no identifier of at most 64 ASCII characters"


def _definitions(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        for name in node.names("$defs"):
            if not _DEFINITION.match(name):
                yield node.place, f"the definition {name[:80]!r} has a character that not every server takes"


def _enums(schema: Schema, limits: Limits) -> Found:
    for node in schema.nodes:
        if not node.has("enum"):
            continue
        values = node.get("enum")
        if not isinstance(values, list) or not values:
            yield node.place, "the enum lists nothing"
            continue
        yield from ((node.place, message) for message in _of_enum(node, values, limits))


def _of_enum(node: Node, values: list[Any], limits: Limits) -> Iterator[str]:
    seen: set[tuple[type, str]] = set()
    for value in values:
        shown = repr(value)[:60]
        if (mark := (type(value), str(value))) in seen:
            yield f"the enum lists {shown} twice"
        seen.add(mark)
        if type(value) not in _TYPE_OF:
            yield f"the enum lists {shown}, which is no text, whole number, boolean or null"
        elif node.types and not _fits(value, node.types):
            yield f"the enum lists {shown}, which the type {'/'.join(sorted(node.types))} forbids"
        if isinstance(value, str) and (why := _why_hard(value, limits)):
            yield f"the enum's value {shown} {why}"


def _fits(value: Any, types: frozenset[str]) -> bool:
    name = _TYPE_OF[type(value)]
    return name in types or (name == "integer" and "number" in types)


def _why_hard(value: str, limits: Limits) -> str:
    if not value or value != value.strip():
        return "is empty, or begins or ends with a blank"
    if _ESCAPED.search(value):
        return "holds a character that JSON must escape"
    return "is not ASCII" if limits.ascii_enums and not value.isascii() else ""


RULES = (
    Rule("key_name", "Use letters, digits and underscores", _keys),
    Rule(
        "definition_name", "Use letters, digits, underscore, dot or hyphen, at most 64 of them", _definitions
    ),
    Rule("enum", "List short plain names once each, of the type that is declared", _enums),
)
