"""Printed results as records."""

from extractor.normalise.result_parts import Place
from extractor.normalise.result_statements import PrintedResult
from extractor.records.results import ConfidenceInterval, ResultStatement


def result_record(sentence: str, printed: PrintedResult) -> ResultStatement:
    """The record of a result that was read from a sentence; arms are the caller's to name."""

    def words(place: Place | None) -> str | None:
        return sentence[slice(*place)] if place else None

    interval = printed.low is not None
    return ResultStatement(
        outcome=sentence[slice(*printed.outcome)],
        outcome_norm=printed.outcome_norm,
        text=sentence[printed.start : printed.end],
        statistic=printed.statistic,
        value=printed.value,
        unit=words(printed.unit),
        count=printed.count,
        denominator=printed.denominator,
        percent=printed.percent,
        ci=ConfidenceInterval(level=printed.level, low=printed.low, high=printed.high) if interval else None,
        p_value=printed.p_value,
        p_comparator=printed.p_comparator,
        direction=words(printed.direction),
        is_baseline=printed.baseline,
    )
