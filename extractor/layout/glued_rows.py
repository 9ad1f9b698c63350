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
class _Cut:
    """One way to split a row: its cells, their words, and the price of the two borders."""

    cells: tuple[Slice, Slice, Slice]
    label: str
    name: str
    description: str
    borders: float
    known: bool


@dataclass(frozen=True, slots=True)
class _State:
    """Rows split so far, what was written for them, and the price of it."""

    price: float
    labels: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    described: dict[str, str] = field(default_factory=dict)
    rows: dict[int, _Cut] = field(default_factory=dict)


def split_three(rows: Sequence[Slice], names: Collection[str]) -> Split | None:
    """Split rows of label, name and description. `names` are names known from elsewhere on the page.

    The description describes the label: rows with one label have one description. None where a row has no
    place to be split at.
    """
    known = frozenset(fold(name) for name in names)
    cuts = [_cuts(row, names, known) for row in rows]
    if not rows or not all(cuts):
        return None
    # What one row explains of another may come first or last: rows are added in both directions.
    orders = [range(len(rows)), range(len(rows) - 1, -1, -1)]
    states = sorted((state for order in orders for state in _search(cuts, order)), key=lambda one: one.price)
    best = states[0]
    other = next((state for state in states[1:] if state.rows != best.rows), None)
    found = tuple(cut.cells for _, cut in sorted(best.rows.items()))
    return Split(found, certain=other is None or other.price - best.price >= _MARGIN)


def _search(cuts: list[list[_Cut]], order: Iterable[int]) -> list[_State]:
    """The best ways to split the rows, added one by one in an order."""
    states = [_State(0.0)]
    for position in order:
        priced = [(_price(state, cut), state, cut) for cut in cuts[position] for state in states]
        priced.sort(key=lambda one: one[0])
        states = [_with_row(state, position, cut, price) for price, state, cut in priced[:_BEAM]]
    return states


def _cuts(row: Slice, names: Collection[str], known: frozenset[str]) -> list[_Cut]:
    prices = {at: border_price(row, at) for at in _borders(row, names)}
    borders = sorted(sorted(prices, key=lambda at: (prices[at], at))[:_MOST_BORDERS])
    return [_cut(row, i, j, prices[i] + prices[j], known) for i, j in combinations(borders, 2)]


def _cut(row: Slice, first: int, second: int, borders: float, known: frozenset[str]) -> _Cut:
    cells = (row.cut(0, first), row.cut(first, second), row.cut(second))
    label, name, description = (cell.text for cell in cells)
    return _Cut(cells, label, name, description, borders, fold(name) in known)


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


def _price(state: _State, cut: _Cut) -> float:
    """What the rows cost to write down when this row is added to the state's."""
    price = state.price + cut.borders + _price_of_cell(cut.label, state.labels, state.names)
    price += _REUSE if cut.known else _price_of_cell(cut.name, state.names, state.labels)
    said = state.described.get(cut.label)
    if said is None:
        new = cut.description not in state.described.values()
        return price + (len(cut.description) + 2 if new else _REUSE)
    return price if said == cut.description else price + len(cut.description) + 20


def _price_of_cell(text: str, column: frozenset[str], other: frozenset[str]) -> float:
    """A cell that was written in its column costs least, one written in another column a little more."""
    if text in column:
        return _REUSE
    return _REUSE + 1 if text in other else len(text) + 2


def _with_row(state: _State, position: int, cut: _Cut, price: float) -> _State:
    return _State(
        price,
        state.labels | {cut.label},
        state.names | {cut.name},
        {**state.described, cut.label: cut.description},
        {**state.rows, position: cut},
    )
