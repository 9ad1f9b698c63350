"""The making of cells: the outcome of one value, and what is said of it besides."""

from typing import Any

from pydantic import BaseModel

from extractor.evaluation.aspects import EvidenceMatch
from extractor.evaluation.judge import ACCEPTABLE, BOTH_NULL, Judgement
from extractor.evaluation.labels import Labels
from extractor.evaluation.outcome import OTHERS, Cell, Outcome, json_value
from extractor.evaluation.place import Place
from extractor.evaluation.sides import Sides
from extractor.evaluation.slots import Slot
from extractor.records.declare import Check
from extractor.records.leaves import tier_of_field

_RIGHT = frozenset({Outcome.CORRECT, Outcome.CORRECTLY_NULL})
_UNLABELLED = Judgement(Outcome.UNLABELLED, "unlabelled in gold")


class Cells:
    """Makes the cells of one document."""

    def __init__(self, document: str, labels: Labels, sides: Sides) -> None:
        self.document = document
        self._labels = labels
        self._leaves_out = labels.leaves_out
        self._sides = sides

    def both_null(self, place: Place) -> Cell:
        """The cell of a place where neither side has anything."""
        return self.cell(None, None, None, place, BOTH_NULL)

    def null(self, owner: BaseModel, slot: Slot, place: Place) -> Cell:
        """The cell of a field that is null on both sides, in the objects at a place; most fields are."""
        if place.replaced or place.via_item or self._leaves_out:
            return self.both_null(place.field(slot, owner))
        declared, token = slot.declared, slot.token
        ours = place.gold + token if place.in_gold else None
        theirs = place.predicted + token if place.in_predicted else None
        return Cell(
            self.document,
            place.path + token,
            ours,
            theirs,
            declared.group or place.group,
            tier_of_field(owner, slot.name, declared, place.tier),
            BOTH_NULL.outcome,
            BOTH_NULL.reason,
            None,
            None,
            absence=self._sides.absence(ours, theirs),
        )

    def cell(self, gold: Any, predicted: Any, slot: Slot | None, place: Place, judgement: Judgement) -> Cell:
        """The cell of one place. `slot` is None where no single value stands there."""
        if self._leaves_out and self._labels.is_unlabelled(place.gold):
            judgement = _UNLABELLED
        outcome, reason, partial = judgement
        if place.replaced and outcome in _RIGHT:
            reason = f"{ACCEPTABLE}: {reason}"
        ours, theirs = place.gold_pointer, place.predicted_pointer
        return Cell(
            self.document,
            place.path,
            ours,
            theirs,
            place.group,
            place.tier,
            outcome,
            f"via_item: {reason}" if place.via_item else reason,
            None if gold is None else json_value(gold),
            None if predicted is None else json_value(predicted),
            partial,
            self._sides.origin(predicted, slot) if slot and outcome in OTHERS else None,
            self._evidence(gold, slot, place, reason) if slot and outcome is Outcome.CORRECT else None,
            self._sides.absence(ours, theirs) if outcome is Outcome.CORRECTLY_NULL and gold is None else None,
        )

    def _evidence(self, gold: Any, slot: Slot, place: Place, reason: str) -> EvidenceMatch | None:
        """How the words stand beside gold's. Keys and links have none, gold has none for what it accepts."""
        if slot.declared.check is Check.STRUCTURAL or reason.startswith(ACCEPTABLE):
            return None
        parts = tuple(type(gold).model_fields) if isinstance(gold, BaseModel) else ()
        return self._sides.evidence(place.gold_pointer, place.predicted_pointer, parts)
