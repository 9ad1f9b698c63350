"""Documents that never were: cells whose errors come together in documents, in one run or in two."""

from dataclasses import dataclass
from typing import Any

import numpy as np

GOLD_SHARE = 0.8
"""Share of cells for which gold has a value; the others may become spurious."""

SPURIOUS = 0.5
"""How often an empty cell becomes spurious where a gold value would be wrong."""


@dataclass(frozen=True)
class Setting:
    """What documents are like: the cells of each and the correlation of errors inside one."""

    name: str
    sizes: tuple[int, ...]
    correlation: float

    def draw_sizes(self, random: np.random.Generator, documents: int) -> Any:
        """The cells of each document, drawn from `sizes`."""
        return random.choice(np.array(self.sizes), size=documents)

    def rates(self, random: np.random.Generator, mean: float, documents: int) -> Any:
        """A share for each document around a mean."""
        if mean <= 0 or mean >= 1:
            return np.full(documents, float(mean))
        size = 1 / self.correlation - 1
        return random.beta(mean * size, (1 - mean) * size, size=documents)


def shares(random: np.random.Generator, setting: Setting, documents: int, share: float) -> tuple[Any, Any]:
    """Right cells and cells, by document."""
    sizes = setting.draw_sizes(random, documents)
    return random.binomial(sizes, setting.rates(random, share, documents)), sizes


def f1_parts(random: np.random.Generator, setting: Setting, documents: int, f1: float) -> tuple[Any, Any]:
    """Right cells and the mean of predicted and wanted cells, by document, where F1 should be `f1`."""
    sizes = setting.draw_sizes(random, documents)
    rates = setting.rates(random, _share_for(f1), documents)
    gold = random.binomial(sizes, GOLD_SHARE)
    right = random.binomial(gold, rates)
    wrong = random.binomial(gold - right, 0.5)
    spurious = random.binomial(sizes - gold, SPURIOUS * (1 - rates))
    return right, (right + wrong + spurious + gold) / 2


def _share_for(f1: float) -> float:
    """The share of right values among gold's that makes the F1."""
    low, high = 0.0, 1.0
    for _ in range(60):
        q = (low + high) / 2
        predicted = GOLD_SHARE * (q + (1 - q) / 2) + (1 - GOLD_SHARE) * SPURIOUS * (1 - q)
        found = 2 * GOLD_SHARE * q / (predicted + GOLD_SHARE)
        low, high = (q, high) if found < f1 else (low, q)
    return low


@dataclass(frozen=True)
class TwoRuns:
    """Which cells are right in two runs over the same documents: lists of arrays of booleans, by document."""

    before: list[Any]
    after: list[Any]


def two_runs(
    random: np.random.Generator, setting: Setting, documents: int, *, share: float, churn: float, drop: float
) -> TwoRuns:
    """Two runs of equal quality, except that the second loses `drop` of the cells.

    Each run flips half of `churn` of the cells of one truth, either way.
    """
    sizes = setting.draw_sizes(random, documents)
    truth = _cells(random, sizes, setting.rates(random, share, documents))
    sides = []
    for _ in range(2):
        flips = _cells(random, sizes, setting.rates(random, churn / 2, documents))
        sides.append([a ^ b for a, b in zip(truth, flips, strict=True)])
    lost = _cells(random, sizes, setting.rates(random, drop / share, documents))
    return TwoRuns(sides[0], [a & ~b for a, b in zip(sides[1], lost, strict=True)])


def _cells(random: np.random.Generator, sizes: Any, rates: Any) -> list[Any]:
    return [random.random(size) < rate for size, rate in zip(sizes, rates, strict=True)]
