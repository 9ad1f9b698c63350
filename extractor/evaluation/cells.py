"""The making of cells: the outcome of one value, and what is said of it besides."""

from typing import Any

from pydantic import BaseModel

from extractor.evaluation.aspects import EvidenceMatch
from extractor.evaluation.judge import BOTH_NULL, Judgement
from extractor.evaluation.labels import Labels
from extractor.evaluation.outcome import OTHERS, Cell, Outcome, json_value
from extractor.evaluation.place import Place
from extractor.evaluation.sides import Sides
from extractor.evaluation.slots import Slot

_RIGHT = frozenset({Outcome.CORRECT, Outcome.CORRECTLY_NULL})
_UNLABELLED = Judgement(Outcome.UNLABELLED, "unlabelled in gold")


class Cells:
    """Makes the cells of one document."""

    def __init__(self, document: str, labels: Labels, sides: Sides) -> None:
        self.document = document
        self._labels = labels
        self._sides = sides

    def both_null(self, place: Place) -> Cell:
        """The cell of a place where neither side has anything."""
        return self.cell(None, None, None, place, BOTH_NULL)

    def cell(self, gold: Any, predicted: Any, slot: Slot | None, place: Place, judgement: Judgement) -> Cell:
        """The cell of one place. `slot` is None where no single value stands there."""
        if self._labels.is_unlabelled(place.gold):
            judgement = _UNLABELLED
        outcome, reason, partial = judgement
        if place.replaced and outcome in _RIGHT:
            reason = f"acceptable: {reason}"
        ours, theirs = place.gold_pointer, place.predicted_pointer
        return Cell(
            document=self.document,
            path=place.path,
            gold_pointer=ours,
            predicted_pointer=theirs,
            group=place.group,
            tier=place.tier,
            outcome=outcome,
            reason=f"via_item: {reason}" if place.via_item else reason,
            gold=None if gold is None else json_value(gold),
            predicted=None if predicted is None else json_value(predicted),
            partial=partial,
            origin=self._sides.origin(predicted, slot) if slot and outcome in OTHERS else None,
            evidence=self._evidence(gold, ours, theirs) if outcome is Outcome.CORRECT and slot else None,
            absence=self._sides.absence(ours, theirs) if outcome is Outcome.CORRECTLY_NULL else None,
        )

    def _evidence(self, gold: Any, ours: str | None, theirs: str | None) -> EvidenceMatch | None:
        parts = tuple(type(gold).model_fields) if isinstance(gold, BaseModel) else ()
        return self._sides.evidence(ours, theirs, parts)
