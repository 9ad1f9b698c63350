"""Spans of time in words: `36 months`, `1year`, `two weeks`."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from extractor.records.times import TimeUnit

_WORDS: Final = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_UNITS: Final = {
    "minute": TimeUnit.MINUTE,
    "min": TimeUnit.MINUTE,
    "hour": TimeUnit.HOUR,
    "hr": TimeUnit.HOUR,
    "day": TimeUnit.DAY,
    "week": TimeUnit.WEEK,
    "wk": TimeUnit.WEEK,
    "month": TimeUnit.MONTH,
    "mo": TimeUnit.MONTH,
    "year": TimeUnit.YEAR,
    "yr": TimeUnit.YEAR,
}
NUMBER: Final = rf"(?:\d{{1,6}}(?:\.\d{{1,4}})?|{'|'.join(_WORDS)})"
UNIT: Final = r"(?:minute|min|hour|hr|day|week|wk|month|mo|year|yr)s?"
SPAN: Final = rf"{NUMBER}[\s-]?{UNIT}(?![A-Za-z])"

_SPAN: Final = re.compile(rf"(?P<number>{NUMBER})[\s-]?(?P<unit>{UNIT})(?![A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A number and its unit, as printed."""

    value: Decimal
    unit: TimeUnit


def time_span(words: str) -> TimeSpan | None:
    """The span that the words are, as a whole, or None."""
    match = _SPAN.fullmatch(words.strip())
    return _of(match) if match else None


def _of(match: re.Match[str]) -> TimeSpan:
    number, unit = match.group("number").lower(), match.group("unit").lower()
    value = Decimal(_WORDS.index(number) + 1) if number in _WORDS else Decimal(number)
    return TimeSpan(value, _UNITS.get(unit) or _UNITS[unit.removesuffix("s")])
