"""The shares that a report names, each with its own denominator: one table for every form of report."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from extractor.evaluation.rate import Rate
from extractor.evaluation.tally import Tally


def omission(tally: Tally) -> Rate:
    """Values that gold has and the prediction leaves out, among the values gold has. The headline."""
    return Rate(tally.missing + tally.invalid, tally.wanted)


def hallucination(tally: Tally) -> Rate:
    """Values where gold has none, among the places where gold has none."""
    return Rate(tally.spurious, tally.spurious + tally.correctly_null)


def wrong(tally: Tally) -> Rate:
    """Other values than gold's, among the values both sides have."""
    return Rate(tally.wrong, tally.correct + tally.wrong)


def error(tally: Tally) -> Rate:
    """Everything that is not right among all values of either side, as the MUC evaluations counted it."""
    return Rate(tally.n - tally.correct, tally.n)


def fabricated(tally: Tally) -> Rate:
    """Values that nothing on the page gives, among predicted values."""
    return Rate(tally.fabricated, tally.predicted)


def gold_null(tally: Tally) -> Rate:
    """Places where gold has nothing, among all labelled places: how easy it is to be right with a null."""
    nulls = tally.spurious + tally.correctly_null
    return Rate(nulls, tally.wanted + nulls)


def strict_precision(tally: Tally) -> Rate:
    """Correct among predicted values."""
    return Rate(tally.correct, tally.predicted)


def strict_recall(tally: Tally) -> Rate:
    """Correct among the values gold has."""
    return Rate(tally.correct, tally.wanted)


def lenient_precision(tally: Tally) -> Rate:
    """The same with the declared share of values that are right in part."""
    return Rate(tally.correct + tally.partial_credit, tally.predicted)


def lenient_recall(tally: Tally) -> Rate:
    """The same with the declared share of values that are right in part."""
    return Rate(tally.correct + tally.partial_credit, tally.wanted)


def right_words(tally: Tally) -> Rate:
    """Right values with words at gold's place, among right values that gold has words for."""
    return Rate(tally.evidence_right, tally.evidenced)


def wrong_words(tally: Tally) -> Rate:
    """Right values with words from elsewhere, too many or none, among those that gold has words for."""
    return Rate(tally.evidenced - tally.evidence_right, tally.evidenced)


def right_absence(tally: Tally) -> Rate:
    """Right nulls for the right reason, among those for which either side gives one.

    Nulls without any reason are left out: nearly all are, and all of those match.
    """
    return Rate(tally.absence_right, tally.absence_right + tally.absence_wrong)


RATES: Mapping[str, Callable[[Tally], Rate]] = MappingProxyType(
    {
        "omission": omission,
        "hallucination": hallucination,
        "wrong": wrong,
        "error": error,
        "fabricated": fabricated,
        "gold_null": gold_null,
        "precision": strict_precision,
        "recall": strict_recall,
        "lenient_precision": lenient_precision,
        "lenient_recall": lenient_recall,
        "right_words": right_words,
        "wrong_words": wrong_words,
        "right_absence": right_absence,
    }
)
"""Every rate by its name. None of them is F1 and none is schema validity: those say little."""
