"""The trap of order: a model writes keys in the schema's order, so evidence must come before the value."""

from extractor.model.lint.limits import Limits
from extractor.model.lint.nodes import Schema
from extractor.model.lint.trap import Found, Rule

EVIDENCE = ("words", "quote", "evidence")
"""Keys that hold the words a value is taken from."""
VALUE = "value"


def _late_evidence(schema: Schema, _: Limits) -> Found:
    for node in schema.nodes:
        names = list(node.properties)
        values = [at for at, name in enumerate(names) if name == VALUE or name.endswith(f"_{VALUE}")]
        words = [at for at, name in enumerate(names) if name in EVIDENCE]
        if values and words and values[0] < words[0]:
            yield node.place, f"{names[values[0]]!r} is written before {names[words[0]]!r}"


RULES = (
    Rule(
        "value_before_evidence",
        "Declare the key of the evidence first: a value written first is only defended by it",
        _late_evidence,
    ),
)
