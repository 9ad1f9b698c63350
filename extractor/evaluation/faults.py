"""Faults of list items that pairing alone does not name: merged, split, said twice, out of order."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from extractor.evaluation.assignment import Pair
from extractor.evaluation.compare_texts import is_run
from extractor.evaluation.fold import fold_words
from extractor.evaluation.similarity import key_of, key_slots
from extractor.records.declare import Scoring

_TEXTS = frozenset({Scoring.TEXT, Scoring.LONG_TEXT})

Joined = tuple[int, tuple[int, ...]]
"""The position of an item on one side, and of those on the other side that it holds."""


def joined(
    wholes: Sequence[BaseModel], pieces: Sequence[BaseModel], pairs: Sequence[Pair]
) -> Iterator[Joined]:
    """Items whose name holds several names of the other side, none of which has another partner.

    `pairs` are (whole, piece).
    """
    partner = {piece: whole for whole, piece in pairs}
    names = [_name(item) for item in pieces]
    for at, item in enumerate(wholes):
        name = _name(item)
        held = tuple(
            i
            for i, one in enumerate(names)
            if one and one != name and is_run(one, name) and partner.get(i, at) == at
        )
        if len(held) > 1:
            yield at, held


def repeats(items: Sequence[BaseModel], alone: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Items without partner that have the same keys as another one: (position, that of the other)."""
    first: dict[tuple[Any, ...], int] = {}
    free = set(alone)
    for at in sorted(range(len(items)), key=lambda at: (at in free, at)):
        key = key_of(items[at])
        if at in free and key in first:
            yield at, first[key]
        first.setdefault(key, at)


def displaced(positions: Sequence[int]) -> int:
    """How many items would have to be moved to put them in order: all but the longest ordered run."""
    tails: list[int] = []
    for position in positions:
        at = bisect_left(tails, position)
        tails[at : at + 1] = [position]
    return len(positions) - len(tails)


def _name(item: BaseModel) -> str:
    """The folded text that names an item, empty where none does."""
    for slot in key_slots(type(item)):
        if slot.declared.scoring in _TEXTS:
            return fold_words(item.__dict__[slot.name] or "")
    return ""
