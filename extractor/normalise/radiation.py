"""Rays given in fractions: of `60 Gy in 30 fractions of 2 Gy` the amount of one fraction is the dose."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extractor.normalise.printed_amounts import AmountKind, PrintedAmount

_RADIATION: Final = re.compile(r"c?Gy")
_PER_FRACTION: Final = re.compile(
    r"\s?-?\s?(?:(?:/|per|a|each|daily)\s?)?(?:fractions?|fx|fr)(?![A-Za-z])|"
    r"\s?(?:/|per|a|each)\s?(?:day|session)(?![A-Za-z])",
    re.IGNORECASE,
)
_FRACTIONS_OF: Final = re.compile(r"fractions?\s+of\s+$", re.IGNORECASE)
_NEAR: Final = 48
_APART: Final = 80


def fractionated(text: str, found: Sequence[PrintedAmount]) -> Iterator[PrintedAmount]:
    """Amounts with the sum of all fractions marked as such, where the amount of one is printed beside it."""
    single = [one.start for one in found if _is_ray(text, one) and _is_of_a_fraction(text, one)]
    for one in found:
        at = bisect_left(single, one.start - _APART)
        near = at < len(single) and single[at] <= one.start + _APART
        if near and _is_ray(text, one) and not _is_of_a_fraction(text, one):
            yield replace(one, kind=AmountKind.WHOLE)
        else:
            yield one


def _is_ray(text: str, one: PrintedAmount) -> bool:
    return one.unit is not None and _RADIATION.fullmatch(text, *one.unit) is not None


def _is_of_a_fraction(text: str, one: PrintedAmount) -> bool:
    if one.kind is AmountKind.DAILY or _PER_FRACTION.match(text, one.end):
        return True
    return _FRACTIONS_OF.search(text, max(0, one.start - _NEAR), one.start) is not None
