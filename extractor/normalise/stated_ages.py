"""Limits on age inside a criterion: `Females 40 years or older`, `between the ages of 18 and 65 years`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from extractor.normalise.limits import Limit, limits
from extractor.normalise.stated import Stated
from extractor.normalise.windows import time_unit
from extractor.records.comparator import Comparator
from extractor.records.criteria import AgeConstraint
from extractor.records.times import Age, TimeUnit

_NAMED: Final = re.compile(
    r"(?:(?<![A-Za-z])(?<!gestational\s)(?<!bone\s)ages?|(?<![A-Za-z])aged|(?<=s)aged)(?![A-Za-z])"
    r"(?:[\s:：,(=]|of|is|was|were|are|between|from|range|ranges|ranging|limits?|the|at|patient|group|must|be|old|in|years?|eligible|"
    r"both|who|has|have|to|minimum|maximum|study|enrol?lment|screening|consent|inclusion|time|equal)*$",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"(?:\s*\((?:inclusive|s)\))?,?\s*(?:-?\s?old(?![A-Za-z])|(?:or|and)\s+(?:older|younger)|of\s+age(?![A-Za-z])|in\s+age(?![A-Za-z])|age(?![A-Za-z]))",
    re.IGNORECASE,
)
_OLDER: Final = re.compile(r"older|younger", re.IGNORECASE)
_PEOPLE: Final = re.compile(
    r"(?:adults?|children|men|women|wom[ae]n|males?|females?|infants?|adolescents?|boys|girls)\s*[(,:]?\s*(?:(?:between|from|of)\s+)?$",
    re.IGNORECASE,
)
_NOT_AGE: Final = re.compile(
    r"[\s)]*(?:prior|previous|before|after|since|from|ago|post|following|duration|of\s+(?!age)|with(?:out)?\s+history)",
    re.IGNORECASE,
)
_THINGS: Final = re.compile(
    r"(?:assessments?|results?|tests?|scans?|images?|imaging|biops(?:y|ies)|samples?|tissue|specimens?|reports?|records?|"
    r"values?|data|MRI|CT|ECGs?|X-?rays?|measurements?|examinations?)\s*,?\s*(?:(?:that|which|is|are|was|were|be|must|should|may)\s+)*$",
    re.IGNORECASE,
)
"""What may be old and is no person: `laboratory results not older than 3 months`."""
_ALSO: Final = re.compile(
    r"(?:\s*(?:years?|yrs?|old|of\s+age))*(?:\s*\([^()]{0,30}\))?\s*(?:,|and|but|to|-|–|&|,\s*(?:and|but))?\s*(?:be\s+)?(?:not\s+)?",
    re.IGNORECASE,
)
_TO: Final = re.compile(r"\s*(?:to|-|–|up\s+to|through|and)\s*", re.IGNORECASE)
_JOINT: Final = 12
_BEFORE: Final = 60
_TOGETHER: Final = re.compile(r"\s*(?:,|and|or|but|to|&)?\s*(?:and|or|but)?\s*", re.IGNORECASE)
_OR_ALSO: Final = re.compile(rf"{_ALSO.pattern}(?:or\s+)?", re.IGNORECASE)
_LOW: Final = {Comparator.GE: True, Comparator.GT: False}
_HIGH: Final = {Comparator.LE: True, Comparator.LT: False}
_OLDEST: Final = 130


_NO_LIMIT: Final = re.compile(
    r"(?:mean|median|average|onset|diagnos\w*)(?![A-Za-z])[^.;]*$|"
    r"(?:before|by|at|since|until|after|prior\s+to|from\s+birth\s+to)\s+(?:the\s+)?age(?:\s+of)?\s*$",
    re.IGNORECASE,
)
"""What is told of an age that limits nobody's: `mean age 45`, `ill before age 40`."""
_ALONE: Final = re.compile(
    r"(?:(?:adults?|children|(?:wo)?men|patients?|subjects?|participants?|volunteers?|males?|females?|and|or|be|must|are|is|"
    r"should)\s*)*[\s(:,]*",
    re.IGNORECASE,
)
_CLOSED: Final = re.compile(r"[\s).;,]*")
_YOUNGEST_ALONE: Final = 12
"""A bare number of people's years is no lower: `women ≥ 2`."""


