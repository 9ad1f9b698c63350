"""Evidence and spans, built without validation: every value in them is one of ours.

A page has hundreds of them, and pydantic's own construction takes longer than finding the words.
"""

from extractor.records.envelope import Evidence, EvidenceStatus
from extractor.records.finding import Span

_set = object.__setattr__
_SPAN, _EVIDENCE = set(Span.model_fields), set(Evidence.model_fields)
"""The fields that are set: all of them. No object of ours adds to it, so all objects share one set."""


def span(text: str, start: int, end: int) -> Span:
    """The span of `text[start:end]`."""
    made = Span.__new__(Span)
    _set(made, "__dict__", {"quote": text[start:end], "start": start, "end": end})
    _set(made, "__pydantic_fields_set__", _SPAN)
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


def evidence(status: EvidenceStatus, spans: list[Span], offered: str | None, rule: str) -> Evidence:
    """The evidence of one value."""
    made = Evidence.__new__(Evidence)
    _set(made, "__dict__", {"status": status, "spans": spans, "offered": offered, "rule": rule})
    _set(made, "__pydantic_fields_set__", _EVIDENCE)
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made
