"""Evidence, spans and quotes, built without validation: every value in them is one of ours.

A page has hundreds of them, and pydantic's own construction takes longer than finding the words.
"""

from pydantic import BaseModel

from extractor.records.draft import Quote
from extractor.records.envelope import Evidence, EvidenceStatus
from extractor.records.finding import Span

# The slots of a model, written past `__setattr__`.
_made = object.__new__
_values, _fields_set, _extra, _private = (
    BaseModel.__dict__[name].__set__
    for name in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)
_SPAN, _EVIDENCE, _QUOTE = set(Span.model_fields), set(Evidence.model_fields), set(Quote.model_fields)
"""The fields that are set: all of them. No object of ours adds to it, so all objects share one set."""


def span(text: str, start: int, end: int) -> Span:
    """The span of `text[start:end]`."""
    made = _made(Span)
    _values(made, {"quote": text[start:end], "start": start, "end": end})
    _fields_set(made, _SPAN)
    _extra(made, None)
    _private(made, None)
    return made


def evidence(status: EvidenceStatus, spans: list[Span], offered: str | None, rule: str) -> Evidence:
    """The evidence of one value."""
    made = _made(Evidence)
    _values(made, {"status": status, "spans": spans, "offered": offered, "rule": rule})
    _fields_set(made, _EVIDENCE)
    _extra(made, None)
    _private(made, None)
    return made


def quote(text: str, start: int) -> Quote:
    """Words of the page and where they begin."""
    made = _made(Quote)
    _values(made, {"text": text, "start": start})
    _fields_set(made, _QUOTE)
    _extra(made, None)
    _private(made, None)
    return made
