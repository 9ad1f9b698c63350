"""Criteria whose partner stands at another level of the tree: found among those alone in their list."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from extractor.evaluation.assignment import Pair
from extractor.evaluation.slots import Slot

Align = Callable[[Sequence["Node"], Sequence["Node"], float], list[Pair]]
"""Pairs (gold position, predicted position) of items that are more alike than a threshold."""

NEAR = 0.75
"""Likeness up to which two items at different levels stay alone: more is asked than within one list."""


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

    def free(
        self, golds: Sequence[BaseModel], predictions: Sequence[BaseModel]
    ) -> tuple[list[int], list[int]]:
        """Positions of items that are no part of a pair across levels."""
        ours = [at for at, item in enumerate(golds) if id(item) not in self.partners]
        return ours, [at for at, item in enumerate(predictions) if id(item) not in self.taken]

    def find(self, golds: Sequence[Node], predictions: Sequence[Node], branches: Slot, align: Align) -> None:
        """Pair what stays alone in two trees. `branches` is the field that holds the items below an item."""
        ours, theirs = _alone(golds, predictions, branches.name, align)
        if ours and theirs:
            for i, j in align(ours, theirs, NEAR):
                self.partners[id(ours[i].item)] = theirs[j]
                self.taken.add(id(theirs[j].item))


def _alone(
    golds: Sequence[Node], predictions: Sequence[Node], name: str, align: Align
) -> tuple[list[Node], list[Node]]:
    """What has no partner in its own list, with all that is below it."""
    pairs = align(golds, predictions, 0) if golds and predictions else []
    paired, taken = {i for i, _ in pairs}, {j for _, j in pairs}
    ours = [node for i, one in enumerate(golds) if i not in paired for node in _tree(one, name)]
    theirs = [node for j, one in enumerate(predictions) if j not in taken for node in _tree(one, name)]
    for i, j in pairs:
        below = _alone(_branches(golds[i], name), _branches(predictions[j], name), name, align)
        ours += below[0]
        theirs += below[1]
    return ours, theirs


def _branches(node: Node, name: str) -> list[Node]:
    items: list[BaseModel] = getattr(node.item, name)
    return [Node(item, f"{node.pointer}/{name}/{at}") for at, item in enumerate(items)]


def _tree(node: Node, name: str) -> Iterator[Node]:
    yield node
    for below in _branches(node, name):
        yield from _tree(below, name)
