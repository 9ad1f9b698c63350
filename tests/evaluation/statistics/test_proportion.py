import pytest

from extractor.evaluation.statistics.estimate import Estimate
from extractor.evaluation.statistics.proportion import clopper_pearson, proportion
from extractor.evaluation.statistics.ratio import Ratio


def limits(*ratios: tuple[float, float]) -> tuple[float, float]:
    found = proportion([Ratio(*one) for one in ratios])
    assert found.low is not None
    assert found.high is not None
    return found.low, found.high


def test_all_right_is_never_certain_and_rests_on_the_number_of_documents() -> None:
    low, high = limits(*[(50, 50)] * 5)
    assert (low, high) == (pytest.approx(0.025 ** (1 / 5)), 1)
    assert limits(*[(50, 50)] * 20)[0] == pytest.approx(0.025 ** (1 / 20))
    assert limits(*[(5, 5)] * 5) == pytest.approx((low, high))


def test_all_wrong_is_never_certain_either() -> None:
    assert limits(*[(0, 50)] * 5) == pytest.approx((0, 1 - 0.025 ** (1 / 5)))


def test_cells_of_one_document_do_not_count_as_so_many() -> None:
    spread = limits(*[(45, 50)] * 4, (46, 50))
    clustered = limits(*[(50, 50)] * 4, (26, 50))
    assert clustered[1] - clustered[0] > 2 * (spread[1] - spread[0])
    naive = clopper_pearson(226, 250)
    assert spread[1] - spread[0] > naive[1] - naive[0]


def test_more_documents_make_the_interval_shorter() -> None:
    few, many = ([(18, 20), (20, 20), (15, 20), (19, 20)] * times for times in (2, 10))
    assert limits(*few)[1] - limits(*few)[0] > limits(*many)[1] - limits(*many)[0]


def test_the_share_lies_inside_and_counts_are_kept() -> None:
    found = proportion([Ratio(18, 20), Ratio(2.5, 10), Ratio(0, 0)], cells=33)
    assert found.value == pytest.approx(20.5 / 30)
    assert (found.n_documents, found.n_cells) == (2, 33)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 20.5 / 30 < found.high


def test_no_cells_give_no_figure_and_one_document_next_to_no_knowledge() -> None:
    nothing = proportion([Ratio(0, 0)])
    assert nothing == Estimate.nothing(nothing.method)
    assert limits((30, 30)) == pytest.approx((0.025, 1))


def test_clopper_and_pearson_give_the_exact_limits() -> None:
    # Clopper and Pearson 1934, as every table of them has it: 8 of 10.
    assert clopper_pearson(8, 10) == pytest.approx((0.4439, 0.9748), abs=1e-4)
    assert clopper_pearson(0, 10) == pytest.approx((0, 0.3085), abs=1e-4)
