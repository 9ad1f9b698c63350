"""Limits in time: `within 4 weeks after hepatectomy`, `in the last three months`, `at study entry`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extractor.normalise.anchors import anchor
from extractor.normalise.limits import Limit, is_small, limits
from extractor.normalise.stated import Stated
from extractor.records.comparator import Comparator
from extractor.records.criteria import TimeConstraint, TimeRelation
from extractor.records.times import TimeUnit

UNITS: Final = {
    "a": TimeUnit.YEAR,
    "mo": TimeUnit.MONTH,
    "wk": TimeUnit.WEEK,
    "d": TimeUnit.DAY,
    "h": TimeUnit.HOUR,
    "min": TimeUnit.MINUTE,
}
"""UCUM codes of time units."""
_LAST: Final = r"(?:last|past|previous|prior|preceding|first|next|most\s+recent|recent)"
_WITHIN: Final = re.compile(
    rf"(?:within(?:\s+(?:the|a|an))?(?:\s+{_LAST})?(?:\s+period\s+of)?|(?:(?:in|during|over|for)(?:\s+the)?\s+)?{_LAST})\s*\(?$",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"(?:within|in|during|over|for)\s+the\s+(?:last|past|previous|prior|preceding)\s+(?P<unit>year|month|week|day|hour)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
_SLIP: Final = re.compile(r"[a-z]\s+with\s*$")
_DURING: Final = re.compile(r"(?:in|during|over|for)(?:\s+(?:the|a))?\s*$", re.IGNORECASE)
_LED: Final = re.compile(r"(?:in|during|over|for|of|lasting|between)(?:\s+(?:the|a))?\s*$", re.IGNORECASE)
_FOR: Final = re.compile(r"(?:for|of|lasting)\s*$", re.IGNORECASE)
_LASTING: Final = re.compile(
    r"(?:diagnos|stable|stabil|documented|known|existing|present|symptom|disease[\s-]free|controlled|postmenopausal|"
    r"amenorrh|histor|persist|duration|naive|sober|abstinen|remission|married|resid|pain|diabet|disease|disorder|"
    r"syndrome|asthma|copd|migraine|epilep|arthritis|hypertens|hepatitis|headache|insomnia|depress|dialysis|receiv|"
    r"treated|therapy|taking)",
    re.IGNORECASE,
)
_ASIDE: Final = (
    r"(?:\s*,?\s*\(?(?:or|and)\s+\w+\s+half-?\s?li(?:fe|ves)(?:\s*\([^()]{0,40}\))?\)?|\s*,?\s*\(?whichever\s+(?:is|was)\s+\w+\)?,?|"
    r"\s*\([^()]{0,30}\))"
)
_OF_HALF_LIVES: Final = re.compile(r"half-?\s?li(?:fe|ves)\s+of\s*$", re.IGNORECASE)
_HAPPENS: Final = re.compile(
    r"onset|surg|operat|randomi|diagnos|first|last|dos(?:e|ing)|screen|baseline|enrol|entry|admission|birth|deliver|injur|stroke|"
    r"event|transplant|procedure|visit|start|initiat|complet|infarct|symptom|day\s?\d|consent|registr|inclusion|present|discharge|"
    r"arrival|hospital|end|recruit|signing",
    re.IGNORECASE,
)
"""What happens at a moment; `less than 32 weeks of gestation` counts from none."""
_GOES_ON: Final = re.compile(r"\s*,?\s*(?:within|during|in|over)(?![A-Za-z])", re.IGNORECASE)
"""A stretch inside another one, `for more than 14 days within 3 months`, is no limit of its own."""
_THEN: Final = re.compile(
    rf"{_ASIDE}{{0,3}}[\s,]*(?:\(|immediately\s+|directly\s+|just\s+)?"
    r"(?:(?P<before>before|prior(?:\s+to)?|previous\s+to|preceding|pre-?)|(?P<ago>ago|earlier|previously)|"
    r"(?P<after>after|following|since|post-?)|(?P<of>of|from))(?![A-Za-z])[\s-]*",
    re.IGNORECASE,
)
_EVENT: Final = (
    r"(?:screening|baseline|enrol?lment|randomi[sz]ation|(?:study|trial)\s+(?:entry|enrol?lment|start|inclusion|screening)|"
    r"inclusion|selection|registration|(?:hospital\s+)?admission|diagnosis|entry|recruitment|presentation|signing|"
    r"consent|visit|birth|delivery|discharge|"
    r"treatment\s+start|initiation|start\s+of)"
)
_AT: Final = re.compile(
    rf"(?<![A-Za-z])(?:(?:at|upon|on)\s+(?:the\s+)?(?=(?:(?:initial|day\s+of|date\s+of)\s+)?{_EVENT}(?![A-Za-z]))|at\s+(?:the\s+)?time\s+of\s+)",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"(?<![A-Za-z])(?:before|prior\s+to)\s+(?=\w)", re.IGNORECASE)
_AFTER: Final = re.compile(
    r"(?<![A-Za-z])after\s+(?=(?:[a-z]+\s+){0,3}?(?:[a-z]*(?:tomy|ectomy|plasty|plantation|section)|surgery|transplants?)(?![A-Za-z]))",
    re.IGNORECASE,
)

_COUNTED: Final = re.compile(
    r"(?:minutes?|hours?|days?|weeks?|months?|years?|hrs?|wks?|yrs?|longer|half-lives)(?:\s+or\s+(?:less|more|longer|fewer))?(?:\s*\([^()]{0,40}\))?\)?(?:,?\s*\(?whichever\s+(?:is|was)\s+\w+\)?)?,?\s*(?:immediately\s+|directly\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Window:
    relation: TimeRelation
    start: int
    end: int
    anchor: tuple[int, int] | None = None


@lru_cache(maxsize=1024)
def windows(text: str) -> tuple[Stated, ...]:
    """The limits in time that a text states, in order. A stretch that ends at no event is none."""
    return tuple(sorted((*_spans(text), *_unnumbered(text), *_bare(text)), key=lambda one: one.start))


def time_unit(limit: Limit) -> TimeUnit | None:
    """The time unit of a limit, or None."""
    return next((UNITS[code] for code in limit.unit.ucum if code in UNITS), None) if limit.unit else None


def _spans(text: str) -> Iterator[Stated]:
    for limit in limits(text):
        unit = time_unit(limit)
        window = _window(text, limit) if unit and is_small(limit) else None
        if window is None:
            continue
        if limit.high is not None and window.relation is TimeRelation.AFTER:
            yield _stated(text, window, limit.value, unit)
            yield _stated(text, _Window(TimeRelation.WITHIN, *_places(window)), limit.high, unit)
        elif limit.high is not None and window.anchor and _ends_before(text, limit):
            yield _stated(text, _Window(TimeRelation.MORE_THAN_BEFORE, *_places(window)), limit.value, unit)
            yield _stated(text, window, limit.high, unit)
        elif limit.high is None:
            yield _stated(text, window, limit.value, unit)


def _ends_before(text: str, limit: Limit) -> bool:
    """Whether a range tells how long before an event something was: `6 to 24 months prior to screening`."""
    then = _THEN.match(text, limit.end)
    led = _LED.search(text[max(0, limit.start - 40) : limit.start])
    within = _WITHIN.search(text[max(0, limit.start - 40) : limit.start])
    return then is not None and bool(then.group("before")) and not led and not within


def _places(window: _Window) -> tuple[int, int, tuple[int, int] | None]:
    return window.start, window.end, window.anchor


def _stated(text: str, window: _Window, value: object = None, unit: TimeUnit | None = None) -> Stated:
    event = text[slice(*window.anchor)] if window.anchor else None
    constraint = TimeConstraint.model_validate(
        {"relation": window.relation, "value": value, "unit": unit, "anchor": event}
    )
    return Stated(constraint, window.start, max(window.end, window.anchor[1] if window.anchor else 0))


def _window(text: str, limit: Limit) -> _Window | None:
    """What a length of time is a limit of, by the words around it."""
    head = text[max(0, limit.start - 40) : limit.start]
    then = _THEN.match(text, limit.end)
    if then and then.group("of") and _OF_HALF_LIVES.search(then.group()):
        then = None  # it is what the half-lives are of
    event = anchor(text, then.end()) if then and not then.group("ago") else None
    lasts = then and event and then.group("of") and not _HAPPENS.search(text, *event)
    start, end = limit.start, then.end() if then and (event or then.group("ago")) else limit.end
    if within := _WITHIN.search(head):
        return _Window(TimeRelation.WITHIN, start - len(head) + within.start(), end, event)
    if then and not lasts and (slot := _side(then, limit, head, has_event=event is not None)):
        led = _LED.search(head)
        return _Window(slot, start - len(head) + led.start() if led else start, end, event)
    if _SLIP.search(head) and not event and not text[limit.end :].strip(" .;,)"):
        return _Window(TimeRelation.WITHIN, start - len(head) + head.rindex("with"), end)
    lasting = limit.comparator in {Comparator.GE, Comparator.GT} and _FOR.search(head) is not None
    if lasting and not then and not _GOES_ON.match(text, limit.end):
        what = _LASTING.search(text, max(0, limit.start - 60), limit.start)
        return _Window(TimeRelation.MORE_THAN_BEFORE, what.start(), end) if what else None
    return None


def _side(then: re.Match[str], limit: Limit, head: str, *, has_event: bool) -> TimeRelation | None:
    """The relation of a length to the event behind it, `4 weeks before …`; None where none is said."""
    longer = limit.comparator in {Comparator.GE, Comparator.GT}
    shorter = limit.comparator in {Comparator.LE, Comparator.LT}
    if then.group("of") and not (has_event and shorter):
        return TimeRelation.AFTER if longer and then.group("of").lower() == "from" and has_event else None
    if not has_event and not then.group("ago") and then.group("after"):
        return None
    if shorter or (not longer and _DURING.search(head)):
        return TimeRelation.WITHIN
    if then.group("after"):
        return TimeRelation.AFTER
    # A length without a sign that ends at the event is the span right before it.
    return TimeRelation.MORE_THAN_BEFORE if longer else TimeRelation.WITHIN


def _unnumbered(text: str) -> Iterator[Stated]:
    """One unit of time without a number: `in the past year`."""
    for match in _PAST.finditer(text):
        unit = next(unit for unit in TimeUnit if unit.name == match.group("unit").upper())
        yield _stated(text, _Window(TimeRelation.WITHIN, *match.span()), 1, unit)


def _bare(text: str) -> Iterator[Stated]:
    """Relations to an event without a length of time."""
    for relation, pattern in (
        (TimeRelation.AT, _AT),
        (TimeRelation.BEFORE, _BEFORE),
        (TimeRelation.AFTER, _AFTER),
    ):
        for match in pattern.finditer(text):
            event = anchor(text, match.end())
            if event and not _is_counted(text, match.start()):
                yield _stated(text, _Window(relation, match.start(), event[1], event))


def _is_counted(text: str, at: int) -> bool:
    """Whether a length of time stands before a relation."""
    return _COUNTED.search(text, max(0, at - 100), at) is not None
