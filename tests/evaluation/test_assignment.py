from extractor.evaluation.assignment import assign, rivals


def test_the_largest_sum_wins_over_the_first_choice() -> None:
    assert assign([[0.4, 0.3], [0.3, 0.0]]) == [(0, 1), (1, 0)]


def test_staying_alone_is_a_choice() -> None:
    assert assign([[0.4, 0.0], [0.3, -1.0]]) == [(0, 0)]


def test_sides_of_different_length_leave_the_rest_alone() -> None:
    assert assign([[0.1, 0.5, 0.4]]) == [(0, 1)]
    assert assign([[0.1], [0.5], [0.4]]) == [(1, 0)]


def test_nothing_is_paired_with_nothing() -> None:
    assert assign([]) == []
    assert assign([[], []]) == []
    assert assign([[0.0, 0.0]]) == []


def test_equal_gains_give_the_same_pairs_each_time() -> None:
    gains = [[0.5] * 4 for _ in range(4)]
    assert assign(gains) == assign(gains)
    assert len(assign(gains)) == 4


def test_rivals_are_found_through_others() -> None:
    assert rivals([(0, 0), (1, 0), (2, 2), (1, 1), (3, 3)]) == [
        ([0, 1], [0, 1]),
        ([2], [2]),
        ([3], [3]),
    ]
    assert rivals([(0, 0), (1, 1), (2, 0), (2, 1)]) == [([0, 1, 2], [0, 1])]
    assert rivals([]) == []
