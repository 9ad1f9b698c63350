"""Measures by name: what stands above and below the line of each, from the counts of any cells."""

from collections.abc import Callable

from extractor.evaluation.rates import RATES
from extractor.evaluation.statistics.ratio import Ratio
from extractor.evaluation.tally import Tally

Measure = Callable[[Tally], Ratio]

F1 = "f1"
GATED = (F1, "precision", "recall")
"""Measures of which more is better, that a gate may watch."""


def f1(tally: Tally) -> Ratio:
    """Correct values among the mean of those predicted and those wanted, which is F1."""
    return Ratio(tally.correct, (tally.predicted + tally.wanted) / 2)


def measure_named(name: str) -> Measure:
    """The measure of a name: `f1`, or one of RATES. Raises KeyError."""
    if name == F1:
        return f1
    rate = RATES[name]
    return lambda tally: Ratio(*rate(tally))