@dataclass(frozen=True, slots=True)
class UnreadAge:
    """A number at `text[start:end]` that seems to limit age, and what is printed with it.

    `unit` may be that of the next limit, if it is shared. A bare `=` is a comparator whose sign may be lost.
    """

    value: Decimal
    unit: TimeUnit | None
    comparator: Comparator
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Range:
    low: Age | None
    high: Age | None
    start: int
    end: int
    words: int = 0
    """Where the words end, if the unit stands behind the next limit."""


@lru_cache(maxsize=1024)
def stated_ages(text: str, unit: TimeUnit | None = None) -> tuple[Stated, ...]:
    """The limits on age that a text states, in order; both ends of one range together.

    A limit without a unit gives nothing, unless `unit` says what a field of the page prints with the number.
    """
    printed = limits(text)
    if unit is None and not any(time_unit(one) for one in printed):
        return ()  # as in most criteria
    found: list[_Range] = []
    for one in _ranges(text, printed, unit):
        last = found[-1] if found else None
        if last and last.high is None and one.low is None and _ALSO.fullmatch(text, last.end, one.start):
            found[-1] = _Range(last.low, one.high, last.start, one.end, one.words)
        else:
            found.append(one)
    ends = [one.start for one in found[1:]] + [len(text)]
    return tuple(
        Stated(AgeConstraint(min=one.low, max=one.high), *_words(text, one, end))
        for one, end in zip(found, ends, strict=False)
    )


@lru_cache(maxsize=1024)
def unread_ages(text: str, unit: TimeUnit | None = None) -> tuple[UnreadAge, ...]:
    """The numbers that seem to limit age and that `stated_ages` leaves: without a sign, or without a unit."""
    printed = limits(text)
    read = list(reversed(stated_ages(text, unit))) if printed else []
    found: list[UnreadAge] = []
    for at, limit in enumerate(printed):
        following = printed[at + 1] if at + 1 < len(printed) else None
        own = time_unit(limit)
        while read and read[-1].end <= limit.number:
            read.pop()
        if (limit.unit and not own) or (read and read[-1].start <= limit.number):
            continue
        joined = bool(found) and _OR_ALSO.fullmatch(text, found[-1].end, limit.start) is not None
        if joined or _seems_age(text, limit, following):
            shared = time_unit(following) if following and _shares(text, limit, following) else None
            end = limit.unit.end if limit.unit else limit.end
            if following and following.start < end:
                end = limit.end
            found.append(UnreadAge(limit.value, own or shared, limit.comparator, limit.start, end))
    return tuple(found)


def _seems_age(text: str, limit: Limit, following: Limit | None) -> bool:
    """Whether words say that a number is an age, or nothing but people and a limit stands in the text."""
    if limit.value > _OLDEST or _NO_LIMIT.search(text, max(0, limit.start - _BEFORE), limit.start):
        return False
    if _is_age(text, limit, following):
        behind = limit.unit is None and limit.comparator is Comparator.UNSTATED
        return not behind or _NAMED.search(text, max(0, limit.start - _BEFORE), limit.start) is not None
    bounded = limit.comparator is not Comparator.UNSTATED and limit.value >= _YOUNGEST_ALONE
    if limit.start > _BEFORE:
        return False
    in_years = time_unit(limit) is TimeUnit.YEAR or limit.unit is None
    last = limit.unit.end if limit.unit else limit.end
    return (
        bounded
        and in_years
        and _ALONE.fullmatch(text, 0, limit.start) is not None
        and _CLOSED.fullmatch(text, last) is not None
    )


