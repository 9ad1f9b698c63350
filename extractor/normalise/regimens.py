"""Dose statements: agent, dose, route, frequency, cycle, start and stop, from the words of one statement.

`400 mg BID`, `75 mg/m2 IV on day 1 and 8 of 21 days`, `200mg tablet, 2 tablets oral daily for 2 years`.
Nothing is multiplied and nothing supposed: what the words do not say stays None.
"""

import re
from functools import lru_cache
from typing import Final

from extractor.normalise.agents import routes_in
from extractor.normalise.comparators import comparator_after, comparator_before
from extractor.normalise.courses import Course, course_of
from extractor.normalise.dose_statements import Statement, sentences_of, statements
from extractor.normalise.numbers import numbers
from extractor.normalise.printed_amounts import AmountKind
from extractor.normalise.printed_regimens import Place, PrintedBand, PrintedRegimen
from extractor.normalise.schedules import (
    PrintedFrequency,
    cycle_of,
    days_in,
    interval_of,
    printed_frequencies,
)
from extractor.normalise.statement_doses import dose_of, moved
from extractor.normalise.terms import lookup

_COUNTED: Final = re.compile(r"\b(?:cycles|courses)\b", re.IGNORECASE)
_CYCLES: Final = re.compile(r"\bcycles?\b", re.IGNORECASE)
_ON: Final = re.compile(r"(?<![A-Za-z])(?:on|at|from|in)\s+(?:the\s+)?$", re.IGNORECASE)
_AT_MEALS: Final = re.compile(r"meals?|bed|morning|evening", re.IGNORECASE)
_CLOSED: Final = re.compile(r"[)\]]")
_KG: Final = re.compile(r"kg", re.IGNORECASE)
_AIMS: Final = re.compile(
    r"\b(?:aims?|purpose|objectives?|evaluat\w+|compar\w+|investigat\w+|assess\w*|determin\w+|hypothes\w+|efficacy|"
    r"included|consist\w*)\b",
    re.IGNORECASE,
)
_OTHERWISE: Final = re.compile(
    r"(?:titrat|increas|escalat|decreas|reduc|taper|doubl|adjust|assess|monitor|measur|visit|evaluat|check|scan)[a-z]*\s+"
    r"(?:[a-z]+\s+){0,2}(?:[\d.,]+\s?\S{1,12}\s+)?$",
    re.IGNORECASE,
)
"""What is done as often as a frequency behind it says, if it is not the giving."""
_CHANGED: Final = re.compile(
    r"(?:reduc|decreas|interrupt|discontinu|withh)[a-z]*[^.;,]{0,60}$", re.IGNORECASE
)
"""What is done under a condition behind it, if it is not the giving: `reduced if not tolerated`."""
_AGAIN: Final = re.compile(r"repeated\s+(?:once|twice)$", re.IGNORECASE)
_BESIDE: Final = 40
_AND_THEN: Final = re.compile(r"(?<![A-Za-z])(?:and|then)\s+$", re.IGNORECASE)
_AROUND: Final = 200
_OPENING: Final = 12
"""A sentence that begins this few characters before its statement is the statement."""


@lru_cache(maxsize=512)
def regimens(text: str, names: frozenset[str] = frozenset()) -> tuple[PrintedRegimen, ...]:
    """Every dose statement of a text that prints an amount; `names` are agents to look for, folded."""
    found = []
    for start, end in sentences_of(text):
        parts = statements(text[start:end], names)
        for part in parts:
            whole = (start, end) if len(parts) == 1 else (start + part.start, start + part.end)
            found.append(_regimen(text, part, whole, start))
    return tuple(found)


