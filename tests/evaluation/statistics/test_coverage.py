import pytest

from extractor.evaluation.statistics.coverage import TARGET, measured, remark
from extractor.evaluation.statistics.estimate import Estimate
from extractor.evaluation.statistics.proportion import METHOD


def estimate(documents: int, value: float, method: str = METHOD) -> Estimate:
    return Estimate(value, 0.1, 1.0, documents, 100, method)


@pytest.mark.parametrize("documents", [5, 10, 20, 40])
@pytest.mark.parametrize("share", [0.85, 0.95, 0.98])
def test_a_remark_stands_where_the_simulation_missed_its_target_and_only_there(
    documents: int, share: float
) -> None:
    covered = measured()[METHOD][str(documents)][str(share)]
    assert bool(remark(estimate(documents, share))) is not (TARGET[0] <= covered <= TARGET[1])


def test_the_case_taken_is_one_of_no_more_documents() -> None:
    assert remark(estimate(39, 0.98)) == remark(estimate(20, 0.98))
    assert "fewer than the simulation" in remark(estimate(3, 0.9))


def test_an_interval_that_is_short_is_told_from_one_that_is_wide() -> None:
    assert remark(estimate(5, 0.95, "cluster bootstrap")).startswith("too short: covers ")


def test_an_unknown_method_and_no_figure_have_no_remark() -> None:
    assert remark(estimate(5, 0.95, "another")) == ""
    assert remark(Estimate.nothing(METHOD)) == ""
