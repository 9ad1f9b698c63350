"""Age limits, in fields of their own and in criteria."""

import re
from decimal import Decimal
from typing import Final

from extractor.normalise.limits import Limit, limits
from extractor.normalise.sexes import of_one_sex
from extractor.records.comparator import Comparator
from extractor.records.times import Age, TimeUnit
from extractor.verification.bound.readings import or_read
from extractor.verification.case import Case, Say, no, yes
from extractor.verification.page import Page, Place

UNITS: Final = {
    "a": TimeUnit.YEAR,
    "mo": TimeUnit.MONTH,
    "wk": TimeUnit.WEEK,
    "d": TimeUnit.DAY,
    "h": TimeUnit.HOUR,
    "min": TimeUnit.MINUTE,
}
"""UCUM codes of time units."""
_LOW: Final = {Comparator.GE: True, Comparator.GT: False, Comparator.BETWEEN: True}
_HIGH: Final = {Comparator.LE: True, Comparator.LT: False, Comparator.BETWEEN: True}
_LONGEST_FIELD: Final = 60
_JOINT: Final = re.compile(r"\s*(?:~|-|–|—|to\b|up\s+to\b)\s*\d", re.IGNORECASE)
_AGE: Final = (
    r"\W*(?:(?:eligible|participants?'?|patients?'?)\s+)?ages?\b(?:\s+(?:range|limits?|group|eligible))?"
)
_AGE_FIELD: Final = re.compile(_AGE + r"[^\w~<>-]*\d", re.IGNORECASE)
_AGE_LABEL: Final = re.compile(_AGE + r"\W*", re.IGNORECASE)
_FIELDS: Final = {"minimum_age": True, "maximum_age": False}


def unit_of(limit: Limit) -> TimeUnit | None:
    """The time unit of a limit, or None."""
    return next((UNITS[code] for code in limit.unit.ucum if code in UNITS), None) if limit.unit else None


def says(case: Case, text: str, place: Place) -> Say:
    """Whether words state this limit: the lower one for a minimum, the upper one for a maximum."""
    return or_read(case, text, _says(case, text, place))


def _says(case: Case, text: str, place: Place) -> Say:
    owner = case.owner
    assert isinstance(owner, Age)  # noqa: S101 - the registry asks for no other
    low = "min" in case.context.below
    found = [(limit, one) for limit in limits(text) if (one := _stated(case.page, limit, place, low=low))]
    if not found and limits(text) and _line_length(case.page, place) < _LONGEST_FIELD:
        text = _range_around(case.page, place)
        found = [(limit, one) for limit in limits(text) if (one := _stated(case.page, limit, place, low=low))]
    by_sex = len(found) > 1 and all(of_one_sex(text, limit.start) for limit, _ in found)
    stated = [one for _, one in found]
    name = case.leaf.name
    fitting = [found for found in stated if name == "value" or found[0] == owner.value]
    if not fitting:
        return no(f"the words state no {'lower' if low else 'upper'} limit of {owner.value}")
    answers = {_answer(case.page, found, name) for found in fitting}
    if answers == {case.value} or (by_sex and case.value in answers):
        return yes(f"{'lower' if low else 'upper'} limit in {text.strip()[:40]!r}")
    return no(f"the words state {', '.join(sorted(map(str, answers)))}")


def _line_length(page: Page, place: Place) -> int:
    """How long the line of a place is."""
    start, end = page.line_at(place[0])
    return end - start


def _range_around(page: Page, place: Place) -> str:
    """The range of ages that words are an end of, where it is printed in pieces: `45 Year / ~ 79 Year`."""
    line = page.line_at(place[0])
    label, first, last = page.line_above(line[0]), line, line
    if _JOINT.match(page.text, page.item_start(line)) and label is not None:
        first, label = label, page.line_above(label[0])
    below = page.line_below(last[0])
    if below is not None and _JOINT.match(page.text, below[0]):
        last = below
    text = page.text[first[0] : last[1]]
    named = _AGE_FIELD.match(text) or (label is not None and _AGE_LABEL.fullmatch(page.text, *label))
    return text if named else ""


def _stated(
    page: Page, limit: Limit, place: Place, *, low: bool
) -> tuple[Decimal, bool, TimeUnit | None] | None:
    """Value, inclusive and unit of a limit, if it is one of the side asked for."""
    if limit.unit is not None and unit_of(limit) is None:
        return None
    if limit.comparator is Comparator.UNSTATED:
        part = page.part_at(place[0]).name
        return (limit.value, True, unit_of(limit)) if _FIELDS.get(part) is low else None
    if limit.comparator is Comparator.EQ and _field_prints(page, limit.value, low=low):
        return limit.value, True, unit_of(limit)
    side = _LOW if low else _HIGH
    if limit.comparator not in side:
        return None
    value = limit.high if limit.high is not None and not low else limit.value
    return value, side[limit.comparator], unit_of(limit)


def _field_prints(page: Page, value: Decimal, *, low: bool) -> bool:
    """Whether the page's field for one limit prints a number, and that for the other does not.

    Then it says what a bare `=` in a criterion was.
    """
    sides = {
        _FIELDS[part.name]
        for part in page.parts
        if part.name in _FIELDS
        and any(one.value == value for one in limits(page.text[part.start : part.end]))
    }
    return sides == {low}


def _answer(page: Page, found: tuple[Decimal, bool, TimeUnit | None], name: str) -> object:
    value, inclusive, unit = found
    if name == "value":
        return value
    if name == "inclusive":
        return inclusive
    return unit or _unit_elsewhere(page, value)


def _unit_elsewhere(page: Page, value: Decimal) -> TimeUnit | None:
    """The unit the page's own age fields print with the same number, for criteria that leave it out."""
    for part in page.parts:
        if part.name in _FIELDS:
            for limit in limits(page.text[part.start : part.end]):
                if limit.value == value and (unit := unit_of(limit)):
                    return unit
    return None
