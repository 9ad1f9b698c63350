"""Age limits, in fields of their own and in criteria."""

from decimal import Decimal

from extractor.normalise.limits import Limit, limits
from extractor.records.comparator import Comparator
from extractor.records.times import Age, TimeUnit
from extractor.verification.case import Case, Say, no, yes
from extractor.verification.page import Page, Place

UNITS = {
    "a": TimeUnit.YEAR,
    "mo": TimeUnit.MONTH,
    "wk": TimeUnit.WEEK,
    "d": TimeUnit.DAY,
    "h": TimeUnit.HOUR,
    "min": TimeUnit.MINUTE,
}
"""UCUM codes of time units."""
_LOW = {Comparator.GE: True, Comparator.GT: False, Comparator.BETWEEN: True}
_HIGH = {Comparator.LE: True, Comparator.LT: False, Comparator.BETWEEN: True}
_FIELDS = {"minimum_age": True, "maximum_age": False}


def unit_of(limit: Limit) -> TimeUnit | None:
    """The time unit of a limit, or None."""
    return next((UNITS[code] for code in limit.unit.ucum if code in UNITS), None) if limit.unit else None


def says(case: Case, text: str, place: Place) -> Say:
    """Whether words state this limit: the lower one for a minimum, the upper one for a maximum."""
    owner = case.owner
    assert isinstance(owner, Age)  # noqa: S101 - the registry asks for no other
    low = "min" in case.context.below
    stated = [found for limit in limits(text) if (found := _stated(case.page, limit, place, low=low))]
    name = case.leaf.name
    fitting = [found for found in stated if name == "value" or found[0] == owner.value]
    if not fitting:
        return no(f"the words state no {'lower' if low else 'upper'} limit of {owner.value}")
    answers = {_answer(case.page, found, name) for found in fitting}
    if answers == {case.value}:
        return yes(f"{'lower' if low else 'upper'} limit in {text.strip()[:40]!r}")
    return no(f"the words state {', '.join(sorted(map(str, answers)))}")


def _stated(
    page: Page, limit: Limit, place: Place, *, low: bool
) -> tuple[Decimal, bool, TimeUnit | None] | None:
    """Value, inclusive and unit of a limit, if it is one of the side asked for."""
    if limit.unit is not None and unit_of(limit) is None:
        return None
    if limit.comparator is Comparator.UNSTATED:
        part = page.part_at(place[0]).name
        return (limit.value, True, unit_of(limit)) if _FIELDS.get(part) is low else None
    side = _LOW if low else _HIGH
    if limit.comparator not in side:
        return None
    value = limit.high if limit.high is not None and not low else limit.value
    return value, side[limit.comparator], unit_of(limit)


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
