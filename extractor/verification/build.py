"""Evidence, spans and quotes, built without validation: every value in them is one of ours.

A page has hundreds of them, and pydantic's own construction takes longer than finding the words.
"""

from typing import Final

from pydantic import BaseModel

from extractor.records.draft import Quote
from extractor.records.envelope import Evidence, EvidenceStatus
from extractor.records.finding import Span

_SLOTS: Final = BaseModel.__dict__
# The slots of a model, written past `__setattr__`.
_made: Final = object.__new__
_values: Final = _SLOTS["__dict__"].__set__
_fields_set: Final = _SLOTS["__pydantic_fields_set__"].__set__
_extra: Final = _SLOTS["__pydantic_extra__"].__set__
_private: Final = _SLOTS["__pydantic_private__"].__set__
# The fields that are set: all of them. No object of ours adds to it, so all objects share one set.
_SPAN: Final = set(Span.model_fields)
_EVIDENCE: Final = set(Evidence.model_fields)
_QUOTE: Final = set(Quote.model_fields)


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


def quote(text: str, start: int | None) -> Quote:
    """Words of the page and where they begin, where that is known."""
    made = _made(Quote)
    _values(made, {"text": text, "start": start})
    _fields_set(made, _QUOTE)
    _extra(made, None)
    _private(made, None)
    return made
