"""Ratios of two parameters: a ratio is a parameter of its own, or none."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractor.normalise.limits import Limit
from extractor.normalise.parameters import Mention

_NAME: Final = r"[^\W_][\w-]*(?:\s\d{1,3})?"
_SLASHED: Final = re.compile(
    rf"(?<![\w/-])(?:{_NAME}\s?/\s?{_NAME}|[^\W_][\w-]*(?:\s[\w-]+){{0,2}}\sto\s[\w-]+)\s+ratio$",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"(?<![A-Za-z])ratio\s+of\s+(?:[\w-]+\s+){1,5}(?:to|and|over|/)\s+$", re.IGNORECASE)
_ENDS: Final = re.compile(r"(?<![A-Za-z])ratio$", re.IGNORECASE)
_REACH: Final = 80


def as_ratio(text: str, found: tuple[Mention, ...], limit: Limit) -> tuple[Mention, ...]:
    """The parameters of a limit; where they are parts of a ratio that no table knows, the whole ratio."""
    if not found:
        return found
    if _are_halves(text, found, limit):
        return ()
    last = found[-1]
    begin = max(0, last.start - _REACH)
    if whole := _OF.search(text, begin, last.start):
        return (Mention(None, whole.start(), last.end),)
    if last.norm is not None or not _ENDS.search(text, last.start, last.end):
        return found
    if whole := _SLASHED.search(text, begin, last.end):
        return (Mention(None, min(whole.start(), last.start), last.end),)
    return found if " " in text[last.start : last.end] else ()


def _are_halves(text: str, found: Sequence[Mention], limit: Limit) -> bool:
    """Whether a bare number limits two parameters with a slash between: `ALT/AST > 3`."""
    return (
        len(found) > 1
        and limit.unit is None
        and all(text[one.end : other.start].strip() == "/" for one, other in pairwise(found))
    )
