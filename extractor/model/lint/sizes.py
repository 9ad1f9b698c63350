"""Traps of size: too many keys, too deep, too many names and values.

Keys and names are counted as they are written, a definition once; depth follows references. Objects and
lists both count as a level, the root is the first: servers count differently, this is the strictest way.
"""

from collections.abc import Iterator
from typing import Any

from extractor.model.lint.limits import Limits
from extractor.model.lint.nesting import nesting_of
from extractor.model.lint.nodes import Schema
from extractor.model.lint.trap import Found, Rule

_LONG_ENUM = 250


def _properties(schema: Schema, limits: Limits) -> Found:
    count = sum(len(node.properties) for node in schema.nodes)
    if count > limits.properties:
        yield "", f"{count:,} properties, more than {limits.properties:,}"


def _depth(schema: Schema, limits: Limits) -> Found:
    depth = nesting_of(schema).depth
    if depth > limits.depth:
        yield "", f"{depth} levels of objects and lists, more than {limits.depth}"


def _characters(schema: Schema, limits: Limits) -> Found:
    count = sum(len(name) for name in _names(schema))
    if count > limits.characters:
        yield "", f"{count:,} characters of names and enums, more than {limits.characters:,}"


def _names(schema: Schema) -> Iterator[str]:
    for node in schema.nodes:
        yield from node.properties
        yield from node.names("$defs")
        yield from (str(value) for value in _enum(node.get("enum")))
        if node.has("const"):
            yield str(node.get("const"))


def _enum(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []


def _enum_values(schema: Schema, limits: Limits) -> Found:
    count = sum(len(_enum(node.get("enum"))) for node in schema.nodes)
    if count > limits.enum_values:
        yield "", f"{count:,} values of enums, more than {limits.enum_values:,}"


def _long_enums(schema: Schema, limits: Limits) -> Found:
    for node in schema.nodes:
        values = _enum(node.get("enum"))
        size = sum(len(value) for value in values if isinstance(value, str))
        if len(values) > _LONG_ENUM and size > limits.long_enum_characters:
            most = limits.long_enum_characters
            yield node.place, f"an enum of {len(values):,} values has {size:,} characters, more than {most:,}"


RULES = (
    Rule("too_many_properties", "Ask in several passes, each with a schema of its own", _properties),
    Rule("too_deep", "Write inner lists as rows of their own that name their parent", _depth),
    Rule("too_many_characters", "Shorten names, or ask in several passes", _characters),
    Rule("too_many_enum_values", "Ask for the words and look the value up in code", _enum_values),
    Rule("long_enum", "Ask for the words and look the value up in code", _long_enums),
)
