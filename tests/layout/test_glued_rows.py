"""Rows of a table whose cells were printed without anything between them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.layout.cell_borders import border_price
from extractor.layout.glued_rows import Split, split_three
from extractor.structure.slices import Slice


def slices(rows: list[str]) -> list[Slice]:
    """Rows as slices of one page."""
    page = "\n".join(rows)
    starts = [sum(len(row) + 1 for row in rows[:at]) for at in range(len(rows))]
    return [Slice(page, start, start + len(row)) for start, row in zip(starts, rows, strict=True)]


def cells(split: Split | None) -> list[tuple[str, ...]]:
    assert split is not None
    return [tuple(cell.text for cell in row) for row in split.rows]


TABLE = [
    ("Tea and reading", "Ginger tea", "One cup and one chapter before bed"),
    ("Reading only", "Reading aloud", "-"),
    ("Tea and reading", "Reading aloud", "One cup and one chapter before bed"),
]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (0, 2, 1)])
@pytest.mark.parametrize("names", [(), ("Ginger tea", "Reading aloud"), ("ginger-tea",)])
def test_rows_explain_each_other_in_any_order(order: tuple[int, ...], names: tuple[str, ...]) -> None:
    table = [TABLE[at] for at in order]
    assert cells(split_three(slices(["".join(row) for row in table]), names)) == table


@pytest.mark.parametrize(
    ("row", "names"),
    [
        (("Evening tea", "Ginger tea", "A cup of hot water with ginger"), ["Ginger tea"]),
        (("Oats", "Oat porridge (40 g)", "One bowl of porridge."), ["Oat porridge (40 g)"]),
        (("Placebo", "warm water", "Placebo water in a blue cup"), ["warm water"]),
        (("Lamp 1", "Lamp", "Ten minutes of light"), ["Lamp"]),
    ],
)
def test_a_known_name_shows_where_a_row_is_cut(row: tuple[str, ...], names: list[str]) -> None:
    assert cells(split_three(slices(["".join(row)]), names)) == [row]


def test_a_long_description_is_one_cell_and_costs_no_time() -> None:
    row = ("Evening tea", "Ginger tea", "A cup of hot water with ginger, drunk slowly. " * 60 + "End")
    other = ("Morning tea", "Ginger tea", "A cup of cold water with ginger, drunk fast. " * 60 + "End")
    start = time.process_time()
    assert cells(split_three(slices(["".join(row), "".join(other)]), ["Ginger tea"])) == [row, other]
    assert time.process_time() - start < 2


def test_no_rows_and_a_row_without_borders_are_not_split() -> None:
    assert split_three([], []) is None
    assert split_three(slices(["tea"]), []) is None
    assert split_three(slices(["TeaWaterMilk", "x"]), []) is None


def test_a_second_split_as_good_as_the_first_is_said() -> None:
    split = split_three(slices(["TeaWaterMilkJuice"]), [])
    assert split is not None
    assert not split.certain
    known = split_three(slices(["TeaWaterMilk and juice"]), ["Water"])
    assert known is not None
    assert known.certain


@given(
    st.lists(st.text(alphabet="Ab -(.1", min_size=1, max_size=12), max_size=4),
    st.lists(st.text(alphabet="Ab 1", max_size=4)),
)
def test_cells_are_the_whole_row_in_order(rows: list[str], names: list[str]) -> None:
    stripped = [row.strip() for row in rows if row.strip()]
    split = split_three(slices(stripped), names)
    if split is not None:
        assert ["".join(row) for row in cells(split)] == stripped
        assert all(len(row) == 3 and all(row) for row in split.rows)


@pytest.mark.parametrize(
    ("left", "right", "likelier"),
    [("TACE only|TACE", "TAC|E", True), ("tea|Water", "te|a", True), ("tea|2 cups", "2|0 cups", True)],
)
def test_a_border_looks_like_one(left: str, right: str, *, likelier: bool) -> None:
    prices = []
    for marked in (left, right):
        before, after = marked.split("|")
        row = Slice(before + after, 0, len(before + after))
        prices.append(border_price(row, len(before)))
    assert (prices[0] < prices[1]) == likelier
