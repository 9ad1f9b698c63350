"""Where a comparison stands: the address on both sides and what the enclosing fields decide."""

from dataclasses import dataclass, replace

from pydantic import BaseModel

from extractor.evaluation.slots import Slot
from extractor.records.declare import Tier
from extractor.records.leaves import tier_of_field
from extractor.records.pointer import field_path, join

NOWHERE = "-"
"""The token of a list position that does not exist."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address in gold and in the prediction; an item without partner is at position `-` on the other side.

    `via_item`: the enclosing item has no partner. `replaced`: an alternative of gold stands here
    instead of gold, so that gold's alternatives for what is below do not apply.
    """

    gold: str = ""
    predicted: str = ""
    tier: Tier = Tier.STRUCTURE
    group: str = "record"
    via_item: bool = False
    replaced: bool = False

    @property
    def path(self) -> str:
        """The address without list positions."""
        there = self.gold if self.gold_pointer is not None else self.predicted
        return field_path(there)

    @property
    def gold_pointer(self) -> str | None:
        """The address in gold, None where gold has no such item."""
        return _existing(self.gold)

    @property
    def predicted_pointer(self) -> str | None:
        """The address in the prediction, None where it has no such item."""
        return _existing(self.predicted)

    def field(self, slot: Slot, owner: BaseModel) -> "Place":
        """The place of a field of the object that stands here; gold's where both sides have one."""
        below = join(slot.name)
        declared = slot.declared
        return Place(
            gold=self.gold + below,
            predicted=self.predicted + below,
            tier=tier_of_field(owner, slot.name, declared, self.tier),
            group=declared.group or self.group,
            via_item=self.via_item,
            replaced=self.replaced,
        )

    def item(self, gold: int | None, predicted: int | None) -> "Place":
        """The place of a list item below; None for the side that has no such item."""
        return replace(
            self,
            gold=self.gold + join(NOWHERE if gold is None else gold),
            predicted=self.predicted + join(NOWHERE if predicted is None else predicted),
        )

    def unpaired(self) -> "Place":
        """The same place, inside an item without partner."""
        return replace(self, via_item=True)

    def of_alternative(self) -> "Place":
        """The same place, read with one of gold's alternatives."""
        return replace(self, replaced=True)


def _existing(pointer: str) -> str | None:
    return None if NOWHERE in pointer.split("/") else pointer
