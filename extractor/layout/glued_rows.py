"""Rows of a table whose cells were printed without anything between them.

The rows of one table explain each other: labels, names and descriptions recur. So the split of all rows is
chosen together, as the one whose cells take the fewest characters to write down when a cell that recurs is
written once (minimum description length), plus a price for each border that looks unlike a border.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from extractor.normalise.terms import fold
from extractor.structure.slices import Slice

_Cells = tuple[Slice, ...]

_BEAM = 16
_MARGIN = 2.0
"""Two splits whose prices differ by less than this are equally good."""
_REUSE = 1.0
_UNLIKELY = 10.0
_MOST_BORDERS = 24
_IMPOSSIBLE = 1000.0


@dataclass(frozen=True, slots=True)
class Split:
    """The cells of each row. `certain` is False where another split is as good."""

    rows: tuple[tuple[Slice, ...], ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class _State:
    price: float
    written: frozenset[tuple[int, str]] = frozenset()
    described: tuple[tuple[str, str], ...] = ()
    rows: dict[int, tuple[Slice, ...]] = field(default_factory=dict, compare=False)


def split_three(rows: Sequence[Slice], names: Collection[str]) -> Split | None:
    """Split rows of label, name and description. `names` are names known from elsewhere on the page.

    The description describes the label: rows with one label have one description. None where a row has no
    place to be split at.
    """
    known = frozenset(fold(name) for name in names)
    splits = [_candidates(row, names) for row in rows]
    if not rows or not all(splits):
        return None
    # What one row explains of another may come first or last: rows are added in both directions.
    orders = [range(len(rows)), range(len(rows) - 1, -1, -1)]
    states = sorted((state for order in orders for state in _search(splits, order, known)), key=_by_price)
    best = states[0]
    other = next((state for state in states[1:] if _texts(state) != _texts(best)), None)
    found = tuple(cells for _, cells in sorted(best.rows.items()))
    return Split(found, certain=other is None or other.price - best.price >= _MARGIN)


def _search(splits: list[list[_Cells]], order: Iterable[int], known: frozenset[str]) -> list[_State]:
    """The best ways to split the rows, added one by one in an order."""
    states = [_State(0.0)]
    for position in order:
        priced = [
            (_price(state, cells, known), state, cells) for cells in splits[position] for state in states
        ]
        priced.sort(key=lambda one: one[0])
        states = [_with_row(state, position, cells, price) for price, state, cells in priced[:_BEAM]]
    return states


def _by_price(state: _State) -> float:
    return state.price


def _texts(state: _State) -> dict[int, tuple[str, ...]]:
    return {position: tuple(cell.text for cell in cells) for position, cells in state.rows.items()}


def _candidates(row: Slice, names: Collection[str]) -> list[tuple[Slice, ...]]:
    borders = sorted(sorted(_borders(row, names), key=lambda at: border_price(row, at))[:_MOST_BORDERS])
    return [(row.cut(0, i), row.cut(i, j), row.cut(j)) for i, j in combinations(borders, 2)]


def _borders(row: Slice, names: Collection[str]) -> set[int]:
    """Places that look like a border, and those where a known name begins or ends."""
    text = row.text
    found = {at for at in range(1, len(text)) if border_price(row, at) < _UNLIKELY}
    for name in filter(None, names):
        at = text.find(name, 1)
        while at >= 0:
            found |= {border for border in (at, at + len(name)) if _possible(row, border)}
            at = text.find(name, at + 1)
    return found


def _possible(row: Slice, at: int) -> bool:
    return 0 < at < len(row) and border_price(row, at) < _IMPOSSIBLE


def border_price(row: Slice, at: int) -> float:
    """How unlike a border between cells a place inside a row looks: 0 is like one."""
    left, right = row.page[row.start + at - 1], row.page[row.start + at]
    if left.isspace() or right.isspace() or right in ".,;:)]}%" or left in "([{-/":
        return _IMPOSSIBLE
    if right in "-–—":
        return 0.0 if at == len(row) - 1 else _IMPOSSIBLE
    if left.isalpha() and right.isalpha():
        if right.islower():
            return _IMPOSSIBLE if left.isupper() else 12.0
        return 0.0 if left.islower() else 3.0
    if left.isdigit() and right.isdigit():
        return 8.0
    return 1.0 if right.isupper() or right.isdigit() else 6.0


def _price(state: _State, cells: tuple[Slice, ...], known: frozenset[str]) -> float:
    """What the rows cost to write down when this row is added to the state's."""
    label, name, description = (cell.text for cell in cells)
    price = state.price + _price_of_borders(cells)
    price += _price_of_cell(state, 0, label)
    price += _REUSE if fold(name) in known else _price_of_cell(state, 1, name)
    said = dict(state.described)
    if label not in said:
        return price + (_REUSE if description in said.values() else len(description) + 2)
    return price if said[label] == description else price + len(description) + 20


def _price_of_cell(state: _State, column: int, text: str) -> float:
    """A cell that was written in its column costs least, one written in another column a little more."""
    if (column, text) in state.written:
        return _REUSE
    return _REUSE + 1 if (1 - column, text) in state.written else len(text) + 2


def _with_row(state: _State, position: int, cells: tuple[Slice, ...], price: float) -> _State:
    label, name, description = (cell.text for cell in cells)
    described = dict(state.described)
    described[label] = description
    written = state.written | {(0, label), (1, name)}
    return _State(price, written, tuple(described.items()), {**state.rows, position: cells})


def _price_of_borders(cells: tuple[Slice, ...]) -> float:
    row = cells[0].to(cells[-1])
    return sum(border_price(row, cell.start - row.start) for cell in cells[1:])
