"""A dose statement as it is printed: numbers, and the places of its words."""

from dataclasses import dataclass
from decimal import Decimal

from extractor.normalise.spans_of_time import TimeSpan
from extractor.records.comparator import Comparator

Place = tuple[int, int]
"""First and last offset into the text."""


@dataclass(frozen=True, slots=True)
class PrintedBand:
    """A limit on body weight; `unit` are offsets."""

    comparator: Comparator
    value: Decimal
    unit: Place


@dataclass(frozen=True, slots=True)
class PrintedDose:
    """The dose of a statement; places are offsets into the text."""

    value: Decimal | None = None
    high: Decimal | None = None
    unit: Place | None = None
    ucum: str | None = None
    basis: Place | None = None
    unit_strength: Place | None = None
    units_per_dose: Decimal | None = None
    total_daily: Place | None = None


@dataclass(frozen=True, slots=True)
class PrintedRegimen:
    """One dose statement `text[start:end]` and what it says; places are offsets into the text."""

    start: int
    end: int
    agent: Place | None
    agent_norm: str | None
    dose: PrintedDose | None
    route: Place | None
    route_norm: str | None
    frequency: Place | None
    doses_per_day: Decimal | None
    band: PrintedBand | None
    begins: Place | None
    stops: Place | None
    duration: TimeSpan | None
    condition: Place | None
    cycle_length: TimeSpan | None
    days_of_cycle: tuple[int, ...]
