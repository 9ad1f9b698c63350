"""Limits that two numbers print together: `140/90 mmHg`, `between ≥ 7 % and ≤ 10 %`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extractor.normalise.limits import Limit
from extractor.records.comparator import Comparator

_SLASH: Final = re.compile(r"\s?/\s?")
_AND: Final = re.compile(r"\s*(?:and|,)\s*", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"between\s*$", re.IGNORECASE)


def paired(text: str, found: Sequence[Limit]) -> Iterator[Limit]:
    """The limits of a text, with what two of them share given to both, and a range of two signs as one."""
    limits = list(found)
    for at, (first, second) in enumerate(pairwise(found)):
        if is_slashed(text, first, second):
            limits[at] = replace(limits[at], unit=second.unit)
            limits[at + 1] = replace(second, comparator=first.comparator)
        elif _is_range(text, first, second):
            limits[at] = replace(
                first, comparator=Comparator.BETWEEN, high=second.value, unit=second.unit, end=second.end
            )
            limits[at + 1] = limits[at]
    for at, limit in enumerate(limits):
        if at == 0 or limit is not limits[at - 1]:
            yield limit


def is_slashed(text: str, first: Limit, second: Limit) -> bool:
    """Whether two numbers are printed as a pressure is: one sign before both, one unit behind."""
    pressure = second.unit is not None and second.unit.ucum == ("mm[Hg]",)
    plain = second.comparator is Comparator.UNSTATED and first.unit is None
    return pressure and plain and _SLASH.fullmatch(text, first.number_end, second.number) is not None


def _is_range(text: str, first: Limit, second: Limit) -> bool:
    signs = (first.comparator, second.comparator) == (Comparator.GE, Comparator.LE)
    joined = _AND.fullmatch(text, first.end, second.start) is not None
    return signs and joined and _BETWEEN.search(text, max(0, first.start - 12), first.start) is not None
