"""Rows of a table whose cells were printed without anything between them.

The rows of one table explain each other: labels, names and descriptions recur. So the split of all rows is
chosen together, as the one whose cells take the fewest characters to write down when a cell that recurs is
written once (minimum description length), plus a price for each border that looks unlike a border.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from extractor.normalise.terms import fold
from extractor.structure.slices import Slice

_BEAM = 64
_MARGIN = 2.0
"""Two splits whose prices differ by less than this are equally good."""
_REUSE = 1.0
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
    rows: tuple[tuple[Slice, ...], ...] = field(default=(), compare=False)


def split_three(rows: Sequence[Slice], names: Collection[str]) -> Split | None:
    """Split rows of label, name and description. `names` are names known from elsewhere on the page.

    The description describes the label: rows with one label have one description. None where a row has no
    place to be split at.
    """
    known = frozenset(fold(name) for name in names)
    states = [_State(0.0)]
    for row in rows:
        longer = [_with_row(state, cells, known) for cells in _candidates(row) for state in states]
        states = sorted(longer, key=lambda state: state.price)[:_BEAM]
        if not states:
            return None
    if not rows or states[0].price >= _IMPOSSIBLE:
        return None
    other = next((state for state in states[1:] if _texts(state) != _texts(states[0])), None)
    return Split(states[0].rows, certain=other is None or other.price - states[0].price >= _MARGIN)


def _texts(state: _State) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in state.rows]


def _candidates(row: Slice) -> list[tuple[Slice, ...]]:
    borders = [at for at in range(1, len(row)) if border_price(row, at) < _IMPOSSIBLE]
    return [(row.cut(0, i), row.cut(i, j), row.cut(j)) for i, j in combinations(borders, 2)]


def border_price(row: Slice, at: int) -> float:
    """How unlike a border between cells a place inside a row looks: 0 is like one."""
    text = row.text
    left, right = text[at - 1], text[at]
    if left.isspace() or right.isspace() or right in ".,;:)]}%" or left in "([{-/":
        return _IMPOSSIBLE
    if right in "-–—":
        return 0.0 if at == len(text) - 1 else _IMPOSSIBLE
    if left.isalpha() and right.isalpha():
        if right.islower():
            return _IMPOSSIBLE if left.isupper() else 12.0
        return 0.0 if left.islower() else 3.0
    if left.isdigit() and right.isdigit():
        return 8.0
    return 1.0 if right.isupper() or right.isdigit() else 6.0


def _with_row(state: _State, cells: tuple[Slice, ...], known: frozenset[str]) -> _State:
    label, name, description = (cell.text for cell in cells)
    price = state.price + _price_of_borders(cells)
    written = set(state.written)
    for column, text in enumerate((label, name)):
        if (column, text) in written or (column == 1 and fold(text) in known):
            price += _REUSE
        elif any(text == other for _, other in written):
            price += _REUSE + 1
        else:
            price += len(text) + 2
        written.add((column, text))
    described = dict(state.described)
    if label not in described:
        price += _REUSE if description in described.values() else len(description) + 2
    elif described[label] != description:
        price += len(description) + 20
    described[label] = description
    return _State(price, frozenset(written), tuple(described.items()), (*state.rows, cells))


def _price_of_borders(cells: tuple[Slice, ...]) -> float:
    row = cells[0].to(cells[-1])
    return sum(border_price(row, cell.start - row.start) for cell in cells[1:])
