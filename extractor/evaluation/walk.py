"""The walk over two records at once, along the models' declarations."""

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel

from extractor.evaluation.align import align
from extractor.evaluation.aspects import AbsenceMatch, EvidenceMatch
from extractor.evaluation.assignment import assign
from extractor.evaluation.compare import COMPARATORS, Compare, link
from extractor.evaluation.judge import BOTH_NULL, Judgement, judge
from extractor.evaluation.labels import Labels
from extractor.evaluation.outcome import OTHERS, Cell, Outcome, json_value
from extractor.evaluation.part import ItemCount, Part
from extractor.evaluation.place import Place
from extractor.evaluation.sides import Sides
from extractor.evaluation.similarity import Candidate, Reading
from extractor.evaluation.slots import Slot
from extractor.records.declare import Scoring, declarations
from extractor.records.record import TrialRecord

_KEYED = ("arms", "interventions")
"""Lists whose items others link to: paired before everything else."""


class Walk:
    """One comparison. It remembers which predicted arm or intervention is which of gold's."""

    def __init__(self, document: str, labels: Labels, sides: Sides) -> None:
        self._document = document
        self._sides = sides
        self._labels = labels
        self._partners: dict[str, str] = {}

    def records(self, gold: TrialRecord, predicted: TrialRecord) -> Part:
        """Compare two whole records; cells stand in the order of the record's fields."""
        keyed = {}
        for name in _KEYED:
            keyed[name] = self._field(Slot(TrialRecord, name), gold, predicted, Place())
            for theirs, ours in keyed[name].keys:
                self._partners.setdefault(theirs, ours)
        return Part.joined(
            keyed[name] if name in keyed else self._field(Slot(TrialRecord, name), gold, predicted, Place())
            for name in declarations(TrialRecord)
        )

    def absent(self, gold: TrialRecord) -> Part:
        """Compare a whole record with nothing."""
        return self._one_sided(gold, None, Place())

    def _field(self, slot: Slot, gold: BaseModel, predicted: BaseModel, place: Place) -> Part:
        if slot.declared.scoring is Scoring.NONE:
            return Part()
        return self._value(
            getattr(gold, slot.name), getattr(predicted, slot.name), slot, place.field(slot, gold)
        )

    def _value(self, gold: Any, predicted: Any, slot: Slot, place: Place) -> Part:
        """Compare what stands at one place; of gold and its alternatives the best reading counts."""
        if not slot.is_list and not slot.has_parts:
            return self._plain(gold, predicted, slot, place)
        others = [(other, place.of_alternative()) for other in self._alternatives(gold, slot, place)]
        readings = [(gold, place), *others]
        return min(
            (self._reading(value, predicted, slot, at) for value, at in readings), key=lambda p: p.rank
        )

    def _alternatives(self, gold: Any, slot: Slot, place: Place) -> tuple[Any, ...]:
        return () if place.replaced else self._labels.alternatives(place.gold, slot, gold)

    def _reading(self, gold: Any, predicted: Any, slot: Slot, place: Place) -> Part:
        if not gold and not predicted:
            return self._both_null(place)
        if slot.is_list:
            compare = self._items if slot.has_parts else self._plain_values
            return compare(gold, predicted, slot.of_item(), place)
        if isinstance(gold, BaseModel) and type(gold) is type(predicted):
            slots = [Slot(type(gold), name) for name in declarations(type(gold))]
            return Part.joined(self._field(below, gold, predicted, place) for below in slots)
        return Part.joined([self._one_sided(gold, None, place), self._one_sided(None, predicted, place)])

    def _both_null(self, place: Place) -> Part:
        return Part(cells=(self._cell(None, None, None, place, BOTH_NULL),))

    def _one_sided(self, gold: BaseModel | None, predicted: BaseModel | None, place: Place) -> Part:
        """Each value of an object that the other side does not have."""
        model = gold if gold is not None else predicted
        if model is None:
            return Part()
        parts = []
        for name in declarations(type(model)):
            slot, value = Slot(type(model), name), getattr(model, name)
            nothing: Any = [] if slot.is_list else None
            if value == nothing or slot.holds_default(value) or slot.declared.scoring is Scoring.NONE:
                continue
            sides = (value, nothing) if model is gold else (nothing, value)
            parts.append(self._value(*sides, slot, place.field(slot, model)))
        return Part.joined(parts) if parts or place.via_item else self._both_null(place)

    def _items(self, gold: list[Any], predicted: list[Any], slot: Slot, place: Place) -> Part:
        """A list of objects: pair the items, compare the pairs, count who stays alone."""
        candidates = [self._candidate(item, slot, place.item(at, None)) for at, item in enumerate(gold)]
        pairs = dict(align(candidates, predicted, self._partners))
        together = {
            at: self._value(item, predicted[pairs[at]], slot, place.item(at, pairs[at]))
            for at, item in enumerate(gold)
            if at in pairs
        }
        left = {
            at: self._value(item, None, slot, place.item(at, None).unpaired())
            for at, item in enumerate(gold)
            if at not in pairs
        }
        extra = [
            self._value(None, item, slot, place.item(None, at).unpaired())
            for at, item in enumerate(predicted)
            if at not in set(pairs.values())
        ]
        count = _count(place, len(pairs), left.values(), extra)
        own = Part(items=(count,), keys=_keys([(gold[i], predicted[j]) for i, j in pairs.items()]))
        ours = {**together, **left}
        return Part.joined([own, *(ours[at] for at in range(len(gold))), *extra])

    def _candidate(self, item: BaseModel, slot: Slot, place: Place) -> Candidate:
        """A gold item with what its keys, or the whole of it, may be instead."""
        model = type(item)
        keys = getattr(model, "alignment_keys", ())
        others = {
            key: self._alternatives(getattr(item, key), Slot(model, key), place.field(Slot(model, key), item))
            for key in keys
        }
        whole = self._alternatives(item, slot, place)
        return (Reading(item, others), *(Reading(other) for other in whole if other is not None))

    def _plain_values(self, gold: list[Any], predicted: list[Any], slot: Slot, place: Place) -> Part:
        """A list of plain values: order does not count; one left on either side is one read as the other."""
        pairs = dict(assign(self._agreement(gold, predicted, slot, place)))
        alone = [at for at in range(len(gold)) if at not in pairs]
        extra = [at for at in range(len(predicted)) if at not in set(pairs.values())]
        if len(alone) == len(extra) == 1:
            pairs[alone.pop()] = extra.pop()
        ours = {
            at: self._plain(
                value, predicted[pairs[at]] if at in pairs else None, slot, place.item(at, pairs.get(at))
            )
            for at, value in enumerate(gold)
        }
        theirs = [self._plain(None, predicted[at], slot, place.item(None, at)) for at in extra]
        count = _count(place, len(pairs), [ours[at] for at in alone], theirs)
        return Part.joined([Part(items=(count,)), *ours.values(), *theirs])

    def _agreement(
        self, gold: list[Any], predicted: list[Any], slot: Slot, place: Place
    ) -> Sequence[Sequence[float]]:
        compare = self._comparator(slot)

        def gain(value: Any, others: tuple[Any, ...], theirs: Any) -> float:
            if compare(value, theirs).equal:
                return 2.0
            return float(any(other is not None and compare(other, theirs).equal for other in others))

        options = [self._alternatives(value, slot, place.item(at, None)) for at, value in enumerate(gold)]
        return [
            [gain(value, others, theirs) for theirs in predicted]
            for value, others in zip(gold, options, strict=True)
        ]

    def _plain(self, gold: Any, predicted: Any, slot: Slot, place: Place) -> Part:
        others = self._alternatives(gold, slot, place)
        judgement = judge(gold, predicted, others, self._comparator(slot))
        return Part(cells=(self._cell(gold, predicted, slot, place, judgement),))

    def _comparator(self, slot: Slot) -> Compare:
        scoring = slot.declared.scoring
        return link(self._partners) if scoring is Scoring.LINK else COMPARATORS[scoring]

    def _cell(self, gold: Any, predicted: Any, slot: Slot | None, place: Place, judgement: Judgement) -> Cell:
        if self._labels.is_unlabelled(place.gold):
            judgement = Judgement(Outcome.UNLABELLED, "unlabelled in gold")
        outcome, reason, partial = judgement
        if place.replaced and outcome in {Outcome.CORRECT, Outcome.CORRECTLY_NULL}:
            reason = f"acceptable: {reason}"
        return Cell(
            document=self._document,
            path=place.path,
            gold_pointer=place.gold_pointer,
            predicted_pointer=place.predicted_pointer,
            group=place.group,
            tier=place.tier,
            outcome=outcome,
            reason=f"via_item: {reason}" if place.via_item else reason,
            gold=json_value(gold),
            predicted=json_value(predicted),
            partial=partial,
            origin=self._sides.origin(predicted, slot) if slot and outcome in OTHERS else None,
            evidence=self._evidence(gold, place) if outcome is Outcome.CORRECT else None,
            absence=self._absence(place) if outcome is Outcome.CORRECTLY_NULL else None,
        )

    def _evidence(self, gold: Any, place: Place) -> EvidenceMatch | None:
        parts = tuple(type(gold).model_fields) if isinstance(gold, BaseModel) else ()
        return self._sides.evidence(place.gold_pointer, place.predicted_pointer, parts)

    def _absence(self, place: Place) -> AbsenceMatch | None:
        return self._sides.absence(place.gold_pointer, place.predicted_pointer)


def _count(place: Place, paired: int, left: Iterable[Part], extra: Iterable[Part]) -> ItemCount:
    """Items that may be left out and items nobody labelled are neither missing nor spurious."""
    return ItemCount(
        path=place.path,
        paired=paired,
        missing=sum(part.has(Outcome.MISSING) for part in left),
        spurious=sum(part.has(Outcome.SPURIOUS) for part in extra),
    )


def _keys(pairs: list[tuple[Any, Any]]) -> tuple[tuple[str, str], ...]:
    """(Predicted key, gold key) of paired items that links may name."""
    return tuple((theirs.key, ours.key) for ours, theirs in pairs if "key" in type(ours).model_fields)
