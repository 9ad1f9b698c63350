from typing import Any

import numpy as np
import pytest

from extractor.evaluation.statistics.bootstrap import bootstrap


def mean_of(*values: float) -> Any:
    return lambda weights: weights @ np.array(values) / weights.sum(axis=1)


def test_the_limits_surround_the_figure() -> None:
    found = bootstrap(mean_of(0.5, 0.7, 0.9, 0.6), 4, 40)
    assert found.value == pytest.approx(0.675)
    assert found.low is not None
    assert found.high is not None
    assert 0.5 <= found.low < 0.675 < found.high <= 0.9


@pytest.mark.parametrize(("value", "low", "high"), [(1.0, 0.7, 1.0), (0.0, 0.0, 0.3), (0.5, 0.35, 0.65)])
def test_documents_without_spread_get_the_rule_of_three(value: float, low: float, high: float) -> None:
    found = bootstrap(mean_of(*[value] * 10), 10, 10)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


def test_a_figure_that_touches_one_keeps_a_floor_below() -> None:
    found = bootstrap(mean_of(*[1.0] * 39, 0.999), 40, 40)
    assert found.high == 1
    assert found.low is not None
    assert found.low < 1


def test_no_documents_give_no_figure() -> None:
    assert bootstrap(mean_of(), 0, 0).value is None
