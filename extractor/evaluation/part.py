"""What the comparison of a part of two records gives: its cells and its item counts."""

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.evaluation.outcome import ERRORS, Cell, Outcome


@dataclass(frozen=True, slots=True)
class ItemCount:
    """How many items of one list found a partner. `path` is the list's pointer without positions."""

    path: str
    paired: int
    missing: int
    spurious: int


@dataclass(frozen=True, slots=True)
class Part:
    """Cells in record order, item counts of lists, and pairs (predicted key, gold key) of paired items."""

    cells: tuple[Cell, ...] = ()
    items: tuple[ItemCount, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()

    @classmethod
    def joined(cls, parts: Iterable["Part"]) -> "Part":
        """Several parts as one, in their order."""
        parts = tuple(parts)
        return cls(
            cells=tuple(cell for part in parts for cell in part.cells),
            items=tuple(count for part in parts for count in part.items),
            keys=tuple(pair for part in parts for pair in part.keys),
        )

    @property
    def rank(self) -> tuple[int, int]:
        """Orders readings of the same words: fewest errors first, then most correct values."""
        outcomes = [cell.outcome for cell in self.cells]
        errors = sum(outcome in ERRORS for outcome in outcomes)
        return errors, -outcomes.count(Outcome.CORRECT)

    def has(self, outcome: Outcome) -> bool:
        """Whether any cell has this outcome."""
        return any(cell.outcome is outcome for cell in self.cells)
