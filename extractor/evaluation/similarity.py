"""How alike two list items are, by the key fields their model declares.

The first of the `alignment_keys` names the item; it decides, and the others can only lower what it
gives. Keys that are null on both sides say nothing. Items of different models and links to different
items are not alike at all.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from extractor.evaluation.compare import COMPARATORS, link
from extractor.evaluation.fold import likeness
from extractor.records.declare import Scoring, declarations
from extractor.records.leaves import leaves
from extractor.records.pointer import field_path

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


def similarity(gold: Candidate, predicted: BaseModel, partners: Partners) -> float:
    """How alike two items are, in [0, 1]; 1 only where all keys are equal."""
    comparable = (reading for reading in gold if type(reading.item) is type(predicted))
    return max((_of_reading(reading, predicted, partners) for reading in comparable), default=0.0)


def shared_content(gold: BaseModel, predicted: BaseModel, partners: Partners) -> float:
    """The share of equal values among all values of two items, in [0, 1]; the order of lists is no value."""
    ours, theirs = _values(gold, {}), _values(predicted, partners)
    return (ours & theirs).total() / max((ours | theirs).total(), 1)


def _of_reading(gold: Reading, predicted: BaseModel, partners: Partners) -> float:
    keys = _keys(type(predicted))
    found: list[float] = [
        _of_key(name, scoring, gold, predicted, partners)
        for name, scoring in keys.items()
        if getattr(gold.item, name) is not None or getattr(predicted, name) is not None
    ]
    if Scoring.LINK in keys.values() or not found:
        return min(found, default=1.0)
    name, others = found[0], found[1:]
    rest = sum(others) / len(others) if others else 1.0
    return name * (NAME_SHARE + (1 - NAME_SHARE) * rest)


def _keys(model: type[BaseModel]) -> dict[str, Scoring]:
    declared = declarations(model)
    keys: tuple[str, ...] = getattr(model, "alignment_keys", ())
    return {key: declared[key].scoring for key in keys if declared[key].scoring is not Scoring.NONE}


def _of_key(name: str, scoring: Scoring, gold: Reading, predicted: BaseModel, partners: Partners) -> float:
    options = (getattr(gold.item, name), *gold.others.get(name, ()))
    return max(_of_value(scoring, option, getattr(predicted, name), partners) for option in options)


def _of_value(scoring: Scoring, gold: Any, predicted: Any, partners: Partners) -> float:
    if gold is None or predicted is None:
        return float(gold is predicted)
    if scoring in _TEXTS:
        return likeness(gold, predicted)
    compare = link(partners) if scoring is Scoring.LINK else COMPARATORS[scoring]
    return float(compare(gold, predicted).equal)


def _values(item: BaseModel, partners: Partners) -> Counter[tuple[str, Any]]:
    return Counter(
        (
            field_path(leaf.pointer),
            partners.get(leaf.value, leaf.value) if leaf.field.scoring is Scoring.LINK else leaf.value,
        )
        for leaf in leaves(item)
        if leaf.field.scoring is not Scoring.NONE
    )
