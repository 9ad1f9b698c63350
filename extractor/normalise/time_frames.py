"""Time frames of outcomes: the moments they name, and the longest follow-up of open ones.

`Weeks 4, 8 and 12` are three moments; `assessed up to 5 years` is a longest follow-up; `from surgery until
relapse` is neither.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extractor.normalise.numbers import WORDS, numbers
from extractor.normalise.spans_of_time import TimeSpan
from extractor.records.times import TimeUnit

# fmt: off
_UNITS: Final = {
    "min": TimeUnit.MINUTE, "minute": TimeUnit.MINUTE, "h": TimeUnit.HOUR, "hr": TimeUnit.HOUR,
    "hour": TimeUnit.HOUR, "d": TimeUnit.DAY, "day": TimeUnit.DAY, "pod": TimeUnit.DAY, "w": TimeUnit.WEEK,
    "wk": TimeUnit.WEEK, "week": TimeUnit.WEEK, "m": TimeUnit.MONTH, "mo": TimeUnit.MONTH,
    "mth": TimeUnit.MONTH, "month": TimeUnit.MONTH, "y": TimeUnit.YEAR, "yr": TimeUnit.YEAR,
    "year": TimeUnit.YEAR,
}
# fmt: on
_N: Final = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|{WORDS})"
_JOINT: Final = r"(?:\s*-?\s*(?:,\s*(?:and|or)|,|&|/|\band\b|\bor\b|\bto\b|-|–)\s*(?:at\s+|after\s+)?)"
_LIST: Final = rf"{_N}(?:{_JOINT}{_N}){{0,24}}"
_UNIT: Final = (
    r"(?:minute|min|hour|hr|day|week|wk|month|mth|mo|year|yr)s?|(?<=\d)\s?[hdw](?![A-Za-z])|"
    r"(?<=\d\s)h(?![A-Za-z])"
)
_MENTION: Final = re.compile(
    rf"(?<![\w.-])(?P<before>{_LIST})[\s-]{{0,2}}(?P<unit>{_UNIT})(?![A-Za-z])"
    r"|(?<![A-Za-z])(?P<unit2>days?|weeks?|wks?|months?|mo|years?|hours?|minutes?|POD|(?-i:[DWMY](?=\d)))\.?\s?"
    rf"(?P<after>{_LIST})"
    r"(?![\w%]|\.\d|\s?(?:mg|doses|cycles|visits))",
    re.IGNORECASE,
)
_UP_TO: Final = re.compile(
    r"(?:up\s?to|upto|within|until|till|through(?:out)?|max(?:imum)?(?:\s+of|\.)?|no\s+(?:later|more)\s+than|less\s+than|followed\s+for|"
    r"assessed\s+for|≤|<)\s*(?:(?:a|an|the|about|approximately|approx\.?|at\s+least|first|maximum\s+of|max\.?|total\s+of|to|next|"
    r"following|~)\s*){0,3}$",
    re.IGNORECASE,
)
_TO: Final = re.compile(
    r"(?P<from>.{0,60}?)\b(?:to|thru)\s*(?:(?:the|about|approximately)\s*)?$", re.IGNORECASE | re.DOTALL
)
_NAMED_START: Final = re.compile(r"(?:baseline|screening|entry|day\s?0|pre-?dose|\d)\W*$", re.IGNORECASE)
_EVERY: Final = re.compile(r"(?:\bevery|\beach|\bq|\bper)\s*$", re.IGNORECASE)
_OFTEN: Final = re.compile(
    r"(?:\bevery\b|\beach\b|\bdaily\b|\bweekly\b|\bmonthly\b|\byearly\b|\bannually\b|\bquarterly\b).{0,60}?\b(?:for|during|over|to)\s*"
    r"(?:(?:a|the|up\s+to|first|total\s+of)\s*){0,2}$",
    re.IGNORECASE | re.DOTALL,
)
_FROM: Final = re.compile(r"\b(?:from|since)\s*(?:the\s+)?$", re.IGNORECASE)
_THROUGH: Final = re.compile(r"\s*(?:through|until|up\s?to|thru)\b", re.IGNORECASE)
_TOLERANCE: Final = re.compile(r"(?:±|\+/-|\+/−|\+\s?/\s?-)\s*$")
_CYCLE: Final = re.compile(r"\bcycles?\s*(?:is|are|=|lasts?|of|being)\s*$|\b1\s+cycle\s*=\s*$", re.IGNORECASE)
_BRACKET: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_REACH: Final = 80
_LONGEST: Final = 600
"""A longer text is no time frame."""


@dataclass(frozen=True, slots=True)
class TimeFrame:
    """What a time frame says in numbers."""

    points: tuple[TimeSpan, ...]
    longest: TimeSpan | None


@lru_cache(maxsize=2048)
def time_frame(words: str) -> TimeFrame:
    """The moments a time frame names, in order, and its longest follow-up, None where it names several."""
    if len(words) > _LONGEST:
        return TimeFrame((), None)
    brackets = [match.span() for match in _BRACKET.finditer(words)]
    outside: list[TimeSpan] = []
    inside: list[TimeSpan] = []
    longest: set[TimeSpan] = set()
    named = False
    for match in _MENTION.finditer(words):
        bracket = next((start for start, end in brackets if start < match.start() < end), None)
        role = _role(words, match, -1 if bracket is None else bracket + 1)
        if role == "longest" and (bracket is None or not longest):
            longest.add(_spans(match)[-1])
        elif role == "point":
            (outside if bracket is None else inside).extend(_spans(match))
        named = named or (bracket is None and role != "none")
    points = outside or ([] if named else inside)
    return TimeFrame(tuple(dict.fromkeys(points)), longest.pop() if len(longest) == 1 else None)


def _role(words: str, match: re.Match[str], floor: int) -> str:
    """Whether a mention is a moment, the longest follow-up, or neither."""
    before = words[max(0, floor, match.start() - _REACH) : match.start()]
    if _EVERY.search(before) or _TOLERANCE.search(before) or _CYCLE.search(before):
        return "none"
    if _FROM.search(before) and _THROUGH.match(words, match.end()):
        return "start"
    if _UP_TO.search(before) or _OFTEN.search(before):
        return "longest"
    to = _TO.fullmatch(before)
    if to and not _NAMED_START.search(to.group("from")):
        return "point" if _ends_in_a_mention(to.group("from")) else "longest"
    return "point"


def _ends_in_a_mention(words: str) -> bool:
    """Whether a range begins with a moment of its own: `day 1 to`, `4 weeks to`."""
    last = next(
        (match for match in _MENTION.finditer(words.rstrip()) if match.end() == len(words.rstrip())), None
    )
    return last is not None


def _spans(match: re.Match[str]) -> list[TimeSpan]:
    unit = (match.group("unit") or match.group("unit2")).strip().lower()
    known = _UNITS.get(unit) or _UNITS[unit.removesuffix("s")]
    listed = match.group("before") or match.group("after")
    return [TimeSpan(abs(one.value), known) for one in numbers(listed.replace("-", " ").replace("–", " "))]


def begins_with_a_time(words: str) -> bool:
    """Whether words begin with a moment or a list of moments: `12 weeks`, `POD 7`, `1-, 2- and 3-year`."""
    return _MENTION.match(words) is not None


def time_points(words: str) -> tuple[TimeSpan, ...]:
    """The moments a time frame names: `1year, 3years, 5 years` are three."""
    return time_frame(words).points


def max_follow_up(words: str) -> TimeSpan | None:
    """The longest follow-up of a time frame that is open up to a limit, or None."""
    return time_frame(words).longest