def _words(text: str, one: _Range, end: int) -> tuple[int, int]:
    """Where all the words of a limit stand, from the word `age` or a person to `of age`."""
    begin = max(0, one.start - _BEFORE)
    head = text[begin : one.start]
    named = _NAMED.search(head) or _PEOPLE.search(head)
    behind = _BEHIND.match(text, one.end)
    start = begin + named.start() if named else one.start
    own = behind.end() if behind and behind.end() <= end else one.end
    return start, max(one.words, own)


def _ranges(text: str, printed: Sequence[Limit], unit: TimeUnit | None) -> Iterator[_Range]:
    near = -1
    for at, limit in enumerate(printed):
        following = printed[at + 1] if at + 1 < len(printed) else None
        own = time_unit(limit)
        if limit.unit and not own:
            continue
        joined = near >= 0 and _OR_ALSO.fullmatch(text, near, limit.start) is not None
        if following and (spread := _spread(text, limit, following)):
            near = spread.end
            yield spread
            continue
        named = _is_age(text, limit, following) or (joined and limit.comparator is not Comparator.UNSTATED)
        shared = (
            own or (time_unit(following) if following and _shares(text, limit, following) else None) or unit
        )
        if named and shared and (one := _range(limit, shared)):
            near = one.end
            yield one


def _spread(text: str, low: Limit, high: Limit) -> _Range | None:
    """A range whose ends have units of their own: `aged 6 months to 5 years`."""
    units = time_unit(low), time_unit(high)
    plain = low.comparator is high.comparator is Comparator.UNSTATED
    if (
        not plain
        or None in units
        or not _TO.fullmatch(text, low.end, high.start)
        or not _is_age(text, low, None)
    ):
        return None
    first, last = (
        Age(value=one.value, unit=unit, inclusive=True)
        for one, unit in zip((low, high), units, strict=True)
        if unit
    )
    return _Range(first, last, low.start, high.end)


def _is_age(text: str, limit: Limit, following: Limit | None) -> bool:
    """Whether the words around a limit say that it is one on age."""
    head = text[max(0, limit.start - _BEFORE) : limit.start]
    if _THINGS.search(head):
        return False
    if _NAMED.search(head) or _BEHIND.match(text, limit.end) or _OLDER.search(text, limit.start, limit.end):
        return _NOT_AGE.match(text, limit.end) is None
    if limit.unit and _PEOPLE.search(head) and limit.comparator is not Comparator.UNSTATED:
        return _NOT_AGE.match(text, limit.end) is None
    if following is None or not _shares(text, limit, following):
        return False
    return _is_age(text, following, None) or (
        time_unit(following) is TimeUnit.YEAR and _PEOPLE.search(head) is not None
    )


def _shares(text: str, limit: Limit, following: Limit) -> bool:
    """Whether a limit without a unit is joined to the next one: `≥ 12 and < 18 years`."""
    joint = text[limit.end : following.start]
    return (
        limit.comparator is not Comparator.UNSTATED
        and len(joint) <= _JOINT
        and _TOGETHER.fullmatch(joint) is not None
    )


def _range(limit: Limit, unit: TimeUnit) -> _Range | None:
    if limit.value > _OLDEST or (limit.high is not None and limit.high > _OLDEST) or limit.value < 0:
        return None
    low = high = None
    if limit.comparator is Comparator.BETWEEN and limit.high is not None:
        low, high = (Age(value=value, unit=unit, inclusive=True) for value in (limit.value, limit.high))
    elif limit.comparator in _LOW:
        low = Age(value=limit.value, unit=unit, inclusive=_LOW[limit.comparator])
    elif limit.comparator in _HIGH:
        high = Age(value=limit.value, unit=unit, inclusive=_HIGH[limit.comparator])
    words = limit.unit.end if limit.unit else limit.end
    return _Range(low, high, limit.start, limit.end, words) if low or high else None
