"""Lists of objects: items are paired, pairs are compared, what stays alone is missing or spurious."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from extractor.evaluation.align import align
from extractor.evaluation.assignment import Pair
from extractor.evaluation.counts import count_items
from extractor.evaluation.faults import joined, repeats
from extractor.evaluation.outcome import Outcome
from extractor.evaluation.part import ItemEvent, ItemFault, Part
from extractor.evaluation.place import Place
from extractor.evaluation.similarity import Candidate, Reading, key_slots
from extractor.evaluation.slots import Slot
from extractor.evaluation.walker import Walker


class Items:
    """The comparison of one list of objects. `slot` is that of its items."""

    def __init__(self, walk: Walker, slot: Slot, place: Place) -> None:
        self._walk = walk
        self._slot = slot
        self._place = place
        self._forbidden = walk.forbidden.of(place.path)

    def compare(self, gold: list[BaseModel], predicted: list[BaseModel], into: Part) -> None:
        """Pair the items, compare the pairs, count who stays alone."""
        pairs = self._pairs(gold, predicted)
        partner, taken = dict(pairs), {j for _, j in pairs}
        moved = [
            self._moved(at, item) for at, item in enumerate(gold) if id(item) in self._walk.moves.partners
        ]
        missing = sum(self._ours(at, item, predicted, partner, into) for at, item in enumerate(gold))
        extra = [
            at
            for at, item in enumerate(predicted)
            if at not in taken and id(item) not in self._walk.moves.taken
        ]
        spurious = 0
        for at in extra:
            place = self._place.item(None, at).unpaired()
            spurious += self._adds(Outcome.SPURIOUS, None, predicted[at], place, into)
        into.keys += _keys([(gold[i], predicted[j]) for i, j in pairs])
        events = self._events(gold, predicted, pairs, extra, moved)
        into.events += events
        into.items.append(count_items(self._place.path, pairs, missing, spurious, events))

    def _ours(
        self, at: int, item: BaseModel, predicted: list[BaseModel], partner: dict[int, int], into: Part
    ) -> bool:
        """Compare one item of gold with its partner, wherever that is. True where it is missing."""
        if at in partner:
            place = self._place.item(at, partner[at])
            self._walk.value(item, predicted[partner[at]], self._slot, place, into)
            return False
        if (node := self._walk.moves.partners.get(id(item))) is not None:
            place = self._place.item(at, None).beside(predicted=node.pointer)
            self._walk.value(item, node.item, self._slot, place, into)
            return False
        return self._adds(Outcome.MISSING, item, None, self._place.item(at, None).unpaired(), into)

    def _adds(
        self, outcome: Outcome, gold: BaseModel | None, predicted: BaseModel | None, place: Place, into: Part
    ) -> bool:
        """Compare an item with nothing; whether that adds any cell of this outcome."""
        start = len(into.cells)
        self._walk.value(gold, predicted, self._slot, place, into)
        return any(cell.outcome is outcome for cell in into.cells[start:])

    def _pairs(self, gold: Sequence[BaseModel], predicted: Sequence[BaseModel]) -> list[Pair]:
        ours, theirs = self._walk.moves.free(gold, predicted)
        if not ours or not theirs:
            return []
        candidates = [self.candidate(gold[at], self._place.item(at, None)) for at in ours]
        left = [predicted[at] for at in theirs]
        found = align(candidates, left, self._walk.partners, self._walk.around, self._forbidden)
        return [(ours[i], theirs[j]) for i, j in found]

    def candidate(self, item: BaseModel, place: Place) -> Candidate:
        """A gold item with what its keys, or the whole of it, may be instead."""
        found = {
            slot.name: self._walk.alternatives(getattr(item, slot.name), slot, place.field(slot, item))
            for slot in key_slots(type(item))
        }
        others = {name: values for name, values in found.items() if values}
        whole = self._walk.alternatives(item, self._slot, place)
        return (Reading(item, others), *(Reading(other) for other in whole if other is not None))

    def _events(
        self,
        gold: Sequence[BaseModel],
        predicted: Sequence[BaseModel],
        pairs: Sequence[Pair],
        extra: Sequence[int],
        moved: list[ItemEvent],
    ) -> list[ItemEvent]:
        back = [(j, i) for i, j in pairs]
        found = list(moved)
        if len(pairs) + len(moved) < len(gold):
            found += [self._event(ItemFault.MERGED, i, [j]) for j, i in joined(predicted, gold, back)]
        if extra:
            found += [self._event(ItemFault.SPLIT, [i], j) for i, j in joined(gold, predicted, pairs)]
            found += [self._event(ItemFault.REPEATED, [], [i, j]) for i, j in repeats(predicted, extra)]
        return found

    def _moved(self, at: int, item: BaseModel) -> ItemEvent:
        event = self._event(ItemFault.MOVED, [at], [])
        return replace(event, predicted=(self._walk.moves.partners[id(item)].pointer,))

    def _event(self, fault: ItemFault, gold: Iterable[int], predicted: Iterable[int]) -> ItemEvent:
        place = self._place
        return ItemEvent(
            document=self._walk.document,
            path=place.path,
            fault=fault,
            gold=tuple(f"{place.gold}/{at}" for at in gold),
            predicted=tuple(f"{place.predicted}/{at}" for at in predicted),
        )


def _keys(pairs: list[tuple[Any, Any]]) -> list[tuple[str, str]]:
    """(Predicted key, gold key) of paired items that links may name."""
    return [(theirs.key, ours.key) for ours, theirs in pairs if "key" in type(ours).model_fields]
