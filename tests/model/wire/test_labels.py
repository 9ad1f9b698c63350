from extractor.model.wire.labels import position_of, positions


def test_a_label_is_found_whatever_its_case_and_blanks() -> None:
    known = positions(["Blue  tea", "Water"])
    assert position_of(known, "blue tea") == 0
    assert position_of(known, "WATER") == 1
    assert position_of(known, "Milk") is None


def test_one_label_printed_twice_is_told_apart_by_a_number() -> None:
    known = positions(["Tea", "Water", "Tea"])
    assert position_of(known, "Tea") == 0
    assert position_of(known, "Tea #1") == 0
    assert position_of(known, "tea #2") == 2
    assert position_of(known, "Tea #3") is None


def test_a_printed_number_wins_over_one_that_is_given() -> None:
    known = positions(["Tea #2", "Tea", "Tea"])
    assert position_of(known, "Tea #2") == 0
