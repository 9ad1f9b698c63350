"""What became of one value: the outcome, why, and the cell that holds both."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any

from pydantic import BaseModel

from extractor.evaluation.aspects import CREDIT, AbsenceMatch, EvidenceMatch, Origin, PartialReason
from extractor.records.base import json_number
from extractor.records.declare import Tier


class Outcome(StrEnum):
    """One word per value of a document."""

    CORRECT = "CORRECT"
    PARTIAL = "PARTIAL"
    """Not gold's value, for a reason that is declared. The strict reading counts it as wrong."""
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

OTHERS = frozenset({Outcome.PARTIAL, Outcome.WRONG, Outcome.SPURIOUS})
"""Outcomes of predicted values that are not gold's."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparator says: whether two values are the same, and why; where not, whether right in part."""

    equal: bool
    reason: str
    partial: PartialReason | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One compared value.

    `path` is the pointer without list positions. A pointer is None where the record on that side has
    no such address, because the item it belongs to has no partner. Values are JSON.

    Each of the last four is None where its question does not arise: `partial` is of PARTIAL values,
    `origin` of PARTIAL, WRONG and SPURIOUS ones where the page was given and the value could stand on it,
    `evidence` of CORRECT ones that gold has words for, `absence` of CORRECTLY_NULL ones where gold is null.
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
    partial: PartialReason | None = None
    origin: Origin | None = None
    evidence: EvidenceMatch | None = None
    absence: AbsenceMatch | None = None

    @property
    def credit(self) -> float:
        """The share of the value that the lenient reading counts as correct, in [0, 1]."""
        if self.outcome is Outcome.CORRECT:
            return 1.0
        return CREDIT[self.partial] if self.partial else 0.0

    @property
    def lenient(self) -> bool:
        """Whether the lenient reading counts the value as correct, at least in part."""
        return self.credit > 0


_PLAIN = frozenset({str, bool, int})


def json_value(value: Any) -> Any:
    """A value of a record as JSON: numbers as numbers, enums as their names, no null parts."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return json_number(value)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_none=True)
    return [json_value(item) for item in value] if isinstance(value, list) else value
