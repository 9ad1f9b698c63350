"""Comparators: one for each kind of value that a field can declare.

A comparator takes gold's value and the predicted one, neither of them null, and answers with a
Verdict. None of them measures a distance: a value is the same or it is not.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from extractor.evaluation.compare_names import Named, enum, identifier
from extractor.evaluation.compare_texts import normalised, text
from extractor.evaluation.compare_times import age, date, duration, iso_date
from extractor.evaluation.fold import fold
from extractor.evaluation.origin import TABLES
from extractor.evaluation.outcome import Verdict
from extractor.evaluation.slots import Slot
from extractor.evaluation.verdicts import verdict
from extractor.records.declare import Check, Scoring

Compare = Callable[[Any, Any], Verdict]


@dataclass(frozen=True, slots=True)
class Number:
    """Equal within a tolerance that is measured by gold alone; without one, exact: 2 is 2.0, 200 is not 2000.

    The difference may be `absolute`, or the share `relative` of gold. Swapping the sides may change the
    verdict: gold is the measure. No field of the record has a tolerance, since pages are copied.
    """

    absolute: Decimal = Decimal(0)
    relative: Decimal = Decimal(0)

    def __call__(self, gold: Any, predicted: Any) -> Verdict:
        """Whether the prediction is near enough."""
        if gold == predicted:
            return _EQUAL_NUMBERS
        ours, theirs = Decimal(gold), Decimal(predicted)
        near = abs(ours - theirs) <= max(self.absolute, self.relative * abs(ours))
        return verdict("number", equal=near)


_EQUAL_NUMBERS = verdict("number", equal=True)


def boolean(gold: bool, predicted: bool) -> Verdict:
    """Exact."""
    return verdict("boolean", equal=gold is predicted)


def link(partners: Mapping[str, str]) -> Compare:
    """The comparator of links; `partners` gives gold's key for a predicted key, for paired items only."""

    def compare(gold: str, predicted: str) -> Verdict:
        return verdict("link", equal=partners.get(predicted) == gold)

    return compare


COMPARATORS: dict[Scoring, Compare] = {
    Scoring.IDENTIFIER: identifier,
    Scoring.ENUM: enum,
    Scoring.NUMBER: Number(),
    Scoring.BOOLEAN: boolean,
    Scoring.TEXT: text,
    Scoring.LONG_TEXT: text,
    Scoring.DATE: date,
    Scoring.AGE: age,
    Scoring.DURATION: duration,
}
"""The comparator of each kind of scoring; links need the pairing of arms and interventions besides."""


@cache
def comparator_of(slot: Slot) -> Compare:
    """The comparator of a field that is no link: by its kind of scoring, and by what is checked of it."""
    declared = slot.declared
    if declared.check is Check.NORM and slot.name in TABLES:
        return Named(TABLES[slot.name])
    if declared.scoring is Scoring.TEXT and declared.check is not Check.VERBATIM:
        return iso_date if declared.check is Check.DATE else normalised
    return COMPARATORS[declared.scoring]


def canonical(slot: Slot, value: Any) -> Any:
    """A hashable form of a value that is no link: equal forms are equal values."""
    if value is None:
        return None
    compare = comparator_of(slot)
    if isinstance(compare, Named):
        return compare.canonical(value)
    if slot.declared.scoring in {Scoring.TEXT, Scoring.LONG_TEXT}:
        return fold(value)
    return value.strip().casefold() if compare is identifier else value
