"""An amount of a dose as it is printed: of what it is, its number, and where it stands."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class AmountKind(Enum):
    """What an amount is of: one dose, a day, one piece, all fractions; or a count of pieces, or minutes."""

    DOSE = "dose"
    DAILY = "daily"
    STRENGTH = "strength"
    PIECES = "pieces"
    MINUTES = "minutes"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class PrintedAmount:
    """An amount at `text[start:end]`; `unit` are the offsets of its unit, or of what is counted.

    An amount with an upper end only (`up to 20 mg`) has no `value`.
    """

    kind: AmountKind
    value: Decimal | None
    high: Decimal | None
    unit: tuple[int, int] | None
    start: int
    end: int
