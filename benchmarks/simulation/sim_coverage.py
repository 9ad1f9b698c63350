"""How often nominal 95 % intervals hold the truth."""

from collections.abc import Callable, Sequence

import numpy as np
from sim_documents import Setting, f1_parts, shares

from extractor.evaluation.statistics import bootstrap as resampled
from extractor.evaluation.statistics import proportion as ours
from extractor.evaluation.statistics.bootstrap import bootstrap
from extractor.evaluation.statistics.proportion import clopper_pearson, proportion
from extractor.evaluation.statistics.quantiles import normal, student
from extractor.evaluation.statistics.ratio import Ratio

DOCUMENTS = (5, 10, 20, 40)
SHARES = (0.85, 0.95, 0.98)
Method = Callable[[Sequence[Ratio]], tuple[float, float]]


def floored(ratios: Sequence[Ratio]) -> tuple[float, float]:
    """The package's own interval."""
    found = proportion(ratios)
    return _ends(found.low, found.high)


def resampling(ratios: Sequence[Ratio]) -> tuple[float, float]:
    """Documents drawn again, with the rule of three."""
    pairs = np.array(ratios)
    found = bootstrap(
        lambda weights: (weights @ pairs[:, 0]) / (weights @ pairs[:, 1]), len(ratios), len(ratios)
    )
    return _ends(found.low, found.high)


def plain(ratios: Sequence[Ratio]) -> tuple[float, float]:
    """Korn and Graubard's interval as published."""
    part, n = map(sum, zip(*ratios, strict=True))
    value, documents = part / n, len(ratios)
    rest = sum((one.part - value * one.n) ** 2 for one in ratios)
    variance = rest * documents / (documents - 1) / n**2
    if variance <= 0 or not 0 < value < 1:
        return clopper_pearson(value * documents, documents)
    shrunk = (normal(0.975) / student(0.975, documents - 1)) ** 2
    effective = min(n, value * (1 - value) / variance * shrunk)
    return clopper_pearson(value * effective, effective)


def wilson(ratios: Sequence[Ratio]) -> tuple[float, float]:
    """Wilson's interval on cells, as if they did not come in documents."""
    part, n = map(sum, zip(*ratios, strict=True))
    value, z = part / n, normal(0.975)
    middle = (value + z * z / (2 * n)) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * (value * (1 - value) / n + z * z / (4 * n * n)) ** 0.5
    return middle - reach, middle + reach


SHARE_METHODS: dict[str, Method] = {
    ours.METHOD: floored,
    "Korn-Graubard, plain": plain,
    resampled.METHOD: resampling,
    "Wilson on cells": wilson,
}
F1_METHODS: dict[str, Method] = {ours.METHOD: floored, resampled.METHOD: resampling}


def coverage(setting: Setting, *, trials: int, seed: int) -> list[dict[str, object]]:
    """A row for each kind, method, number of documents and true share."""
    rows: list[dict[str, object]] = []
    for kind, draw, methods in (("share", shares, SHARE_METHODS), ("F1", f1_parts, F1_METHODS)):
        for documents in DOCUMENTS:
            for share in SHARES:
                random = np.random.default_rng(seed)
                samples = [_ratios(*draw(random, setting, documents, share)) for _ in range(trials)]
                rows += [
                    {
                        "setting": setting.name,
                        "kind": kind,
                        "method": name,
                        "documents": documents,
                        "share": share,
                        **_covered([method(sample) for sample in samples], share),
                    }
                    for name, method in methods.items()
                ]
    return rows


def _ratios(parts: Sequence[float], sizes: Sequence[float]) -> list[Ratio]:
    return [Ratio(float(part), float(n)) for part, n in zip(parts, sizes, strict=True) if n]


def _covered(intervals: Sequence[tuple[float, float]], truth: float) -> dict[str, float]:
    inside = sum(low <= truth <= high for low, high in intervals) / len(intervals)
    width = sum(high - low for low, high in intervals) / len(intervals)
    return {"coverage": round(inside, 3), "width": round(width, 3)}


def _ends(low: float | None, high: float | None) -> tuple[float, float]:
    if low is None or high is None:
        raise ValueError("no interval")
    return low, high
