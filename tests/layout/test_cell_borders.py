import pytest

from extractor.layout.cell_borders import IMPOSSIBLE, border_price, borders, repeats_in
from extractor.structure.slices import Slice


def whole(text: str) -> Slice:
    return Slice(text, 0, len(text))


def _price(marked: str) -> float:
    left, right = marked.split("|")
    return border_price(whole(left + right), len(left))


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        ("tea|Water", "te|aWater"),
        ("TACE only|TACE", "T|ACE only"),
        ("water|20 mg daily", "water 2|0 mg"),
        ("water|20 mg daily", "mg/m|2 daily"),
        ("group A|Tea", "TAC|E tea"),
    ],
)
def test_a_border_looks_like_one(likely: str, unlikely: str) -> None:
    assert _price(likely) < _price(unlikely)


@pytest.mark.parametrize(
    "marked", ["tea| water", "tea |water", "0.|5 mg", "2|0 mg", "(|tea)", "tea|/water", "T|ea"]
)
def test_no_cell_begins_or_ends_like_that(marked: str) -> None:
    assert _price(marked) == IMPOSSIBLE


def test_a_name_of_the_list_makes_any_place_a_border() -> None:
    found = borders(whole("control groupiTBSno more"), ["iTBS"], (), 24)
    assert {13, 17} <= set(found)


def test_words_that_repeat_begin_and_end_at_borders() -> None:
    row = "Arm A: metforminmetformintwice"
    (found,) = repeats_in([whole(row)])
    assert {row.index("metformin"), 16, 25} <= found
