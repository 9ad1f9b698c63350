"""Values, and whole list items, that one side has and the other has not."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from extractor.evaluation.folded import folded
from extractor.evaluation.outcome import Cell, Outcome


@dataclass(frozen=True, slots=True)
class Stray:
    """A list item without partner and its cells, or one cell that is in no such item."""

    pointer: str
    cells: tuple[Cell, ...]

    @property
    def values(self) -> frozenset[Hashable]:
        """What it says: field within the stray, and value; where the stray stands does not count."""
        return frozenset((self._inside(cell), _said(cell)) for cell in self.cells)

    def _inside(self, cell: Cell) -> str:
        there = cell.gold_pointer or cell.predicted_pointer or ""
        return there.removeprefix(self.pointer) or there.rpartition("/")[2]


def strays(cells: Iterable[Cell], outcome: Outcome) -> Iterator[Stray]:
    """What is SPURIOUS in a prediction, or MISSING from it, item by item, in the order of the cells."""
    cells = list(cells)
    side = _predicted if outcome is Outcome.SPURIOUS else _gold
    known = {place for cell in cells if cell.gold_pointer and cell.predicted_pointer for place in side(cell)}
    groups: dict[str, list[Cell]] = {}
    for cell in cells:
        if cell.outcome is outcome:
            lonely = (place for place in side(cell) if place not in known)
            own = cell.predicted_pointer if side is _predicted else cell.gold_pointer
            groups.setdefault(next(lonely, own or ""), []).append(cell)
    return (Stray(pointer, tuple(group)) for pointer, group in groups.items())


def _predicted(cell: Cell) -> Iterator[str]:
    return _items(cell.predicted_pointer)


def _gold(cell: Cell) -> Iterator[str]:
    return _items(cell.gold_pointer)


def _items(pointer: str | None) -> Iterator[str]:
    """The list items around an address, outermost first."""
    tokens = (pointer or "").split("/")
    return ("/".join(tokens[: at + 1]) for at, token in enumerate(tokens) if token.isdigit())


def _said(cell: Cell) -> str:
    return folded(cell.gold if cell.gold is not None else cell.predicted)
