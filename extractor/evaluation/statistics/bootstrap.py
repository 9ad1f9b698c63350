"""Cluster bootstrap: intervals of anything that is counted from whole documents."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from extractor.evaluation.statistics.coverage import remark
from extractor.evaluation.statistics.estimate import Estimate
from extractor.evaluation.statistics.resampling import SEED, resamples

METHOD = "cluster bootstrap"
_RULE_OF_THREE = 3


def bootstrap(
    figure: Callable[[Any], Any], documents: int, cells: int, *, level: float = 0.95, seed: int = SEED
) -> Estimate:
    """The interval of `figure`, which takes rows of document counts and gives one value for each row.

    The limits are percentiles. Where documents do not vary, or all is right, resampling would claim
    certainty: by the rule of three what was never seen in n documents may still be in 3 of n.
    """
    import numpy as np  # noqa: PLC0415 - only a report with intervals needs it

    if not documents:
        return Estimate.nothing(METHOD)
    value = float(figure(np.ones((1, documents)))[0])
    if np.isnan(value):
        return Estimate.nothing(METHOD)
    drawn = figure(resamples(documents, seed=seed))
    tail = (1 - level) / 2
    low, high = (float(limit) for limit in np.nanquantile(drawn, [tail, 1 - tail]))
    if high - low < 1e-12 or high >= 1 or low <= 0:  # noqa: PLR2004 - rounding
        low, high = _floored(value, low, high, documents)
    found = Estimate(value, low, high, documents, cells, METHOD)
    return replace(found, note=remark(found))


def _floored(value: float, low: float, high: float, documents: int) -> tuple[float, float]:
    unseen = min(1.0, _RULE_OF_THREE / documents)
    if value >= 1:
        return min(low, 1 - unseen), 1.0
    if value <= 0:
        return 0.0, max(high, unseen)
    if high - low < 1e-12:  # noqa: PLR2004 - rounding
        return value * (1 - unseen), value + (1 - value) * unseen
    return low, high
