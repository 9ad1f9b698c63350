"""The difference of one share between two runs over the same documents: interval and tests."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extractor.evaluation.statistics import quantiles
from extractor.evaluation.statistics.estimate import Estimate
from extractor.evaluation.statistics.ratio import Ratio
from extractor.evaluation.statistics.resampling import SEED, SWAPS, swaps

METHOD = "paired t over documents"
_TINY = 1e-12
_NO_SPREAD = "all documents change alike: rule of three"


@dataclass(frozen=True, slots=True)
class Difference:
    """A share in two runs. `change` is after minus before.

    `p_drop` is the chance of a drop as large if it did not matter which run a document's result came from,
    `p_value` that of a change as large in either direction. `exact`: all swaps were tried, else `draws` of
    them with `seed`. `lowest` and `highest` are one-sided 95 % bounds of the change.
    """

    before: float | None
    after: float | None
    change: Estimate
    lowest: float | None
    highest: float | None
    p_drop: float
    p_value: float
    exact: bool
    draws: int
    seed: int

    @property
    def drop(self) -> float:
        """How much lower the share is after than before; 0 where it cannot be told."""
        return -(self.change.value or 0.0)


def difference(
    before: Sequence[Ratio], after: Sequence[Ratio], *, cells: int, seed: int = SEED, draws: int = SWAPS
) -> Difference:
    """Compare two runs document by document; the two sequences name the same documents in one order."""
    pairs = [(b, a) for b, a in zip(before, after, strict=True) if b.n or a.n]
    first, second = _share([b for b, _ in pairs]), _share([a for _, a in pairs])
    if first is None or second is None:
        return Difference(first, second, Estimate.nothing(METHOD), None, None, 1.0, 1.0, True, 0, seed)  # noqa: FBT003
    change = second - first
    error, degrees = _error(pairs, first, second), len(pairs) - 1
    limits = [limit for p in (0.975, 0.95) for limit in _limits(change, error * _t(p, degrees), len(pairs))]
    drop, either, exact, tried = _tests(pairs, change, draws, seed)
    low, high, lowest, highest = (min(1.0, max(-1.0, limit)) for limit in limits)
    note = "" if error else _NO_SPREAD if change else "the runs do not differ"
    estimate = Estimate(change, low, high, len(pairs), cells, METHOD, note)
    return Difference(first, second, estimate, lowest, highest, drop, either, exact, tried, seed)


def _share(rates: Sequence[Ratio]) -> float | None:
    total = sum(rate.n for rate in rates)
    return sum(rate.part for rate in rates) / total if total else None


def _limits(change: float, reach: float, documents: int) -> tuple[float, float]:
    """Both ends. Without spread, what was never seen in n documents may still be in 3 of n: no change."""
    if reach or not change:
        return change - reach, change + reach
    least = change * (1 - min(1.0, 3 / documents))
    return min(least, change), max(least, change)


def _t(p: float, degrees: int) -> float:
    return quantiles.student(p, degrees) if degrees else 0.0


def _error(pairs: Sequence[tuple[Ratio, Ratio]], first: float, second: float) -> float:
    """The standard error of the change: both ratios linearised, paired by document."""
    documents = len(pairs)
    below_first, below_second = (sum(pair[side].n for pair in pairs) for side in (0, 1))
    parts = [(a.part - second * a.n) / below_second - (b.part - first * b.n) / below_first for b, a in pairs]
    spread = sum(part**2 for part in parts)
    return (spread * documents / (documents - 1)) ** 0.5 if documents > 1 and spread > _TINY**2 else 0.0


def _tests(
    pairs: Sequence[tuple[Ratio, Ratio]], change: float, draws: int, seed: int
) -> tuple[float, float, bool, int]:
    """Swap whole documents between the runs. Documents that are the same in both need no swap."""
    import numpy as np  # noqa: PLC0415 - only a comparison needs it

    differing = [(b, a) for b, a in pairs if b != a]
    swapped, exact = swaps(len(differing), draws=draws, seed=seed)
    before, after = (np.array([[p[s].part, p[s].n] for p in pairs]).sum(axis=0) for s in (0, 1))
    moved: Any = swapped @ np.array([[a.part - b.part, a.n - b.n] for b, a in differing]).reshape(-1, 2)
    ours, theirs = before + moved, after - moved
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.nan_to_num(theirs[:, 0] / theirs[:, 1] - ours[:, 0] / ours[:, 1])
    added = 0 if exact else 1  # the observed one is among all swaps, not among those drawn
    tried = len(found)
    lower = int((found <= change + _TINY).sum()) + added
    either = int((np.abs(found) >= abs(change) - _TINY).sum()) + added
    return lower / (tried + added), either / (tried + added), exact, tried
