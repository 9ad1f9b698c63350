"""How alike the cells of one document are: the intraclass correlation of right and wrong."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from extractor.evaluation.statistics.ratio import Ratio

CORRELATIONS = (0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.45, 0.6)
"""The correlations that are weighed against each other."""

EVEN = (1.0,) * len(CORRELATIONS)
"""Beforehand each is as likely as the next: leans to the large ones, where little is seen."""

USUAL = (0.5, 0.7, 0.9, 1.2, 1.5, 1.0, 0.5, 0.2, 0.1)
"""Beforehand 0.15 is the likeliest, which is what runs of readers mostly show."""

_LOGITS, _STEPS = 7.0, 57  # shares from 0.0009 to 0.9991


def correlation(rates: Sequence[Ratio], beforehand: Sequence[float] = EVEN) -> float:
    """The correlation inside documents, in (0, 1): the posterior mean under a beta-binomial model.

    Every document has a share of its own, drawn from a beta distribution; its mean (with Jeffreys' prior)
    and its spread are unknown. A moment estimate would do with hundreds of errors; with five of them it
    says "none" far too often, which is what makes intervals too short.
    """
    import numpy as np  # noqa: PLC0415 - only a report with intervals needs it
    from scipy.special import betaln  # noqa: PLC0415 - the same

    first, second, prior = _grid()
    likelihood = prior.copy()
    for (part, n), times in Counter((rate.part, rate.n) for rate in rates if rate.n).items():
        likelihood += times * (betaln(first + part, second + n - part) - betaln(first, second))
    weights = np.exp(likelihood - likelihood.max()).sum(axis=0) * np.array(beforehand)
    return float(weights @ np.array(CORRELATIONS) / weights.sum())


@cache
def _grid() -> tuple[Any, Any, Any]:
    """Both parameters of the beta distributions and the log prior, by mean (rows) and correlation."""
    import numpy as np  # noqa: PLC0415 - as above

    means = 1 / (1 + np.exp(-np.linspace(-_LOGITS, _LOGITS, _STEPS)))
    sizes = 1 / np.array(CORRELATIONS) - 1
    # Jeffreys' prior, and the width of a step on the logit scale.
    prior = 0.5 * np.log(means * (1 - means))
    return np.outer(means, sizes), np.outer(1 - means, sizes), np.repeat(prior[:, None], len(sizes), axis=1)
