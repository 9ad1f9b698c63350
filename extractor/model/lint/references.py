"""Traps of references: neighbours of `$ref`, targets elsewhere, schemas that hold themselves."""

import re

from extractor.model.lint.limits import Limits
from extractor.model.lint.nesting import nesting_of
from extractor.model.lint.nodes import Schema
from extractor.model.lint.trap import Found, Rule

_DEFINED = re.compile(r"#/\$defs/[^/]+\Z")


def _siblings(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        others = sorted(set(node.value) - {"$ref", "$defs"}) if node.has("$ref") else []
        if others and node.place:
            yield node.place, f"beside $ref stands {', '.join(others)}"


def _elsewhere(schema: Schema, limits: Limits) -> Found:
    for node in schema.nodes:
        if not node.has("$ref"):
            continue
        reference = node.get("$ref")
        if schema.target(node) is None:
            yield node.place, f"$ref {str(reference)[:80]!r} leads nowhere in this schema"
        elif not (_DEFINED.match(reference) or (limits.recursion and reference == "#")):
            yield node.place, f"$ref {reference[:80]!r} leads to no definition below /$defs"


def _recursion(schema: Schema, limits: Limits) -> Found:
    if not limits.recursion:
        for place in nesting_of(schema).loops:
            yield place, "the schema holds itself"


RULES = (
    Rule(
        "ref_siblings", "Leave $ref alone; describe the field in the prompt or in the definition", _siblings
    ),
    Rule("ref_elsewhere", "Define it below /$defs of the same schema", _elsewhere),
    Rule("recursion", "Write the tree as rows with id and parent, and build it in code", _recursion),
)
