"""The order of a form's labels."""

from extractor.layout.label_order import in_order


def test_labels_in_order_are_all_kept() -> None:
    assert in_order([0, 1, 2, 5], set()) == [0, 1, 2, 3]
    assert in_order([], set()) == []


def test_a_label_that_breaks_the_order_is_left_out() -> None:
    assert in_order([0, 9, 1, 2, 3, 9], set()) == [0, 2, 3, 4, 5]


def test_only_repeated_labels_come_again_and_of_others_the_later_stays() -> None:
    assert in_order([0, 1, 1, 2], {1}) == [0, 1, 2, 3]
    assert in_order([0, 1, 1, 2], set()) == [0, 2, 3]
