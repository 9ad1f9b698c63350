"""Figures of results: confidence intervals, p values, counts with percentages."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from extractor.normalise.comparators import comparator_before
from extractor.normalise.limits import Limit, limits
from extractor.records.comparator import Comparator

_DOT: Final = re.compile(r"(?<=\d)·(?=\d)|(?<=[\s(<>=≤≥])·(?=\d)")
_CI: Final = re.compile(
    r"(?:(?P<level>\d{2}(?:\.\d+)?)\s?(?:%|percent)\s?)?(?:CI|c\.i\.|confidence\s+interval)s?(?:\s?\(CI\))?\s?(?:(?P<level2>9\d)\s?%)?\s?"
    r"[,:=]?\s?[\[(]?\s?(?P<low>[-−]?\d+(?:\.\d+)?)\s?%?\s?(?:-|–|—|to|,|;)\s?(?P<high>[-−]?\d+(?:\.\d+)?)",
    re.IGNORECASE,
)
_P: Final = re.compile(
    r"(?<![A-Za-z])p(?:[-\s]?values?)?\s*(?:of|was|is)?\s*(?P<sign>[<>=≤≥])\s*(?P<value>0?\.\d+|\d+(?:\.\d+)?)",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\s*[(\[]\s*\d+(?:\.\d+)?\s?%\s*[)\],;]|\s*/\s*\d+(?!\d)|\s+(?:patients?|pts?|participants?|subjects?|cases?|women|men|"
    r"children|infants?|adults?|of\b|out\s+of\b|\d+\s+patients)",
    re.IGNORECASE,
)
_OUT_OF: Final = re.compile(r"(?:of|out\s+of|/)\s*(?:the\s+)?(?:all\s+)?$", re.IGNORECASE)
_NAMED: Final = re.compile(r"[A-Za-z)\]]-?$")


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval at `text[start:end]`; `level` None where none is printed."""

    level: Decimal | None
    low: Decimal
    high: Decimal
    start: int
    end: int


def _number(digits: str) -> Decimal:
    return Decimal(digits.replace("−", "-"))


def with_points(text: str) -> str:
    """A text, as long as before, with points in its decimals where raised dots were: `9·8`."""
    return _DOT.sub(".", text) if "·" in text else text


@lru_cache(maxsize=1024)
def intervals(text: str) -> tuple[Interval, ...]:
    """The confidence intervals of a text, in order."""
    return tuple(
        Interval(
            _number(match.group("level") or match.group("level2"))
            if match.group("level") or match.group("level2")
            else None,
            _number(match.group("low")),
            _number(match.group("high")),
            *match.span(),
        )
        for match in _CI.finditer(with_points(text))
    )


@lru_cache(maxsize=1024)
def p_values(text: str) -> tuple[tuple[Comparator, Decimal, int, int], ...]:
    """The p values of a text: sign, value, first and last offset."""
    found = []
    text = with_points(text)
    for match in _P.finditer(text):
        sign = comparator_before(text, match.start("value"), match.start("sign"))
        found.append((sign[0] if sign else Comparator.EQ, Decimal(match.group("value")), *match.span()))
    return tuple(found)


@lru_cache(maxsize=1024)
def plain_figures(text: str) -> tuple[Limit, ...]:
    """Numbers of a text that are no part of an interval, a p value or a name (`IL-6`)."""
    text = with_points(text)
    taken = [(one.start, one.end) for one in intervals(text)] + [(one[2], one[3]) for one in p_values(text)]
    return tuple(
        limit
        for limit in limits(text)
        if not any(start <= limit.number < end for start, end in taken)
        and not _NAMED.search(text[max(0, limit.number - 2) : limit.number])
    )


def is_count(text: str, figure: Limit) -> bool:
    """Whether a figure counts people: a percentage in brackets or a word for people follows."""
    return (
        figure.unit is None
        and figure.value == figure.value.to_integral_value()
        and _COUNTED.match(text, figure.number_end) is not None
    )


def is_denominator(text: str, figure: Limit) -> bool:
    """Whether a figure is what a count is out of."""
    return _OUT_OF.search(text[max(0, figure.number - 16) : figure.number]) is not None
