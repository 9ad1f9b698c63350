"""Comparators: one for each kind of scoring that a field can declare.

A comparator takes gold's value and the predicted one, neither of them null, and answers with a
Verdict. None of them measures a distance: a value is the same or it is not.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from extractor.evaluation.aspects import PartialReason
from extractor.evaluation.fold import fold
from extractor.evaluation.outcome import Verdict
from extractor.records.declare import Scoring
from extractor.records.times import Age, Duration, PartialDate, TimePoint

Compare = Callable[[Any, Any], Verdict]


def identifier(gold: str, predicted: str) -> Verdict:
    """Exact but for case and blanks at the ends: one other digit is another identifier."""
    return _verdict("identifier", equal=gold.strip().casefold() == predicted.strip().casefold())


def enum(gold: str, predicted: str) -> Verdict:
    """Exact: a name from a closed list or a shipped table."""
    return _verdict("enum", equal=gold == predicted)


def number(gold: Any, predicted: Any) -> Verdict:
    """Exact as decimals: 2 is 2.0, and 200 is not 2000."""
    return _verdict("number", equal=gold == predicted)


def boolean(gold: bool, predicted: bool) -> Verdict:
    """Exact."""
    return _verdict("boolean", equal=gold is predicted)


def text(gold: str, predicted: str) -> Verdict:
    """Equal after folding: see `fold`."""
    return _verdict("text", equal=fold(gold) == fold(predicted))


def date(gold: PartialDate, predicted: PartialDate) -> Verdict:
    """A whole partial date: value, precision, and whether it is actual or estimated.

    The reason tells a date that agrees as far as both go: FABRICATED_PRECISION where the prediction
    goes further than gold, LOST_PRECISION where it stops earlier.
    """
    if gold.date == predicted.date:
        verdict = _parts("date", type=gold.type == predicted.type)
        return verdict if verdict.equal else replace(verdict, partial=PartialReason.OTHER_TYPE)
    if predicted.date.startswith(gold.date + "-"):
        return _in_part("date", PartialReason.FABRICATED_PRECISION)
    if gold.date.startswith(predicted.date + "-"):
        return _in_part("date", PartialReason.LOST_PRECISION)
    return _parts("date", value=False)


def age(gold: Age, predicted: Age) -> Verdict:
    """Value and unit. Whether the limit is included counts where both sides say so."""
    silent = gold.inclusive is None or predicted.inclusive is None
    return _parts(
        "age",
        value=gold.value == predicted.value,
        unit=gold.unit == predicted.unit,
        inclusive=silent or gold.inclusive == predicted.inclusive,
    )


def duration(gold: Duration | TimePoint, predicted: Duration | TimePoint) -> Verdict:
    """Value and unit: 36 months are not 36 weeks, and 12 months are not 1 year."""
    return _parts("duration", value=gold.value == predicted.value, unit=gold.unit == predicted.unit)


def link(partners: Mapping[str, str]) -> Compare:
    """The comparator of links; `partners` gives gold's key for a predicted key, for paired items only."""

    def compare(gold: str, predicted: str) -> Verdict:
        return _verdict("link", equal=partners.get(predicted) == gold)

    return compare


COMPARATORS: dict[Scoring, Compare] = {
    Scoring.IDENTIFIER: identifier,
    Scoring.ENUM: enum,
    Scoring.NUMBER: number,
    Scoring.BOOLEAN: boolean,
    Scoring.TEXT: text,
    Scoring.LONG_TEXT: text,
    Scoring.DATE: date,
    Scoring.AGE: age,
    Scoring.DURATION: duration,
}
"""The comparator of each kind of scoring; links need the pairing of arms and interventions besides."""


def _verdict(kind: str, *, equal: bool) -> Verdict:
    return Verdict(equal=equal, reason=f"{kind}: {'equal' if equal else 'differs'}")


def _in_part(kind: str, partial: PartialReason) -> Verdict:
    return Verdict(equal=False, reason=f"{kind}: {partial}", partial=partial)


def _parts(kind: str, **equal: bool) -> Verdict:
    """All parts must be equal; the reason names those that are not."""
    if all(equal.values()):
        return _verdict(kind, equal=True)
    return Verdict(
        equal=False, reason=f"{kind}: {' and '.join(name for name in equal if not equal[name])} differs"
    )
