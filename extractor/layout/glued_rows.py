"""Rows of a table whose cells were printed without anything between them.

The rows of one table explain each other: labels, names and descriptions recur. So the split of all rows is
chosen together, as the one whose cells take the fewest characters to write down when a cell that recurs is
written once (minimum description length), plus a price for each border and each cell that looks unlike one.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import combinations
from math import inf

from extractor.layout.cell_borders import borders, repeats_in
from extractor.layout.cell_looks import description_price, label_price, name_price
from extractor.normalise.terms import fold
from extractor.structure.slices import Slice

_BEAM = 24
_MARGIN = 3.0
"""Two splits whose prices differ by less than this are equally good."""
_WIDE_MARGIN = 6.0
"""The same where the page lists no names that a split could be held against."""
_REUSE = 1.0
_MOST_BORDERS = 26
_MENTIONED = 1.5
"""What a cell saves that another cell of its row names."""


@dataclass(frozen=True, slots=True)
class Split:
    """The cells of each row, and which of them every split that is about as good has alike."""

    rows: tuple[tuple[Slice, ...], ...]
    agreed: tuple[tuple[bool, ...], ...]

    @property
    def certain(self) -> bool:
        """Whether all cells are agreed."""
        return all(map(all, self.agreed))


@dataclass(frozen=True, slots=True)
class _Cut:
    """One way to split a row: its cells, their words, and the price of how they look."""

    cells: tuple[Slice, Slice, Slice]
    label: str
    name: str
    description: str
    looks: float
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
    cuts = [_cuts(row, names, known, repeats) for row, repeats in zip(rows, repeats_in(rows), strict=True)]
    if not rows or not all(cuts):
        return None
    # What one row explains of another may come first or last: rows are added in both directions.
    orders = [range(len(rows)), range(len(rows) - 1, -1, -1)]
    states = sorted((state for order in orders for state in _search(cuts, order)), key=lambda one: one.price)
    best = states[0]
    margin = _MARGIN if known else _WIDE_MARGIN
    near = [state for state in states if state.price - best.price < margin]
    found = tuple(best.rows[at].cells for at in range(len(rows)))
    agreed = tuple(
        tuple(
            all(state.rows[at].cells[column] == cell for state in near) for column, cell in enumerate(cells)
        )
        for at, cells in enumerate(found)
    )
    return Split(found, agreed)


def _search(cuts: list[list[_Cut]], order: Iterable[int]) -> list[_State]:
    """The best ways to split the rows, added one by one in an order."""
    states = [_State(0.0)]
    for position in order:
        least = _Least(states)
        floors = [(least.price(cut), cut) for cut in cuts[position]]
        limit = _limit(states[0], floors)
        priced = [
            (price, state, cut)
            for floor, cut in floors
            if floor + least.start <= limit
            for state in states
            if state.price + floor <= limit and (price := _price(state, cut)) <= limit
        ]
        priced.sort(key=lambda one: one[0])
        states = [_with_row(state, position, cut, price) for price, state, cut in priced[:_BEAM]]
    return states


class _Least:
    """What a way to split a row adds at least to any of some states: most need not be priced for each."""

    def __init__(self, states: Sequence[_State]) -> None:
        self.start = min(state.price for state in states)
        self._cells = frozenset().union(*(state.labels | state.names for state in states))
        self._labels = frozenset().union(*(state.described for state in states))
        self._said = frozenset().union(*(state.described.values() for state in states))

    def price(self, cut: _Cut) -> float:
        """No more than what `_price` adds to any of the states."""
        price = cut.looks + (_REUSE if cut.label in self._cells else len(cut.label) + 2)
        price += _REUSE if cut.known or cut.name in self._cells else len(cut.name) + 2
        if cut.label in self._labels:
            return price
        return price + (_REUSE if cut.description in self._said else len(cut.description) + 2)


def _limit(state: _State, floors: list[tuple[float, _Cut]]) -> float:
    """A price that enough ways to go on from one state do not exceed: those that may be the cheapest."""
    if len(floors) < _BEAM:
        return inf
    cheapest = nsmallest(_BEAM, floors, key=lambda one: one[0])
    return max(_price(state, cut) for _, cut in cheapest)


def _cuts(row: Slice, names: Collection[str], known: frozenset[str], repeats: Collection[int]) -> list[_Cut]:
    prices = borders(row, names, repeats, _MOST_BORDERS)
    return [_cut(row, i, j, prices[i] + prices[j], known) for i, j in combinations(prices, 2)]


def _cut(row: Slice, first: int, second: int, looks: float, known: frozenset[str]) -> _Cut:
    cells = (row.cut(0, first), row.cut(first, second), row.cut(second))
    label, name, description = (cell.text for cell in cells)
    is_known = fold(name) in known
    looks += label_price(label) + description_price(description) + (0.0 if is_known else name_price(name))
    head = name.casefold()
    looks -= _MENTIONED * (head in label.casefold()) + _MENTIONED * (head in description.casefold())
    return _Cut(cells, label, name, description, looks, is_known)


def _price(state: _State, cut: _Cut) -> float:
    """What the rows cost to write down when this row is added to the state's."""
    price = state.price + cut.looks
    price += _REUSE if cut.label in state.labels else _price_of_new(cut.label, state.names)
    price += _REUSE if cut.known or cut.name in state.names else _price_of_new(cut.name, state.labels)
    said = state.described.get(cut.label)
    if said is None:
        new = cut.description not in state.described.values()
        return price + (len(cut.description) + 2 if new else _REUSE)
    return price if said == cut.description else price + len(cut.description) + 20


def _price_of_new(text: str, other: frozenset[str]) -> float:
    """A cell that its column does not have: one written in another column costs little."""
    return _REUSE + 1 if text in other else len(text) + 2


def _with_row(state: _State, position: int, cut: _Cut, price: float) -> _State:
    return _State(
        price,
        state.labels | {cut.label},
        state.names | {cut.name},
        {**state.described, cut.label: cut.description},
        {**state.rows, position: cut},
    )
