"""Limits in running text: comparator, number or range, unit. `Hb ≥ 9 g/dl` holds one."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from extractor.normalise.comparators import comparator_after, comparator_before
from extractor.normalise.numbers import PrintedNumber, numbers
from extractor.normalise.units import PrintedUnit, references, unit_at
from extractor.records.base import MAX_DIGITS
from extractor.records.comparator import Comparator

_TO: Final = re.compile(r"\s?(?:-|–|—|−|~|～|∼|\bto\b|up\s+to)\s?", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:and|to)\s+", re.IGNORECASE)
_SHIFTED: Final = re.compile(r"\s?\+\s?\d")
"""`ULN + 4 seconds` is no multiple."""
_WITHIN: Final = re.compile(r"(?<![A-Za-z])within\s+$", re.IGNORECASE)
_OR: Final = re.compile(r"\s{0,4},?\s{0,4}(?:or|and)\s{0,4}", re.IGNORECASE)
_EITHER: Final = re.compile(r"\s+or\s+", re.IGNORECASE)
_SCORE: Final = re.compile(r"(?:scores?|scale|index|mRS|CDR)\s*(?:of|is|:|=)?\s*$", re.IGNORECASE)
_LOWEST: Final = 10
"""Scores that are named one by one (`0 or 1`) are no higher than this."""
_BETWEEN: Final = re.compile(r"between\s+(?:the\s+)?(?:ages?\s+(?:of\s+)?)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit at `text[start:end]`, from its comparator to its unit.

    `high` is the upper end of a range; then `comparator` is BETWEEN. UNSTATED: no comparator is printed.
    The number itself, or the range, stands at `text[number:number_end]`; `word` is true for number words.
    """

    comparator: Comparator
    value: Decimal
    high: Decimal | None
    unit: PrintedUnit | None
    start: int
    number: int
    number_end: int
    end: int
    word: bool

    @property
    def reference(self) -> str:
        """What the limit is a multiple of."""
        return self.unit.reference if self.unit else "ABSOLUTE"


@lru_cache(maxsize=2048)
def limits(text: str) -> tuple[Limit, ...]:
    """Every number of a text as a limit, in order; numbers inside units (`10^9/L`) are none.

    A limit of normal without a number (`> ULN`) is once that limit.
    """
    found = _shared(text, [*_numbered(text)])
    bare = [one for one in _bare(text) if not _inside(found, one)]
    return tuple(sorted([*found, *bare], key=lambda limit: limit.start))


def is_small(limit: Limit) -> bool:
    """Whether the record can hold the numbers."""
    numbers = (limit.value, limit.high) if limit.high is not None else (limit.value,)
    return all(
        len(number.normalize().as_tuple().digits) <= MAX_DIGITS and abs(number.adjusted()) <= MAX_DIGITS
        for number in numbers
    )


def _shared(text: str, found: list[Limit]) -> list[Limit]:
    """Limits joined by `or`, of which only the last has the unit of all: `< 18 or > 35 kg/m2`."""
    for at in range(len(found) - 2, -1, -1):
        one, following = found[at], found[at + 1]
        bounded = Comparator.UNSTATED not in {one.comparator, following.comparator}
        if bounded and one.unit is None and following.unit and _OR.fullmatch(text, one.end, following.start):
            found[at] = replace(one, unit=following.unit)
    return found


def _numbered(text: str) -> Iterator[Limit]:
    printed = numbers(text)
    at = floor = 0
    while at < len(printed):
        number = printed[at]
        at += 1
        if number.start < floor:
            continue
        high = _upper(text, number, printed[at] if at < len(printed) else None, floor)
        if high:
            at += 1
        limit = _limit(text, number, high, floor)
        yield limit
        floor = limit.end


def _inside(found: list[Limit], bare: Limit) -> bool:
    """Whether a limit of normal belongs to a number before it."""
    at = bisect_right(found, bare.start, key=lambda limit: limit.start)
    around = found[max(0, at - 1) : at + 1]
    return any(one.start < bare.end and bare.start < one.end for one in around)


def _bare(text: str) -> Iterator[Limit]:
    for unit in references(text):
        sign = comparator_before(text, unit.start)
        if sign and not _SHIFTED.match(text, unit.end):
            place = (sign[1], unit.start, unit.start, unit.end)
            yield Limit(sign[0], Decimal(1), None, unit, *place, word=False)


def _upper(
    text: str, low: PrintedNumber, following: PrintedNumber | None, floor: int
) -> PrintedNumber | None:
    """The number that ends a range beginning with `low`."""
    if following is None or following.value < low.value:
        return None
    if following.value == low.value + 1 <= _LOWEST and _EITHER.fullmatch(text, low.end, following.start):
        return following if _SCORE.search(text, max(floor, low.start - 24), low.start) else None
    unit = unit_at(text, low.end)
    joints = {low.end, unit.end if unit else low.end}
    between = _BETWEEN.search(text, max(floor, low.start - 24), low.start) is not None
    for end in joints:
        joint = text[end : following.start]
        if _TO.fullmatch(joint) or (between and _AND.fullmatch(joint)):
            return following
    return None


def _limit(text: str, number: PrintedNumber, high: PrintedNumber | None, floor: int) -> Limit:
    last = high or number
    unit = unit_at(text, last.end)
    end = unit.end if unit else last.end
    start, comparator = number.start, Comparator.UNSTATED
    before = comparator_before(text, number.start, floor)
    if (
        before is None
        and unit
        and (unit.reference != "ABSOLUTE" or unit.ucum == ("s",))
        and _WITHIN.search(text, floor, number.start)
    ):
        before = (Comparator.LE, number.start)
    if high:
        comparator = Comparator.BETWEEN
    elif before:
        comparator, start = before
        after = comparator_after(text, end) if comparator is Comparator.EQ else None
        if after:  # `=18 years or older` has lost the sign that its words repeat
            comparator, end = after[0], after[1]
    elif after := comparator_after(text, end) or comparator_after(text, last.end):
        comparator, end = after[0], max(end, after[1])
    highest = high.value if high else None
    return Limit(comparator, number.value, highest, unit, start, number.start, last.end, end, number.word)
