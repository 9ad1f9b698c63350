"""Why an item has the partner it has: how alike it is to each item of the other side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from extractor.evaluation.lists import Items
from extractor.evaluation.outcome import Cell
from extractor.evaluation.place import Place
from extractor.evaluation.similarity import key_slots, similarity
from extractor.evaluation.slots import slot_at
from extractor.evaluation.walk import Walk
from extractor.records.pointer import parent, resolve


@dataclass(frozen=True, slots=True)
class Pairing:
    """One item of gold: its partner (None where it has none) and how alike each predicted item is to it.

    `alike` are (pointer, likeness), the most alike first; `keys` the fields that decide.
    """

    gold: str
    partner: str | None
    keys: tuple[str, ...]
    alike: tuple[tuple[str, float], ...]


class Pairings:
    """Asks a walk that has compared two records; `cells` are what it gave."""

    def __init__(self, walk: Walk, gold: BaseModel, predicted: BaseModel, cells: Sequence[Cell]) -> None:
        self._walk = walk
        self._gold = gold
        self._predicted = predicted
        self._cells = cells

    def of(self, pointer: str) -> Iterator[Pairing]:
        """The pairing of each list item on the way to a pointer into gold, outermost first."""
        tokens = pointer.split("/")
        for at, token in enumerate(tokens):
            here = "/".join(tokens[: at + 1])
            if token.isdigit() and isinstance(resolve(self._gold, here), BaseModel):
                yield self._pairing(here)

    def _pairing(self, pointer: str) -> Pairing:
        item: BaseModel = resolve(self._gold, pointer)
        candidate = Items(self._walk, slot_at(self._gold, pointer), Place()).candidate(
            item, Place(gold=pointer)
        )
        forbidden = self._walk.forbidden.of(_path(parent(pointer)))
        alike = [
            (there, similarity(candidate, other, self._walk.partners, forbidden))
            for there, other in self._rivals(parent(pointer))
        ]
        return Pairing(
            gold=pointer,
            partner=self._partner(pointer),
            keys=tuple(slot.name for slot in key_slots(type(item))),
            alike=tuple(sorted(alike, key=lambda one: -one[1])),
        )

    def _rivals(self, of: str) -> Iterator[tuple[str, BaseModel]]:
        """The items of the list that is the partner of gold's list."""
        above = self._partner(parent(of)) if parent(of) else ""
        if above is None:
            return
        there = above + of[len(parent(of)) :]
        items: list[BaseModel] = resolve(self._predicted, there)
        yield from ((f"{there}/{at}", item) for at, item in enumerate(items))

    def _partner(self, pointer: str) -> str | None:
        """What an object of gold was compared with, by the values that stand right below it."""
        for cell in self._cells:
            ours, theirs = cell.gold_pointer, cell.predicted_pointer
            if ours is not None and theirs is not None and ours.startswith(pointer + "/"):
                below = ours[len(pointer) :].count("/")
                return theirs.rsplit("/", below)[0]
        return None


def _path(pointer: str) -> str:
    """A pointer without list positions."""
    return "/".join(token for token in pointer.split("/") if not token.isdigit())
