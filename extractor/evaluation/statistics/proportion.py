"""Intervals of shares whose cells come in documents."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.evaluation.statistics import quantiles
from extractor.evaluation.statistics.correlation import correlation
from extractor.evaluation.statistics.coverage import remark
from extractor.evaluation.statistics.estimate import Estimate
from extractor.evaluation.statistics.ratio import Ratio

METHOD = "Korn-Graubard, floored"
LEVEL = 0.95


def proportion(rates: Sequence[Ratio], *, cells: int | None = None) -> Estimate:
    """A share over documents, each given as what it adds above and below the line, with its interval.

    The interval is that of a binomial share of `n_eff` cells (Korn and Graubard, Survey Methodology 24,
    1998): as many independent cells as would leave the same variance between documents, less for few
    documents (Student's t), and never more than the cells' likeness inside documents allows, which the
    variance between few documents shows too seldom. Where documents do not vary, `n_eff` is their number,
    so that the interval is never [1, 1]. `cells` is the number to report, where the line below counts in
    other units than cells. The share below any line may be fractional, as the F1's is.
    """
    counted = [rate for rate in rates if rate.n > 0]
    if not counted:
        return Estimate.nothing(METHOD)
    documents, total = len(counted), sum(rate.n for rate in counted)
    value = sum(rate.part for rate in counted) / total
    low, high = _limits(value, counted, total)
    found = Estimate(
        value, min(low, value), max(high, value), documents, round(total) if cells is None else cells, METHOD
    )
    return replace(found, note=remark(found))


def clopper_pearson(part: float, n: float, level: float = LEVEL) -> tuple[float, float]:
    """Exact limits of a binomial share; `part` and `n` may be fractional."""
    tail = (1 - level) / 2
    low = quantiles.beta(tail, part, n - part + 1) if part > 0 else 0.0
    high = quantiles.beta(1 - tail, part + 1, n - part) if part < n else 1.0
    return low, high


def jeffreys(part: float, n: float, level: float = LEVEL) -> tuple[float, float]:
    """Limits of a binomial share that cover 95 % on the average, where the exact ones cover at least that."""
    tail = (1 - level) / 2
    low, high = (quantiles.beta(p, part + 0.5, n - part + 0.5) for p in (tail, 1 - tail))
    return low, high


def _limits(value: float, rates: Sequence[Ratio], total: float) -> tuple[float, float]:
    documents = len(rates)
    variance = _variance(value, rates, total)
    if variance <= 0 or not 0 < value < 1:
        alike = min(documents, total)
        return clopper_pearson(value * alike, alike)
    t, z = quantiles.student(1 - (1 - LEVEL) / 2, documents - 1), quantiles.normal(1 - (1 - LEVEL) / 2)
    seen = value * (1 - value) / variance * (z / t) ** 2
    effective = min(total, seen, total / _design_effect(rates, total))
    return jeffreys(value * effective, effective)


def _variance(value: float, rates: Sequence[Ratio], total: float) -> float:
    """The variance of a ratio of sums over documents, linearised; 0 for a single document."""
    documents = len(rates)
    if documents == 1:
        return 0.0
    rest = sum((rate.part - value * rate.n) ** 2 for rate in rates)
    return rest * documents / (documents - 1) / total**2 if rest > 1e-18 * total else 0.0


def _design_effect(rates: Sequence[Ratio], total: float) -> float:
    """How many times more cells are needed than if they were independent."""
    size = sum(rate.n**2 for rate in rates) / total
    return max(1.0, 1 + (size - 1) * correlation(rates))
