from random import Random

import pytest

from extractor.evaluation.statistics.difference import Difference, difference
from extractor.evaluation.statistics.ratio import Ratio


def compared(before: list[float], after: list[float], n: float = 10, draws: int = 9_999) -> Difference:
    return difference([Ratio(b, n) for b in before], [Ratio(a, n) for a in after], cells=10, draws=draws)


def test_five_documents_that_all_fall_have_the_chance_of_one_in_thirty_two() -> None:
    found = compared([9, 9, 9, 9, 9], [8, 7, 8, 8, 7])
    assert (found.p_drop, found.p_value, found.exact) == (1 / 32, 2 / 32, True)
    assert found.drop == pytest.approx(0.14)


def test_only_documents_that_differ_are_swapped() -> None:
    found = compared([9, 9, 5] + [4] * 40, [8, 8, 5] + [4] * 40)
    assert (found.draws, found.p_drop) == (4, 1 / 4)


def test_equal_runs_differ_by_nothing_and_by_no_chance() -> None:
    found = compared([9, 8, 7], [9, 8, 7])
    assert (found.change.value, found.lowest, found.p_drop, found.p_value) == (0, 0, 1, 1)
    assert found.change.note == "the runs do not differ"


def test_a_change_that_is_the_same_everywhere_is_not_certain() -> None:
    found = compared([8] * 6, [9] * 6)
    assert found.change.low == pytest.approx(0.05)
    assert found.change.high == pytest.approx(0.1)
    assert found.change.note


def test_a_ratio_is_compared_with_what_stands_below_it() -> None:
    found = difference([Ratio(10, 10), Ratio(1, 2)], [Ratio(10, 20), Ratio(1, 2)], cells=22)
    assert found.change.value == pytest.approx(11 / 22 - 11 / 12)


def test_drawn_swaps_never_give_a_p_value_of_zero_and_stay_the_same() -> None:
    found = compared([9.0] * 20, [8.0] * 19 + [7.0], draws=99)
    assert (found.p_drop, found.exact, found.draws) == (1 / 100, False, 99)
    assert found == compared([9.0] * 20, [8.0] * 19 + [7.0], draws=99)


def test_nothing_below_the_line_gives_nothing() -> None:
    found = compared([0, 0], [0, 0], n=0)
    assert (found.before, found.change.value, found.drop, found.p_drop) == (None, None, 0, 1)


def test_equal_quality_is_called_a_drop_in_no_more_than_one_of_twenty_cases() -> None:
    random, alarms = Random(1), 0
    for _ in range(300):
        before, after = ([random.randint(6, 10) for _ in range(20)] for _ in range(2))
        alarms += compared(before, after, draws=499).p_drop <= 0.05
    assert alarms <= 300 * 0.05 + 3 * (300 * 0.05 * 0.95) ** 0.5


def test_the_interval_holds_a_true_drop_about_as_often_as_it_says() -> None:
    random, held, trials = Random(2), 0, 300
    for _ in range(trials):
        before = [sum(random.random() < 0.9 for _ in range(20)) for _ in range(20)]
        after = [sum(random.random() < 0.8 for _ in range(20)) for _ in range(20)]
        change = compared(before, after, n=20, draws=9).change
        assert change.low is not None
        assert change.high is not None
        held += change.low <= -0.1 <= change.high
    assert 0.91 <= held / trials <= 0.985
