"""How alike two list items are, by the key fields their model declares.

The first of the `alignment_keys` names the item; it decides, and the others can only lower what it
gives. Keys that are null on both sides say nothing. Items of different models and links to different
items are not alike at all.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import BaseModel

from extractor.evaluation.compare import canonical, comparator_of
from extractor.evaluation.fold import likeness
from extractor.evaluation.slots import Slot
from extractor.records.declare import Scoring

NAME_SHARE = 0.6
"""What equal names are worth when every other key differs."""

_TEXTS = frozenset({Scoring.TEXT, Scoring.LONG_TEXT})

Partners = Mapping[str, str]
"""Gold's key of an arm or intervention for a predicted key; only paired ones."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a gold item: its value, and what else its key fields may be."""

    item: BaseModel
    others: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)


Candidate = Sequence[Reading]
"""A gold item: its own reading, then the alternatives for the whole item."""


def similarity(
    gold: Candidate, predicted: BaseModel, partners: Partners, forbidden: Collection[str] = ()
) -> float:
    """How alike two items are, in [0, 1]; 1 only where all keys are equal.

    Items that differ in a key named in `forbidden` are not alike at all.
    """
    kind = type(predicted)
    if len(gold) == 1 and not forbidden:
        return _of_reading(gold[0], predicted, partners) if type(gold[0].item) is kind else 0.0
    comparable = (
        reading
        for reading in gold
        if type(reading.item) is kind and not _is_forbidden(reading, predicted, partners, forbidden)
    )
    return max((_of_reading(reading, predicted, partners) for reading in comparable), default=0.0)


@cache
def key_slots(model: type[BaseModel]) -> tuple[Slot, ...]:
    """The scored key fields of a model, in the order of their weight."""
    keys: tuple[str, ...] = getattr(model, "alignment_keys", ())
    slots = (Slot(model, key) for key in keys)
    return tuple(slot for slot in slots if slot.declared.scoring is not Scoring.NONE)


def key_of(item: BaseModel, partners: Partners | None = None) -> tuple[Any, ...]:
    """An item's keys in a form in which equal ones are equal; `partners` are given for predicted items."""
    return (
        type(item),
        *(_canonical(slot, item.__dict__[slot.name], partners) for slot in key_slots(type(item))),
    )


def _canonical(slot: Slot, value: Any, partners: Partners | None) -> Any:
    if slot.declared.scoring is not Scoring.LINK:
        return canonical(slot, value)
    # A link to an item without partner is equal to nothing, and to no other such link.
    return value if partners is None or value is None else partners.get(value, (value,))


def _of_reading(gold: Reading, predicted: BaseModel, partners: Partners) -> float:
    ours, theirs = gold.item.__dict__, predicted.__dict__
    slots = key_slots(type(predicted))
    found = [
        _of_key(slot, gold, theirs[slot.name], partners)
        for slot in slots
        if ours[slot.name] is not None or theirs[slot.name] is not None
    ]
    if not found or any(slot.declared.scoring is Scoring.LINK for slot in slots):
        return min(found, default=1.0)
    name, others = found[0], found[1:]
    rest = sum(others) / len(others) if others else 1.0
    return name * (NAME_SHARE + (1 - NAME_SHARE) * rest)


def _is_forbidden(
    gold: Reading, predicted: BaseModel, partners: Partners, forbidden: Collection[str]
) -> bool:
    """Whether both items have one of these keys, and not the same."""
    for slot in key_slots(type(predicted)) if forbidden else ():
        theirs = predicted.__dict__[slot.name]
        if slot.name not in forbidden or theirs is None or gold.item.__dict__[slot.name] is None:
            continue
        if _of_key(slot, gold, theirs, partners) < 1:
            return True
    return False


def _of_key(slot: Slot, gold: Reading, predicted: Any, partners: Partners) -> float:
    own = _of_value(slot, gold.item.__dict__[slot.name], predicted, partners)
    others = gold.others.get(slot.name, ()) if gold.others else ()
    return max((own, *(_of_value(slot, other, predicted, partners) for other in others))) if others else own


def _of_value(slot: Slot, gold: Any, predicted: Any, partners: Partners) -> float:
    if gold is None or predicted is None:
        return float(gold is predicted)
    scoring = slot.declared.scoring
    if scoring in _TEXTS:
        return likeness(gold, predicted)
    if scoring is Scoring.LINK:
        return float(partners.get(predicted) == gold)
    return float(comparator_of(slot)(gold, predicted).equal)
