"""The smallest drop that a comparison would notice, found by simulating comparisons like it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extractor.evaluation.statistics.correlation import USUAL, correlation
from extractor.evaluation.statistics.ratio import Ratio
from extractor.evaluation.statistics.resampling import SEED, swaps

ALPHA, POWER = 0.05, 0.8
_TRIALS, _SWAPS, _STEPS = 400, 999, 8
_NEVER = 1e-6


@dataclass(frozen=True, slots=True)
class Power:
    """What a one-sided swapping test at `alpha` notices in `power` of all cases: a drop of `detectable`.

    `churn` is the share of cells that are right in one run only, `correlation` how far these come together
    in documents; both are estimated from the runs compared. None: not even the largest drop would be
    noticed, there are too few documents.
    """

    detectable: float | None
    churn: float
    correlation: float
    n_documents: int
    n_cells: int
    alpha: float = ALPHA
    power: float = POWER


def power(flips: Sequence[Ratio], share: float, *, alpha: float = ALPHA, seed: int = SEED) -> Power:
    """The power of a comparison, from the cells of each document that are right in one run only.

    `share` is how many cells are right. Each trial has the documents' sizes and the runs' churn; a drop
    turns right cells wrong, with a rate that differs between documents as the churn's does.
    """
    counted = [rate for rate in flips if rate.n > 0]
    total = sum(rate.n for rate in counted)
    churn = sum(rate.part for rate in counted) / total if total else 0.0
    alike = correlation(counted, USUAL)
    trials = Trials([round(rate.n) or 1 for rate in counted], share, churn, alike, seed, alpha)
    return Power(_detectable(trials, share), churn, alike, len(counted), round(total), alpha)


def _detectable(trials: "Trials", share: float) -> float | None:
    low, high = 0.0, share
    if not trials.sizes or trials.noticed(high) < POWER:
        return None
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if trials.noticed(middle) >= POWER else (middle, high)
    return high


@dataclass(frozen=True)
class Trials:
    """Simulated pairs of runs over documents of some sizes; two drops differ in what they take, no more."""

    sizes: Sequence[int]
    share: float
    churn: float
    correlation: float
    seed: int
    alpha: float = ALPHA

    def noticed(self, drop: float) -> float:
        """How often a drop of this size is noticed."""
        import numpy as np  # noqa: PLC0415 - only a comparison needs it

        changes = self.changes(drop)
        lower = (changes @ self._signs <= changes.sum(axis=1, keepdims=True) + 1e-9).mean(axis=1)
        return float(np.mean(lower <= self.alpha))

    def changes(self, drop: float) -> Any:
        """The change of right cells, by trial and document."""
        import numpy as np  # noqa: PLC0415 - as above

        first, second, state = self._runs
        random = np.random.default_rng(self.seed)
        random.bit_generator.state = state
        lost = random.binomial(second, self._rates(random, drop / self.share if self.share else 0.0))
        return (second - lost - first).astype(float)

    @cached_property
    def _signs(self) -> Any:
        """What swapping does to the change of a document, by document and swap."""
        rows, _ = swaps(len(self.sizes), draws=_SWAPS, seed=self.seed)
        return (1 - 2 * rows).T

    @cached_property
    def _runs(self) -> tuple[Any, Any, Any]:
        """Right cells of both runs without a drop, and how the random numbers go on after them."""
        import numpy as np  # noqa: PLC0415 - as above

        random = np.random.default_rng(self.seed)
        sizes = np.array(self.sizes)
        right = random.binomial(sizes, self._rates(random, self.share))
        first, second = (self._again(random, right, sizes) for _ in range(2))
        return first, second, random.bit_generator.state

    def _again(self, random: Any, right: Any, sizes: Any) -> Any:
        """One run: some right cells are wrong in it, some wrong ones right."""
        rates = self._rates(random, self.churn / 2)
        return right - random.binomial(right, rates) + random.binomial(sizes - right, rates)

    def _rates(self, random: Any, mean: float) -> Any:
        """A rate for each document of each trial, beta distributed."""
        import numpy as np  # noqa: PLC0415 - as above

        shape = (_TRIALS, len(self.sizes))
        if not _NEVER < mean < 1 - _NEVER:
            return np.full(shape, min(1.0, max(0.0, round(mean))))
        size = 1 / self.correlation - 1
        return random.beta(mean * size, (1 - mean) * size, size=shape)