def _regimen(text: str, part: Statement, whole: Place, offset: int) -> PrintedRegimen:
    """Read one statement. Only a statement that has its sentence for itself may look before its head."""
    floor = whole[0]
    told = _AIMS.search(text, floor, offset + part.start) is not None
    words = text[slice(*whole)]
    dose, spent = dose_of(text, part, offset)
    course = course_of(words)
    cycle = cycle_of(words)
    frequency = _frequency(words, course, spent, floor)
    often = words[frequency.start : frequency.end] if frequency else ""
    days = days_in(words)
    start, length = course.start, cycle.length if cycle else None
    if (days or _COUNTED.search(words)) and length is None:
        length = None if frequency and _AND_THEN.search(words, 0, frequency.start) else interval_of(often)
    if days and start and course.stop and start[0] <= days.start < course.stop[1]:
        days = None  # `from day 0 to day 30` are a start and a stop
    if days and len(days.days) == 1 and length is None and not _in_cycles(text, whole):
        start = start or _with_preposition(words, (days.start, days.end))
        days = None
    agent = moved(part.agent, offset)
    condition = course.condition
    if told or (condition and _CHANGED.search(words, 0, condition[0])):
        condition = None
    route = _route(text, part, whole, offset)
    weight = moved(part.weight, offset)
    band = _band(text, weight)
    return PrintedRegimen(
        *_extent(text, part, whole, course, offset),
        agent=agent,
        agent_norm=lookup("agents", text[slice(*agent)]) if agent else None,
        dose=dose,
        route=route[1:] if route else None,
        route_norm=route[0] if route else None,
        frequency=moved((frequency.start, frequency.end), floor) if frequency else None,
        doses_per_day=frequency.per_day if frequency else None,
        band=band,
        begins=moved(start, floor),
        stops=moved(course.stop, floor),
        duration=course.duration,
        condition=moved(condition, floor) or (None if told or band else weight),
        cycle_length=length,
        days_of_cycle=days.days if days else (),
    )


def _in_cycles(text: str, whole: Place) -> bool:
    """Whether the words around a statement speak of cycles."""
    return _CYCLES.search(text, max(0, whole[0] - _AROUND), whole[1] + _AROUND) is not None


def _with_preposition(words: str, place: Place) -> Place:
    match = _ON.search(words, 0, place[0])
    return (match.start() if match else place[0], place[1])


def _route(text: str, part: Statement, whole: Place, offset: int) -> tuple[str, int, int] | None:
    """The one route of a statement; one behind the bracket of the last of several may be that of all."""
    floor = whole[0]
    found = [(name, start + floor, end + floor) for name, start, end in routes_in(text[slice(*whole)])]
    counted = {one.unit[0] + offset for one in part.amounts if one.kind is AmountKind.PIECES and one.unit}
    found = [one for one in found if one[1] not in counted]
    if len({name for name, *_ in found}) != 1:
        return None
    several = part.amounts and (part.start + offset, part.end + offset) == whole and floor > offset
    behind = several and _CLOSED.search(text, part.amounts[-1].end + offset, found[0][1])
    return None if behind else found[0]


def _frequency(words: str, course: Course, spent: list[Place], floor: int) -> PrintedFrequency | None:
    """The one frequency of a statement; one that belongs to a daily total, a start or a stop is none."""
    taken = [(start - floor, end - floor) for start, end in spent]
    taken += [place for place in (course.start, course.stop) if place]
    found = [
        one for one in printed_frequencies(words) if not any(start <= one.start < end for start, end in taken)
    ]
    found = [one for one in found if not _OTHERWISE.search(words, max(0, one.start - _BESIDE), one.start)]
    found = [one for one in found if not _AGAIN.search(words, max(0, one.start - _BESIDE), one.end)]
    divided = [one for one in found if "divided" in words[one.start : one.end].casefold()]
    found = divided or found
    often = [one for one in found if not _AT_MEALS.search(words, one.start, one.end)]
    return next(iter(often or found), None)


def _band(text: str, place: Place | None) -> PrintedBand | None:
    """The limit on body weight printed at a place."""
    if place is None:
        return None
    found = numbers(text[slice(*place)])
    unit = _KG.search(text, *place)
    if len(found) != 1 or unit is None:
        return None
    number = found[0]
    at = place[0] + number.start
    sign = comparator_after(text, unit.end()) or comparator_before(text, at, place[0])
    return PrintedBand(sign[0], number.value, unit.span()) if sign else None


def _extent(text: str, part: Statement, whole: Place, course: Course, offset: int) -> Place:
    """From where to where a statement goes: its sentence, without an aim told before it."""
    start, end = whole
    head = offset + part.start
    if head - start <= _OPENING or not _AIMS.search(text, start, head):
        return start, end
    if course.ends:
        return head, end
    last = offset + (part.amounts[-1].end if part.amounts else part.end)
    last = max(last, part.agent[1] + offset if part.agent else 0)
    for frequency in printed_frequencies(text[last:end]):
        last = last + frequency.end if frequency.start <= _OPENING else last
        break
    for _, _, stop in routes_in(text[last:end])[:1]:
        last = last + stop if stop <= _OPENING else last
    words = text[head:last]
    opened = words.count("(") + words.count("[") > words.count(")") + words.count("]")
    return head, last + (opened and text[last : last + 1] in {")", "]"})
