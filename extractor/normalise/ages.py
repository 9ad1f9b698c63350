"""Age limits in words: fields such as `18 Years` and criteria such as `Age ≥ 18 years and ≤ 80 years`."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from extractor.normalise.spans_of_time import TimeSpan, time_span
from extractor.records.times import TimeUnit

_NUMBER: Final = r"\d{1,3}(?:\.\d{1,4})?"
_UNIT: Final = r"(?P<unit{n}>years?|yrs?|months?|weeks?|days?)(?:\s+(?:old|of\s+age))?"
_LOW: Final = r"(?P<low_sign>≥|≧|>=|>|at\s+least|not\s+less\s+than|older\s+than|over|from)"
_HIGH: Final = (
    r"(?P<high_sign>≤|≦|<=|<|at\s+most|not\s+more\s+than|no\s+more\s+than|younger\s+than|under|up\s+to)"
)
_HEAD: Final = (
    r"(?:patients?\s+|subjects?\s+|participants?\s+)?(?:the\s+)?(?:patient\s+)?"
    r"aged?\s*(?:was\s+|is\s+|of\s+|:\s*)?"
)
_RANGE: Final = re.compile(
    rf"{_HEAD}(?:between\s+)?(?P<low>{_NUMBER})\s*(?:-|–|~|to|and)\s*(?P<high>{_NUMBER})\s*"
    rf"(?:{_UNIT.format(n=1)})?\.?",
    re.IGNORECASE,
)
_BOUNDS: Final = re.compile(
    rf"{_HEAD}(?:{_LOW}\s*(?P<low>{_NUMBER})\s*(?:{_UNIT.format(n=1)})?)?(?:\s*(?:and|,)\s*)?"
    rf"(?:{_HIGH}\s*(?P<high>{_NUMBER})\s*(?:{_UNIT.format(n=2)})?)?\.?",
    re.IGNORECASE,
)
_OR_OLDER: Final = re.compile(
    rf"(?:{_HEAD})?(?P<low>{_NUMBER})\s*{_UNIT.format(n=1)}\s*(?:or|and)\s+(?:older|above|over)\.?(?P<high>)",
    re.IGNORECASE,
)
_LONGEST: Final = 120
"""A longer criterion speaks of more than age."""
_EXCLUSIVE: Final = frozenset({">", "<", "older than", "younger than", "over", "under"})


@dataclass(frozen=True, slots=True)
class AgeLimit:
    """One limit, and whether the limit itself is eligible."""

    value: Decimal
    unit: TimeUnit
    inclusive: bool | None


@dataclass(frozen=True, slots=True)
class AgeLimits:
    """The lower and the upper limit, as far as they are stated."""

    low: AgeLimit | None
    high: AgeLimit | None


def age(words: str) -> TimeSpan | None:
    """An age printed in a field of its own: `18 Years`."""
    return time_span(words)


def age_limits(criterion: str) -> AgeLimits | None:
    """The limits of a criterion that speaks of age and nothing else; None for any other text.

    A unit is never supposed: a criterion without one gives None.
    """
    text = criterion.strip()
    if len(text) > _LONGEST:
        return None
    if match := _RANGE.fullmatch(text):
        return _limits(match, match.group("unit1"), inclusive=(True, True))
    if match := _OR_OLDER.fullmatch(text):
        return _limits(match, match.group("unit1"), inclusive=(True, True))
    match = _BOUNDS.fullmatch(text)
    if not match or not (match.group("low") or match.group("high")):
        return None
    unit = match.group("unit1") or match.group("unit2")
    return _limits(match, unit, inclusive=(_included(match, "low_sign"), _included(match, "high_sign")))


def _included(match: re.Match[str], group: str) -> bool:
    return " ".join((match.group(group) or "").lower().split()) not in _EXCLUSIVE


def _limits(match: re.Match[str], unit: str | None, *, inclusive: tuple[bool, bool]) -> AgeLimits | None:
    if not unit:
        return None
    span = time_span(f"1 {unit}")
    if span is None:
        return None

    def limit(group: str, included: bool) -> AgeLimit | None:
        number = match.group(group)
        return AgeLimit(Decimal(number), span.unit, included) if number else None

    return AgeLimits(limit("low", inclusive[0]), limit("high", inclusive[1]))
