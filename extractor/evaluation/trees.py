"""Lists whose items hold items of the same kind: paired list by list, and what stays alone across levels."""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel

from extractor.evaluation.align import align
from extractor.evaluation.lists import Items
from extractor.evaluation.moves import Moves, Node
from extractor.evaluation.outcome import Cell, Outcome
from extractor.evaluation.part import Part
from extractor.evaluation.place import Place
from extractor.evaluation.similarity import key_slots, similarity
from extractor.evaluation.slots import Slot
from extractor.evaluation.walker import Walker

NEAR = 0.75
"""Likeness up to which two items at different levels stay alone: more is asked than within one list."""


class Trees:
    """The comparison of one tree. `slot` is that of its topmost items, `branches` that of what is below."""

    def __init__(self, walk: Walker, slot: Slot, branches: Slot, place: Place) -> None:
        self._walk = walk
        self._items = Items(walk, slot, place)
        self._branches = branches.name
        self._place = place

    def compare(self, gold: list[BaseModel], predicted: list[BaseModel], into: Part) -> None:
        """Compare list by list; then with pairs across levels, if that explains more of both sides."""
        plain = Part()
        self._items.compare(gold, predicted, plain)
        self._walk.moves = self._moves(gold, predicted, plain.cells)
        if self._walk.moves.partners:
            across = Part()
            self._items.compare(gold, predicted, across)
            plain = min(plain, across, key=lambda part: part.rank)
            self._walk.moves = Moves()
        into.take(plain)

    def _moves(
        self, gold: Sequence[BaseModel], predicted: Sequence[BaseModel], cells: Sequence[Cell]
    ) -> Moves:
        moves = Moves()
        missing = {cell.gold_pointer for cell in cells if cell.outcome is Outcome.MISSING}
        spurious = {cell.predicted_pointer for cell in cells if cell.outcome is Outcome.SPURIOUS}
        if not missing or not spurious:
            return moves
        ours = list(self._alone(self._tree(gold, self._place.gold), missing))
        theirs = list(self._alone(self._tree(predicted, self._place.predicted), spurious))
        for one, other in self._pairs(ours, theirs):
            moves.add(one, other)
        return moves

    def _pairs(self, ours: Sequence[Node], theirs: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
        if not ours or not theirs:
            return
        partners = self._walk.partners
        candidates = [self._items.candidate(node.item, Place(gold=node.pointer)) for node in ours]
        for i, j in align(candidates, [node.item for node in theirs], partners):
            if similarity(candidates[i], theirs[j].item, partners) > NEAR:
                yield ours[i], theirs[j]

    def _alone(self, nodes: Iterable[Node], pointers: set[str | None]) -> Iterator[Node]:
        """Items whose name stands alone: it is among the values that the other side does not have."""
        for node in nodes:
            name, *_ = key_slots(type(node.item))
            if node.pointer + name.token in pointers:
                yield node

    def _tree(self, items: Sequence[BaseModel], pointer: str) -> Iterator[Node]:
        for at, item in enumerate(items):
            here = f"{pointer}/{at}"
            yield Node(item, here)
            yield from self._tree(item.__dict__[self._branches], f"{here}/{self._branches}")
