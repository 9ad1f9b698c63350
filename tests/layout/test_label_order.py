"""The order of a form's labels."""

from extractor.layout.label_order import in_order, misplaced


def positions(places: list[int], repeated: set[int]) -> list[int]:
    return [position for position, _ in in_order([(place,) for place in places], repeated)]


def test_labels_in_order_are_all_kept() -> None:
    assert positions([0, 1, 2, 5], set()) == [0, 1, 2, 3]
    assert positions([], set()) == []


def test_a_label_that_breaks_the_order_is_left_out() -> None:
    assert positions([0, 9, 1, 2, 3, 9], set()) == [0, 2, 3, 4, 5]


def test_only_repeated_labels_come_again_and_of_others_the_later_stays() -> None:
    assert positions([0, 1, 1, 2], {1}) == [0, 1, 2, 3]
    assert positions([0, 1, 1, 2], set()) == [0, 2, 3]


def test_a_label_of_several_places_stands_where_its_neighbours_do() -> None:
    assert in_order([(0,), (1, 3), (2,), (1, 3), (4,)], set()) == [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]
    assert in_order([(1, 3)], set()) == [(0, 1)]


def test_one_label_out_of_order_is_odd_and_many_are_disorder() -> None:
    assert misplaced([(place,) for place in (0, 9, 1, 2, 3)]) == ""
    assert (
        misplaced([(place,) for place in (5, 2, 0, 4, 1, 3)])
        == "3 of its 6 headings stand out of their order"
    )
    assert misplaced([(1,), (1,), (1,)], {1}) == ""
