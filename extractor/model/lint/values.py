"""Traps of values: defaults, patterns, formats, bounds, keywords that are not taken."""

from extractor.model.lint.limits import BOUNDS, Limits
from extractor.model.lint.nodes import Schema
from extractor.model.lint.trap import Found, Rule

_JUDGED_ELSEWHERE = BOUNDS | {
    "additionalItems",
    "allOf",
    "default",
    "definitions",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "discriminator",
    "else",
    "format",
    "if",
    "not",
    "oneOf",
    "pattern",
    "patternProperties",
    "prefixItems",
    "then",
}


def _defaults(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        if node.has("default"):
            yield node.place, "a default is not taken, and invites leaving the key out"


def _patterns(schema: Schema, limits: Limits) -> Found:
    for node in schema.nodes:
        if node.has("pattern") and not limits.patterns:
            yield node.place, "pattern is not taken everywhere"


def _formats(schema: Schema, limits: Limits) -> Found:
    for node in schema.nodes:
        if node.has("format") and str(node.get("format")) not in limits.formats:
            yield node.place, f"the format {str(node.get('format'))[:40]!r} is not taken everywhere"


def _bounds(schema: Schema, limits: Limits) -> Found:
    for node in schema.nodes:
        for keyword in sorted(BOUNDS - limits.bounds):
            if node.has(keyword):
                yield node.place, f"{keyword} is not taken everywhere"


def _keywords(schema: Schema, limits: Limits) -> Found:
    taken = limits.keywords | _JUDGED_ELSEWHERE
    for node in schema.nodes:
        names = node.value if isinstance(node.value, dict) else ()
        for keyword in names:
            if keyword not in taken:
                yield node.place, f"{keyword[:60]!r} is no keyword that servers know"


def _old_definitions(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        if node.has("definitions"):
            yield node.place, "definitions is the old name of $defs"


RULES = (
    Rule("default", "Leave it out and require the key", _defaults),
    Rule("pattern", "Leave it out of the schema and check the value in code", _patterns),
    Rule("format", "Leave it out of the schema and check the value in code", _formats),
    Rule("bound", "Leave it out of the schema and check the value in code", _bounds),
    Rule("keyword", "Leave it out of what is sent", _keywords),
    Rule("old_definitions", "Use $defs", _old_definitions),
)
