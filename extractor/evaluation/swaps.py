"""Values that stand in the wrong field: gold's value of another field of the same object."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import BaseModel

from extractor.evaluation.aspects import PartialReason
from extractor.evaluation.compare import comparator_of
from extractor.evaluation.outcome import Cell, Outcome
from extractor.evaluation.slots import Slot, slots_of
from extractor.records.declare import Scoring

_NEVER = frozenset({Scoring.BOOLEAN, Scoring.LINK, Scoring.PARTS, Scoring.NONE})
"""Kinds of which two fields have the same value by chance, or none of their own."""


@cache
def exchangeable(model: type[BaseModel]) -> dict[str, tuple[Slot, ...]]:
    """For each field the other fields of the model that hold values of the same kind; empty ones left out."""
    plain = [slot for slot in slots_of(model) if not slot.is_list and slot.declared.scoring not in _NEVER]
    return {
        slot.token: others
        for slot in plain
        if (others := tuple(other for other in plain if other != slot and _kind(other) == _kind(slot)))
    }


def mark_swaps(cells: list[Cell], since: int, path: str, gold: BaseModel, predicted: BaseModel) -> None:
    """Among `cells[since:]`, make wrong values of the object at `path` PARTIAL where they are swapped."""
    fields = exchangeable(type(gold))
    if not fields:
        return
    for at in range(since, len(cells)):
        cell = cells[at]
        if cell.outcome is not Outcome.WRONG:
            continue
        token = cell.path[len(path) :]
        if token in fields:
            value = getattr(predicted, token[1:])
            if (other := _home(value, fields[token], gold)) is not None:
                reason = f"{cell.reason}, {PartialReason.SWAPPED}: gold's {other}"
                cells[at] = replace(
                    cell, outcome=Outcome.PARTIAL, reason=reason, partial=PartialReason.SWAPPED
                )


def _home(value: Any, others: Iterable[Slot], gold: BaseModel) -> str | None:
    """The field of gold whose value this is."""
    for other in others:
        theirs = getattr(gold, other.name)
        if theirs is not None and comparator_of(other)(theirs, value).equal:
            return other.name
    return None


def _kind(slot: Slot) -> tuple[Any, ...]:
    enum = slot.owner.model_fields[slot.name].annotation if slot.declared.scoring is Scoring.ENUM else None
    return slot.declared.scoring, slot.declared.check, enum
