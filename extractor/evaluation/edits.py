"""What a curator would have to do: the edits that make a predicted record gold.

A wrong value is written over (substitute), a missing one is written (insert), a spurious one is struck
(delete); a whole spurious list item is struck at once. A value or item that only stands in the wrong place
is moved.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.evaluation.outcome import Cell, Outcome
from extractor.evaluation.score import DocumentScore
from extractor.evaluation.strays import Stray, strays

_OVERWRITTEN = frozenset({Outcome.WRONG, Outcome.PARTIAL})


@dataclass(frozen=True, slots=True)
class EditWeights:
    """What one edit of each kind costs, in the unit of the suite's choice (minutes, clicks)."""

    substitute: float = 1.0
    insert: float = 1.0
    delete: float = 1.0
    move: float = 1.0


@dataclass(frozen=True, slots=True)
class Edits:
    """Counts of edits; `written` is how many values a record written from nothing would take."""

    substitute: int = 0
    insert: int = 0
    delete: int = 0
    move: int = 0
    written: int = 0

    def __add__(self, other: "Edits") -> "Edits":
        return Edits(
            self.substitute + other.substitute,
            self.insert + other.insert,
            self.delete + other.delete,
            self.move + other.move,
            self.written + other.written,
        )

    def cost(self, weights: EditWeights) -> float:
        """The edits, weighed."""
        return (
            weights.substitute * self.substitute
            + weights.insert * self.insert
            + weights.delete * self.delete
            + weights.move * self.move
        )

    def saved(self, weights: EditWeights) -> float | None:
        """The share saved of what writing the record from nothing costs; below 0 where correcting costs more.

        None where gold has no value.
        """
        scratch = weights.insert * self.written
        return 1 - self.cost(weights) / scratch if scratch else None


def edits(score: DocumentScore) -> Edits:
    """The edits of one document. An unreadable page is written from nothing."""
    found = Counter(cell.outcome for cell in score.cells)
    spurious = list(strays(score.cells, Outcome.SPURIOUS))
    missing = list(strays(score.cells, Outcome.MISSING))
    moved = list(_moved(spurious, missing))
    return Edits(
        substitute=sum(found[outcome] for outcome in _OVERWRITTEN),
        insert=found[Outcome.MISSING] + found[Outcome.INVALID] - sum(len(one.cells) for one in moved),
        delete=len(spurious) - len(moved),
        move=len(moved),
        written=_written(score.cells),
    )


def _moved(spurious: Iterable[Stray], missing: list[Stray]) -> Iterator[Stray]:
    """The spurious strays all of whose values stand in one missing stray; each of those takes one."""
    free = list(missing)
    for stray in spurious:
        home = next((other for other in free if stray.values <= other.values), None)
        if home is not None:
            free.remove(home)
            yield stray


def _written(cells: Iterable[Cell]) -> int:
    return sum(cell.gold is not None and cell.outcome is not Outcome.UNLABELLED for cell in cells)
