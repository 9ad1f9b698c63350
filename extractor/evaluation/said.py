"""All that an item says, whatever its order and the names of keys: it tells apart items with equal keys."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from extractor.evaluation.similarity import Partners
from extractor.evaluation.slots import Slot, scored_slots
from extractor.evaluation.surroundings import Surroundings
from extractor.records.declare import Scoring

Values = Counter[tuple[str, str]]

_UNKNOWN = "?"
"""A link to an item without partner, whatever its key is called."""


class Said:
    """Reads items of one side. `partners` are gold's keys for predicted ones, None where gold is read."""

    def __init__(self, partners: Partners | None, around: Surroundings) -> None:
        self._partners = partners
        self._around = around

    def values(self, item: BaseModel) -> Values:
        """Every value by its path, with how often it is said; what is linked to the item too."""
        return Counter([*self._values(item, ""), *(("around", words) for words in self._linked(item))])

    def order(self, items: Sequence[BaseModel], positions: Sequence[int]) -> list[int]:
        """Positions ordered by what the items say, so that nobody sees the order of the page."""
        return sorted(positions, key=lambda at: (self._text(items[at]), self._linked(items[at]), at))

    def _linked(self, item: BaseModel) -> tuple[str, ...]:
        return self._around.get(item.__dict__.get("key", ""), ())

    def _values(self, item: BaseModel, above: str) -> Iterator[tuple[str, str]]:
        for slot in scored_slots(type(item)):
            value = item.__dict__[slot.name]
            if value is None:
                continue
            path = above + slot.token
            for one in value if isinstance(value, list) else (value,):
                if isinstance(one, BaseModel):
                    yield from self._values(one, path)
                else:
                    yield path, self._plain(one, slot)

    def _text(self, item: BaseModel) -> str:
        slots = scored_slots(type(item))
        parts = [f"{slot.name}:{self._of(item.__dict__[slot.name], slot)}" for slot in slots]
        return f"{type(item).__name__}{{{','.join(parts)}}}"

    def _of(self, value: Any, slot: Slot) -> str:
        if isinstance(value, BaseModel):
            return self._text(value)
        if isinstance(value, list):
            return f"[{','.join(sorted(self._of(one, slot) for one in value))}]"
        return self._plain(value, slot)

    def _plain(self, value: Any, slot: Slot) -> str:
        if slot.declared.scoring is Scoring.LINK and self._partners is not None:
            return self._partners.get(value, _UNKNOWN)
        return str(value.normalize() if isinstance(value, Decimal) else value)


def shared(ours: Values, theirs: Values) -> float:
    """The share of equal values among all values of two items, in [0, 1]."""
    return (ours & theirs).total() / max((ours | theirs).total(), 1)
