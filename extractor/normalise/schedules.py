"""How often something is given: frequencies, cycles and their days."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from extractor.normalise.doses import frequencies
from extractor.normalise.numbers import WORDS
from extractor.normalise.spans_of_time import TimeSpan, time_span

_N: Final = rf"(?:\d{{1,3}}(?:\s?(?:[-–]|to|or)\s?\d{{1,3}})?|{WORDS})"
_DAY: Final = r"(?:days?|weeks?|wks?|months?|hours?|hrs?|h|years?)"
_TIMES: Final = rf"(?:once|twice|thrice|(?:{_N})\s?(?:times|x|doses))"
_LY: Final = r"(?:daily|weekly|monthly|nightly|yearly|bi-?weekly|fortnightly|quarterly)"
_SINGLE: Final = (
    r"(?:single|one-time|one\s+time)"
    r"(?=\s+(?!ascending|rising|escalating)(?:[\w-]+\s+){0,2}?(?:dose|administration|injection|infusion|session)s?\b)"
)
_FREQUENCY: Final = re.compile(
    rf"(?:(?<![A-Za-z0-9])|(?<=mg)|(?<=\dg))(?:{_TIMES}\s+(?:{_LY}|(?:a|per|each|every|in\s+a)\s+"
    rf"(?:{_N}\s?{_DAY}|day|week|month|year|night))|{_TIMES}\s?/\s?(?:day|d|week|wk)"
    rf"|(?:once\s+)?every\s+(?:{_N}[\s-]{{0,2}}{_DAY}|other\s+(?:day|week)|(?:second|third|fourth)\s+(?:day|week)|"
    r"day|week|month|morning|evening|night)|each\s+(?:morning|evening|night)"
    rf"|{_N}\s+days?\s*(?:\s(?:a|per|each|every)\s|/)\s*week|{_N}\s?{_DAY}\s+apart"
    rf"|(?:divided\s+(?:in|into)\s+{_N}\s+doses|{_N}\s+divided\s+doses)"
    r"|(?:before|after|with)\s+(?:each|every)\s+meals?"
    r"|at\s+bedtime|before\s+bed|in\s+the\s+(?:morning|evening)|(?:evening|morning)(?=\s+dose)"
    rf"|at\s+\d{{1,3}}(?:(?:\s?,\s?\d{{1,3}}){{0,6}},?\s+and\s+\d{{1,3}}|(?:\s?,\s?\d{{1,3}}){{1,6}})\s+{_DAY}"
    r"|q\.?\s?\d{1,2}\s?-?(?:h(?:ours?|rs?)?|d(?:ays?)?|w(?:ee)?k?s?|m(?:onths?|o)?)"
    r"|[oq]\.?\s?d\.?(?![A-Za-z])|[btq]\.?\s?i\.?\s?d\.?(?![A-Za-z])|b\.?d\.?s?|t\.?d\.?s\.?|q\.?o\.?d\.?|"
    r"q\.?h\.?s\.?|qw(?:k|eek)?|qn|qam|qpm|t\.?i\.?w\.?|b\.?i\.?w\.?"
    rf"|(?:once[- ])?{_LY}|each\s+day|per\s+day|alternate\s+days?|a\s+day|{_SINGLE}|"
    r"(?:once|twice)(?=\s*(?:[.,;)]|$)))(?![A-Za-z0-9])(?![\s-]*(?:treatment\s+)?cycles?(?![A-Za-z]))",
    re.IGNORECASE,
)
_EVERY: Final = re.compile(
    rf"(?:every|each)\s+(?P<span>{_N}[\s-]{{0,2}}{_DAY})|q\.?\s?(?P<short>\d{{1,2}})\s?-?(?P<unit>[dwm])",
    re.IGNORECASE,
)
_CYCLE: Final = re.compile(
    rf"(?<![A-Za-z0-9])(?P<span>{_N}[\s-]?{_DAY})[\s-]?(?:treatment\s+|long\s+)?cycles?(?![A-Za-z])"
    rf"|cycles?\s+(?:length\s+)?(?:of|=|is|:)\s*(?P<span2>{_N}[\s-]?{_DAY})(?![A-Za-z])"
    r"|(?:days?\s?|d)[\d,\s&+-]{1,24}(?:(?:and|to)\s?\d{1,2}\s?)?(?:of|/)\s?(?:a\s+|each\s+|every\s+)?"
    r"(?P<span3>\d{1,2}(?:[\s-]?(?:days?|weeks?|d|w))?)(?![A-Za-z\d])",
    re.IGNORECASE,
)
_ONE_DAY: Final = r"(?:days?\s?|d)?\d{1,3}(?!\d)(?!\s?(?:mg|weeks?|months?|days?\b))"
_DAYS: Final = re.compile(
    rf"(?<![A-Za-z0-9])(?<!vitamin\s)(?<!\()(?:days?\s?|d(?=\d)){_ONE_DAY}(?:\s?(?:,\s?and|,|;|&|\+|/|and|-|–|to|through)\s?{_ONE_DAY})*",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"(?P<low>\d{1,3})\s?(?:-|–|to|through)\s?(?:days?\s?|d)?(?P<high>\d{1,3})", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"\d{1,3}")
_HOURS: Final = re.compile(r"\d\s?h|hours?|hrs?", re.IGNORECASE)
_RANGED: Final = re.compile(r"\d\s?(?:[-–]|to|or)\s?\d")
_LONGEST: Final = 60
_ABBREVIATED: Final = {"d": "days", "w": "weeks", "h": "hours", "m": "months"}


@dataclass(frozen=True, slots=True)
class PrintedFrequency:
    """A frequency at `text[start:end]`; `per_day` where the table of frequencies has it."""

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
    if _RANGED.search(words):
        return None
    found = frequencies(words)
    return Decimal(found[0][1]) if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Cycle:
    """The length of a cycle and where it is printed."""

    length: TimeSpan
    start: int
    end: int


def cycle_of(text: str) -> Cycle | None:
    """The cycle of a text that names one length of it: `of a 28-day cycle`, `day 1 and 8 of 21`."""
    found = [(_span_of(match), match) for match in _CYCLE.finditer(text)]
    lengths = {span for span, _ in found if span}
    if len(lengths) != 1:
        return None
    span, match = next((span, match) for span, match in found if span)
    return Cycle(lengths.pop(), *match.span()) if span else None


def _span_of(match: re.Match[str]) -> TimeSpan | None:
    words = match.group("span") or match.group("span2") or match.group("span3")
    if words.isdigit():
        return time_span(f"{words} days")
    return time_span(_spelled_out(words))


def _spelled_out(words: str) -> str:
    """`28 d` as `28 days`."""
    if words[-1].lower() in _ABBREVIATED and not words[-2:-1].isalpha():
        return f"{words[:-1].strip()} {_ABBREVIATED[words[-1].lower()]}"
    return words


def interval_of(frequency: str) -> TimeSpan | None:
    """The length of days between two administrations that a frequency says: `every 3 weeks`, `q14d`."""
    match = _EVERY.fullmatch(frequency)
    if match is None or _HOURS.search(frequency):
        return None
    if match.group("short"):
        return time_span(f"{match.group('short')} {_ABBREVIATED[match.group('unit').lower()]}")
    return time_span(_spelled_out(match.group("span")))


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
