"""The walk over two records at once, along the models' declarations."""

from typing import Any

from pydantic import BaseModel

from extractor.evaluation.cells import Cells
from extractor.evaluation.compare import Compare, comparator_of, link
from extractor.evaluation.forbidden import Forbidden
from extractor.evaluation.judge import Judgement, judge
from extractor.evaluation.labels import Labels
from extractor.evaluation.lists import Items
from extractor.evaluation.logic import Sense, senses
from extractor.evaluation.moves import Moves
from extractor.evaluation.part import Part
from extractor.evaluation.place import Place
from extractor.evaluation.sides import Sides
from extractor.evaluation.slots import Slot, branches_of, scored_slots
from extractor.evaluation.surroundings import Surroundings, surroundings
from extractor.evaluation.swaps import mark_swaps
from extractor.evaluation.trees import Trees
from extractor.evaluation.values import Values
from extractor.evaluation.wholes import whole_of
from extractor.records.declare import Scoring
from extractor.records.record import TrialRecord

_KEYED = ("arms", "interventions")
"""Lists whose items others link to: paired before everything else."""


class Walk:
    """One comparison. It remembers which predicted arm or intervention is which of gold's."""

    def __init__(
        self,
        document: str,
        labels: Labels,
        sides: Sides | None = None,
        forbidden: Forbidden | None = None,
    ) -> None:
        self.document = document
        self.partners: dict[str, str] = {}
        self.around: tuple[Surroundings, Surroundings] = ({}, {})
        self.moves = Moves()
        self.forbidden = forbidden or Forbidden()
        self._labels = labels
        self._cells = Cells(document, labels, sides or Sides())
        self._link = link(self.partners)
        self._senses: tuple[dict[int, Sense], dict[int, Sense]] = ({}, {})

    def records(self, gold: TrialRecord, predicted: TrialRecord) -> Part:
        """Compare two whole records; cells stand in the order of the record's fields."""
        self._senses = senses(gold.eligibility), senses(predicted.eligibility)
        keyed: dict[str, Part] = {}
        for name in _KEYED:
            keyed[name] = Part()
            same = {ours: ours for ours in self.partners.values()}
            self.around = surroundings(gold, same), surroundings(predicted, self.partners)
            self._field(Slot(TrialRecord, name), gold, predicted, Place(), keyed[name])
            for theirs, ours in keyed[name].keys:
                self.partners.setdefault(theirs, ours)
        whole = Part()
        for slot in scored_slots(TrialRecord):
            if slot.name in keyed:
                whole.take(keyed[slot.name])
            else:
                self._field(slot, gold, predicted, Place(), whole)
        mark_swaps(whole.cells, 0, "", gold, predicted)
        return whole

    def absent(self, gold: TrialRecord) -> Part:
        """Compare a whole record with nothing."""
        whole = Part()
        self._one_sided(gold, None, Place(), whole)
        return whole

    def value(self, gold: Any, predicted: Any, slot: Slot, place: Place, into: Part) -> None:
        """Compare what stands at one place; of gold and its alternatives the best reading counts."""
        if not slot.is_list and not slot.has_parts:
            self.plain(gold, predicted, slot, place, into)
        elif others := self.alternatives(gold, slot, place):
            readings = [(gold, place), *((other, place.of_alternative()) for other in others)]
            parts = [self._read(value, predicted, slot, at) for value, at in readings]
            into.take(min(parts, key=lambda part: part.rank))
        else:
            self._reading(gold, predicted, slot, place, into)

    def plain(self, gold: Any, predicted: Any, slot: Slot, place: Place, into: Part) -> None:
        """Compare two values without parts."""
        if gold is None and predicted is None:
            into.cells.append(self._cells.both_null(place))
            return
        others = self.alternatives(gold, slot, place)
        judgement = judge(gold, predicted, others, self.comparator(slot))
        into.cells.append(self._cells.cell(gold, predicted, slot, place, judgement))

    def alternatives(self, gold: Any, slot: Slot, place: Place) -> tuple[Any, ...]:
        """What gold may be instead, by its own list of alternatives."""
        if place.replaced or not self._labels.accepts:
            return ()
        return self._labels.alternatives(place.gold, slot, gold)

    def comparator(self, slot: Slot) -> Compare:
        """The comparator of a field; that of links follows the pairing of arms and interventions."""
        return self._link if slot.declared.scoring is Scoring.LINK else comparator_of(slot)

    def _field(self, slot: Slot, gold: BaseModel, predicted: BaseModel, place: Place, into: Part) -> None:
        ours, theirs = gold.__dict__[slot.name], predicted.__dict__[slot.name]
        if (ours is None or ours == []) and (theirs is None or theirs == []):
            into.cells.append(self._cells.null(gold, slot, place))
            return
        self.value(ours, theirs, slot, place.field(slot, gold), into)

    def _read(self, gold: Any, predicted: Any, slot: Slot, place: Place) -> Part:
        part = Part()
        self._reading(gold, predicted, slot, place, part)
        return part

    def _reading(self, gold: Any, predicted: Any, slot: Slot, place: Place, into: Part) -> None:
        if not gold and not predicted:
            into.cells.append(self._cells.both_null(place))
        elif slot.is_list:
            self._list(slot.of_item(), place).compare(gold, predicted, into)
        elif isinstance(gold, BaseModel) and type(gold) is type(predicted):
            self._pair(gold, predicted, place, into)
        else:
            self._one_sided(gold, None, place, into)
            self._one_sided(None, predicted, place, into)

    def _list(self, slot: Slot, place: Place) -> Items | Trees | Values:
        """How a list is compared. Of a tree, the topmost list; within an alternative nothing is moved."""
        if not slot.has_parts:
            return Values(self, slot, place)
        branches = branches_of(slot)
        if branches is None or branches.owner is slot.owner or place.replaced:
            return Items(self, slot, place)
        return Trees(self, slot, branches, place)

    def _pair(self, gold: BaseModel, predicted: BaseModel, place: Place, into: Part) -> None:
        """Each value of two objects of one kind, and the objects as a whole."""
        start = len(into.cells)
        for slot in scored_slots(type(gold)):
            self._field(slot, gold, predicted, place, into)
        mark_swaps(into.cells, start, place.path, gold, predicted)
        if (whole := whole_of(gold)) is not None:
            wrong = [] if self._same_sense(gold, predicted) else ["sense"]
            judgement = whole.judge(into.cells[start:], place.path, wrong=wrong)
            self._whole(gold, predicted, place, judgement, whole.kind, into)

    def _one_sided(
        self, gold: BaseModel | None, predicted: BaseModel | None, place: Place, into: Part
    ) -> None:
        """Each value of an object that the other side does not have."""
        model = gold if gold is not None else predicted
        if model is None:
            return
        start = len(into.cells)
        for slot in scored_slots(type(model)):
            value = model.__dict__[slot.name]
            nothing: Any = [] if slot.is_list else None
            if value == nothing or slot.holds_default(value):
                continue
            sides = (value, nothing) if model is gold else (nothing, value)
            self.value(*sides, slot, place.field(slot, model), into)
        if len(into.cells) == start and not place.via_item:
            into.cells.append(self._cells.both_null(place))
        if (whole := whole_of(model)) is not None:
            judgement = whole.judge_alone(into.cells[start:])
            self._whole(gold, predicted, place, judgement, whole.kind, into)

    def _whole(
        self,
        gold: BaseModel | None,
        predicted: BaseModel | None,
        place: Place,
        judgement: Judgement,
        kind: str,
        into: Part,
    ) -> None:
        cell = self._cells.cell(gold, predicted, None, place._replace(group=kind), judgement)
        into.wholes.append(cell)

    def _same_sense(self, gold: BaseModel, predicted: BaseModel) -> bool:
        """Whether the trees around two criteria make the same of them; an alternative has none."""
        ours, theirs = self._senses
        return ours.get(id(gold)) in {None, theirs.get(id(predicted))}
