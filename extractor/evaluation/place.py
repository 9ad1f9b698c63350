"""Where a comparison stands: the address on both sides and what the enclosing fields decide."""

from typing import NamedTuple

from pydantic import BaseModel

from extractor.evaluation.slots import Slot
from extractor.records.declare import Tier
from extractor.records.leaves import tier_of_field

NOWHERE = "-"
"""The token of a list position that does not exist."""


class Place(NamedTuple):
    """An address in gold and in the prediction; an item without partner is at position `-` on the other side.

    `path` is the address without list positions. `in_gold` and `in_predicted`: the side has this address.
    `via_item`: the enclosing item has no partner. `replaced`: an alternative of gold stands here instead
    of gold, so that gold's alternatives for what is below do not apply.
    """

    gold: str = ""
    predicted: str = ""
    path: str = ""
    in_gold: bool = True
    in_predicted: bool = True
    tier: Tier = Tier.STRUCTURE
    group: str = "record"
    via_item: bool = False
    replaced: bool = False

    @property
    def gold_pointer(self) -> str | None:
        """The address in gold, None where gold has no such item."""
        return self.gold if self.in_gold else None

    @property
    def predicted_pointer(self) -> str | None:
        """The address in the prediction, None where it has no such item."""
        return self.predicted if self.in_predicted else None

    def field(self, slot: Slot, owner: BaseModel) -> "Place":
        """The place of a field of the object that stands here; gold's where both sides have one."""
        token, declared = slot.token, slot.declared
        return Place(
            self.gold + token,
            self.predicted + token,
            self.path + token,
            self.in_gold,
            self.in_predicted,
            tier_of_field(owner, slot.name, declared, self.tier),
            declared.group or self.group,
            self.via_item,
            self.replaced,
        )

    def item(self, gold: int | None, predicted: int | None) -> "Place":
        """The place of a list item below; None for the side that has no such item."""
        return Place(
            f"{self.gold}/{NOWHERE if gold is None else gold}",
            f"{self.predicted}/{NOWHERE if predicted is None else predicted}",
            self.path,
            self.in_gold and gold is not None,
            self.in_predicted and predicted is not None,
            self.tier,
            self.group,
            self.via_item,
            self.replaced,
        )

    def unpaired(self) -> "Place":
        """The same place, inside an item without partner."""
        return self._replace(via_item=True)

    def of_alternative(self) -> "Place":
        """The same place, read with one of gold's alternatives."""
        return self._replace(replaced=True)

    def beside(self, *, gold: str | None = None, predicted: str | None = None) -> "Place":
        """The same place with the other side's item found elsewhere: at another address than its list's."""
        return self._replace(
            gold=self.gold if gold is None else gold,
            predicted=self.predicted if predicted is None else predicted,
            in_gold=True,
            in_predicted=True,
            via_item=False,
        )
