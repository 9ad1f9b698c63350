"""Comparators of dates, ages and spans of time: value and unit, never more precise than the page."""

from dataclasses import replace
from decimal import Decimal

from extractor.evaluation.aspects import PartialReason
from extractor.evaluation.outcome import Verdict
from extractor.evaluation.verdicts import in_part, parts, verdict
from extractor.records.times import Age, Duration, PartialDate, TimePoint, TimeUnit

_MINUTES = {TimeUnit.MINUTE: 1, TimeUnit.HOUR: 60, TimeUnit.DAY: 1440, TimeUnit.WEEK: 10080}
_MONTHS = {TimeUnit.MONTH: 1, TimeUnit.YEAR: 12}


def iso_date(gold: str, predicted: str) -> Verdict:
    """A partial date in ISO form: value and precision.

    In part right where both agree as far as both go: FABRICATED_PRECISION where the prediction goes
    further than gold, LOST_PRECISION where it stops earlier.
    """
    if gold == predicted:
        return verdict("date", equal=True)
    if predicted.startswith(gold + "-"):
        return in_part("date", PartialReason.FABRICATED_PRECISION)
    if gold.startswith(predicted + "-"):
        return in_part("date", PartialReason.LOST_PRECISION)
    return parts("date", value=False)


def date(gold: PartialDate, predicted: PartialDate) -> Verdict:
    """A whole partial date: value, precision, and whether it is actual or estimated."""
    found = iso_date(gold.date, predicted.date)
    if not found.equal or gold.type == predicted.type:
        return found
    return replace(parts("date", type=False), partial=PartialReason.OTHER_TYPE)


def age(gold: Age, predicted: Age) -> Verdict:
    """Value and unit. Whether the limit is included counts where both sides say so."""
    silent = gold.inclusive is None or predicted.inclusive is None
    inclusive = silent or gold.inclusive == predicted.inclusive
    if inclusive and _converted(gold, predicted):
        return in_part("age", PartialReason.CONVERTED)
    return parts(
        "age", value=gold.value == predicted.value, unit=gold.unit == predicted.unit, inclusive=inclusive
    )


def duration(gold: Duration | TimePoint, predicted: Duration | TimePoint) -> Verdict:
    """Value and unit: 36 months are not 36 weeks. 1 year for 12 months is right in part: not as printed."""
    if _converted(gold, predicted):
        return in_part("duration", PartialReason.CONVERTED)
    return parts("duration", value=gold.value == predicted.value, unit=gold.unit == predicted.unit)


def _converted(gold: Age | Duration | TimePoint, predicted: Age | Duration | TimePoint) -> bool:
    """Whether both are the same length in different units. No month has a fixed number of days."""
    if gold.unit == predicted.unit:
        return False
    return any(
        gold.unit in scale
        and predicted.unit in scale
        and Decimal(gold.value) * scale[gold.unit] == Decimal(predicted.value) * scale[predicted.unit]
        for scale in (_MINUTES, _MONTHS)
    )
