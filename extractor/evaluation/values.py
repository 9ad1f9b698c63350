"""Lists of plain values: a multiset, order does not count."""

from collections.abc import Sequence
from typing import Any

from extractor.evaluation.assignment import assign
from extractor.evaluation.counts import count_items
from extractor.evaluation.outcome import Outcome
from extractor.evaluation.part import Part
from extractor.evaluation.place import Place
from extractor.evaluation.slots import Slot
from extractor.evaluation.walker import Walker


class Values:
    """The comparison of one list of plain values: order does not count."""

    def __init__(self, walk: Walker, slot: Slot, place: Place) -> None:
        self._walk = walk
        self._slot = slot
        self._place = place

    def compare(self, gold: list[Any], predicted: list[Any], into: Part) -> None:
        """Pair equal values; one left on either side is one read as the other."""
        pairs = dict(assign(self._agreement(gold, predicted)))
        alone = [at for at in range(len(gold)) if at not in pairs]
        taken = set(pairs.values())
        extra = [at for at in range(len(predicted)) if at not in taken]
        if len(alone) == len(extra) == 1:
            pairs[alone.pop()] = extra.pop()
        missing = spurious = 0
        for at, value in enumerate(gold):
            other = predicted[pairs[at]] if at in pairs else None
            self._walk.plain(value, other, self._slot, self._place.item(at, pairs.get(at)), into)
            missing += at not in pairs and into.cells[-1].outcome is Outcome.MISSING
        for at in extra:
            self._walk.plain(None, predicted[at], self._slot, self._place.item(None, at), into)
            spurious += into.cells[-1].outcome is Outcome.SPURIOUS
        into.items.append(count_items(self._place.path, sorted(pairs.items()), missing, spurious))

    def _agreement(self, gold: list[Any], predicted: list[Any]) -> Sequence[Sequence[float]]:
        compare = self._walk.comparator(self._slot)

        def gain(value: Any, others: tuple[Any, ...], theirs: Any) -> float:
            if compare(value, theirs).equal:
                return 2.0
            return float(any(other is not None and compare(other, theirs).equal for other in others))

        options = [
            self._walk.alternatives(value, self._slot, self._place.item(at, None))
            for at, value in enumerate(gold)
        ]
        return [
            [gain(value, others, theirs) for theirs in predicted]
            for value, others in zip(gold, options, strict=True)
        ]
