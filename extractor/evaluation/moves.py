"""Pairs of items whose partner stands at another level of a tree."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Node:
    """An item of a tree and its address."""

    item: BaseModel
    pointer: str


@dataclass(slots=True)
class Moves:
    """Pairs across levels, by the identity of the gold item and of the predicted one."""

    partners: dict[int, Node] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def add(self, gold: Node, predicted: Node) -> None:
        """Pair two items."""
        self.partners[id(gold.item)] = predicted
        self.taken.add(id(predicted.item))

    def free(
        self, golds: Sequence[BaseModel], predictions: Sequence[BaseModel]
    ) -> tuple[list[int], list[int]]:
        """Positions of items that are no part of a pair across levels."""
        ours = [at for at, item in enumerate(golds) if id(item) not in self.partners]
        return ours, [at for at, item in enumerate(predictions) if id(item) not in self.taken]
