import pytest

from extractor.evaluation.statistics.power import POWER, Trials, power
from extractor.evaluation.statistics.ratio import Ratio


def test_four_documents_notice_nothing_however_large() -> None:
    found = power([Ratio(0, 50)] * 4, 0.9)
    assert (found.detectable, found.n_documents, found.n_cells) == (None, 4, 200)
    assert power([], 0.9).detectable is None


def test_more_documents_and_less_churn_notice_smaller_drops() -> None:
    drops = [
        power([Ratio(flips, 20)] * documents, 0.9).detectable
        for flips, documents in ((1, 20), (1, 80), (0, 80))
    ]
    assert all(drop is not None for drop in drops)
    assert drops == sorted(drops, reverse=True)


def test_the_drop_that_is_given_is_noticed_about_as_often_as_it_says() -> None:
    found = power([Ratio(1, 20), Ratio(0, 20)] * 20, 0.9)
    assert found.detectable is not None
    other = Trials([20] * 40, 0.9, found.churn, found.correlation, seed=99)
    assert other.noticed(found.detectable) == pytest.approx(POWER, abs=0.09)


def test_no_drop_is_noticed_no_more_often_than_the_level_allows() -> None:
    assert Trials([20] * 40, 0.9, 0.04, 0.15, seed=5).noticed(0.0) <= 0.05 + 0.025


def test_a_stricter_level_needs_a_larger_drop() -> None:
    flips = [Ratio(1, 20)] * 30
    loose, strict = (power(flips, 0.9, alpha=alpha).detectable for alpha in (0.05, 0.01))
    assert loose is not None
    assert strict is not None
    assert strict > loose
