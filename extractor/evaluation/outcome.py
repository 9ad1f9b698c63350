"""What became of one value: the outcome, why, and the cell that holds both."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any

from pydantic import BaseModel

from extractor.records.base import json_number
from extractor.records.declare import Tier


class Outcome(StrEnum):
    """One word per value of a document."""

    CORRECT = "CORRECT"
    PARTIAL = "PARTIAL"
    """Reserved for a declared table of part marks. Counts as wrong."""
    WRONG = "WRONG"
    MISSING = "MISSING"
    SPURIOUS = "SPURIOUS"
    CORRECTLY_NULL = "CORRECTLY_NULL"
    UNLABELLED = "UNLABELLED"
    INVALID = "INVALID"
    """Gold has a value and the page could not be read at all."""


ERRORS = frozenset(
    {Outcome.PARTIAL, Outcome.WRONG, Outcome.MISSING, Outcome.SPURIOUS, Outcome.INVALID},
)
"""Outcomes that a report lists as errors."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparator says: whether two values are the same, and why."""

    equal: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One compared value.

    `path` is the pointer without list positions. A pointer is None where the record on that side has
    no such address, because the item it belongs to has no partner. Values are JSON.
    """

    document: str
    path: str
    gold_pointer: str | None
    predicted_pointer: str | None
    group: str
    tier: Tier
    outcome: Outcome
    reason: str
    gold: Any
    predicted: Any


def json_value(value: Any) -> Any:
    """A value of a record as JSON: numbers as numbers, enums as their names, no null parts."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_none=True)
    if isinstance(value, list):
        return [json_value(item) for item in value]
    if isinstance(value, Decimal):
        return json_number(value)
    return value.value if isinstance(value, Enum) else value
