"""How often something is given: frequencies, cycles and their days."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extractor.normalise.doses import frequencies
from extractor.normalise.numbers import WORDS
from extractor.normalise.spans_of_time import TimeSpan, time_span

_N = rf"(?:\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?|{WORDS})"
_DAY = r"(?:days?|weeks?|wks?|months?|hours?|hrs?|h|years?)"
_TIMES = rf"(?:once|twice|thrice|(?:{_N})\s?(?:times|x|doses))"
_LY = r"(?:daily|weekly|monthly|nightly|yearly|bi-?weekly|fortnightly)"
_FREQUENCY = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_TIMES}\s+(?:{_LY}|(?:a|per|each|every|in\s+a)\s+(?:{_N}\s?{_DAY}|day|week|month|year|night))"
    rf"|{_TIMES}\s?/\s?(?:d|day|week|wk)"
    rf"|(?:once\s+)?every\s+(?:{_N}[\s-]{{0,2}}{_DAY}|other\s+(?:day|week)|(?:second|third|fourth)\s+(?:day|week)|day|week|month|"
    rf"morning|evening|night)"
    rf"|{_N}\s+days?\s+(?:a|per|each|every)\s+week"
    r"|q\.?\s?\d{1,2}\s?-?(?:h(?:ours?|rs?)?|d(?:ays?)?|w(?:ee)?k?s?|m(?:onths?|o)?)"
    r"|(?:o|b|t|q)\.?\s?i?\.?\s?d\.?(?![A-Za-z])|b\.?d\.?s?|tds|q\.?o\.?d\.?|q\.?h\.?s\.?|qw|qn|qam|qpm"
    rf"|(?:once[- ])?{_LY}|each\s+day|per\s+day|alternate\s+days?|a\s+day)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_CYCLE = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?:of|in|per)\s+)?(?:(?:a|an|each|every|the)\s+)?(?P<span>{_N}[\s-]?{_DAY})[\s-]?(?:treatment\s+)?cycles?(?![A-Za-z])"
    rf"|cycles?\s+(?:length\s+)?(?:of|=|is|:)\s*(?P<span2>{_N}[\s-]?{_DAY})(?![A-Za-z])"
    rf"|days?\s?[\d,\s&+-]{{1,24}}(?:(?:and|to)\s?\d{{1,2}}\s?)?(?:of|every|q)\s?(?:a\s+|each\s+|every\s+)?(?P<span3>\d{{1,2}}[\s-]?(?:days?|weeks?|d|w))(?![A-Za-z])",
    re.IGNORECASE,
)
_ONE_DAY = r"(?:days?\s?|d)?\d{1,3}(?!\d)(?!\s?(?:mg|weeks?|months?|days?\b))"
_DAYS = re.compile(
    rf"(?<![A-Za-z0-9])(?:days?\s?|d(?=\d)){_ONE_DAY}(?:\s?(?:,\s?and|,|;|&|\+|/|and|-|–|to|through)\s?{_ONE_DAY})*",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?P<low>\d{1,3})\s?(?:-|–|to|through)\s?(?:days?\s?|d)?(?P<high>\d{1,3})", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,3}")
_LONGEST = 60
_ABBREVIATED = {"d": "days", "w": "weeks", "h": "hours"}


@dataclass(frozen=True, slots=True)
class PrintedFrequency:
    """A frequency at `text[start:end]`; `per_day` where it is given at least once a day."""

    per_day: Decimal | None
    start: int
    end: int


@lru_cache(maxsize=1024)
def printed_frequencies(text: str) -> tuple[PrintedFrequency, ...]:
    """The frequencies of a text, in order, as printed."""
    return tuple(
        PrintedFrequency(_per_day(match.group()), *match.span()) for match in _FREQUENCY.finditer(text)
    )


def _per_day(words: str) -> Decimal | None:
    found = frequencies(words)
    number = Decimal(found[0][1]) if len(found) == 1 else None
    return number if number is not None and number >= 1 else None


@dataclass(frozen=True, slots=True)
class Cycle:
    """The length of a cycle and where it is printed."""

    length: TimeSpan
    start: int
    end: int


def cycle_of(text: str) -> Cycle | None:
    """The cycle of a text that names one length of it: `of a 28-day cycle`, `days 1 and 8 of 21 days`."""
    found = [(_span_of(match), match) for match in _CYCLE.finditer(text)]
    lengths = {span for span, _ in found if span}
    if len(lengths) != 1:
        return None
    span, match = next((span, match) for span, match in found if span)
    return Cycle(lengths.pop(), *match.span()) if span else None


def _span_of(match: re.Match[str]) -> TimeSpan | None:
    words = match.group("span") or match.group("span2") or match.group("span3")
    if words[-1] in _ABBREVIATED and not words[-2:-1].isalpha():
        words = words[:-1].strip() + " " + _ABBREVIATED[words[-1]]
    return time_span(words)


@dataclass(frozen=True, slots=True)
class CycleDays:
    """Days at `text[start:end]`."""

    days: tuple[int, ...]
    start: int
    end: int


def days_in(text: str) -> CycleDays | None:
    """The days of a text that lists them once: `days 1, 8 and 15`, `D1-14`."""
    found = list(_DAYS.finditer(text))
    if len(found) != 1:
        return None
    words = found[0].group()
    days: set[int] = set()
    for match in _RANGE.finditer(words):
        low, high = int(match.group("low")), int(match.group("high"))
        if not low < high <= low + _LONGEST:
            return None
        days |= set(range(low, high + 1))
    days |= {int(number) for number in _NUMBER.findall(words)}
    return CycleDays(tuple(sorted(days)), *found[0].span())
