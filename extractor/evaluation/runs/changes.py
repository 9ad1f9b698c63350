"""What became of single values between two runs: lost, gained, newly spurious, newly fabricated."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extractor.evaluation.aspects import Origin
from extractor.evaluation.outcome import ERRORS, Cell, Outcome
from extractor.evaluation.score import DocumentScore

Key = tuple[str, str, int]
"""Path, gold's pointer (the predicted value, where gold has no such item), and how often that came before."""


class ChangeKind(StrEnum):
    """What became of a value."""

    LOST = "LOST"
    """Right before, not any more."""
    NEWLY_SPURIOUS = "NEWLY_SPURIOUS"
    """A value that gold does not have, and the run before did not give."""
    NEWLY_FABRICATED = "NEWLY_FABRICATED"
    """A value that nothing on the page gives, and the run before did not give."""
    OTHER_ERROR = "OTHER_ERROR"
    """Not right before and now, in another way."""
    GAINED = "GAINED"
    """Right now, and not before."""
    GONE = "GONE"
    """An error before that is no value any more."""


WORSE = frozenset({ChangeKind.LOST, ChangeKind.NEWLY_SPURIOUS, ChangeKind.NEWLY_FABRICATED})
"""Changes that a gate on few documents does not let pass."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that differs. A side is None where that run has no such cell."""

    kind: ChangeKind
    before: Cell | None
    after: Cell | None

    @property
    def cell(self) -> Cell:
        """The cell of the run after, or of the run before where that has none."""
        cell = self.after or self.before
        if cell is None:
            raise ValueError("a change has a cell on one side at least")
        return cell


@dataclass(frozen=True, slots=True)
class Pairs:
    """The cells of one document in two runs, matched on path and gold item.

    Of repeats, a value is right in a run if it is in more than half of them; the first repeat that agrees
    stands for the others.
    """

    cells: tuple[tuple[Cell | None, Cell | None], ...]

    @classmethod
    def of(cls, before: Sequence[DocumentScore], after: Sequence[DocumentScore]) -> "Pairs":
        """Match the repeats of one document in two runs."""
        first, second = _typical(before), _typical(after)
        keys = dict.fromkeys([*first, *second])
        return cls(tuple((first.get(key), second.get(key)) for key in keys))

    @property
    def changes(self) -> Iterator[Change]:
        """What differs."""
        for before, after in self.cells:
            if kind := _kind(before, after):
                yield Change(kind, before, after)

    @property
    def flips(self) -> tuple[int, int]:
        """Cells that are right in one run only, and cells that have a value on any side."""
        counted = self._with_values()
        return sum(is_right(before) != is_right(after) for before, after in counted), len(counted)

    @property
    def right(self) -> tuple[int, int]:
        """Cells that are right in the run before, and cells that have a value on any side."""
        counted = self._with_values()
        return sum(is_right(before) for before, _ in counted), len(counted)

    def _with_values(self) -> list[tuple[Cell | None, Cell | None]]:
        return [pair for pair in self.cells if any(map(_has_value, pair))]


def is_right(cell: Cell | None) -> bool:
    """Whether a run made no error here; without a cell it said nothing, rightly."""
    return cell is None or cell.outcome not in ERRORS


def keyed(cells: Iterable[Cell]) -> dict[Key, Cell]:
    """Cells by what they are compared on across runs."""
    seen: Counter[tuple[str, str]] = Counter()
    found = {}
    for cell in cells:
        item = cell.gold_pointer or json.dumps(cell.predicted, sort_keys=True)
        seen[cell.path, item] += 1
        found[cell.path, item, seen[cell.path, item]] = cell
    return found


def _typical(repeats: Sequence[DocumentScore]) -> Mapping[Key, Cell]:
    tables = [keyed(score.cells) for score in repeats]
    if len(tables) == 1:
        return tables[0]
    found = {}
    for key in dict.fromkeys(key for table in tables for key in table):
        cells = [table.get(key) for table in tables]
        right = 2 * sum(map(is_right, cells)) > len(cells)
        cell = next((one for one in cells if is_right(one) is right), None)
        if cell is not None:
            found[key] = cell
    return found


def _has_value(cell: Cell | None) -> bool:
    return cell is not None and cell.outcome not in {Outcome.CORRECTLY_NULL, Outcome.UNLABELLED}


def _kind(before: Cell | None, after: Cell | None) -> ChangeKind | None:
    same = before is not None and after is not None and before.predicted == after.predicted
    if after is None or is_right(after):
        if is_right(before):
            return None
        return ChangeKind.GONE if after is None else ChangeKind.GAINED
    if after.origin is Origin.NOT_IN_SOURCE and not (same and before and before.origin is after.origin):
        return ChangeKind.NEWLY_FABRICATED
    if before is not None and before.outcome is Outcome.CORRECT:
        return ChangeKind.LOST
    if after.outcome is Outcome.SPURIOUS and not (same and before and before.outcome is after.outcome):
        return ChangeKind.NEWLY_SPURIOUS
    return None if same and before and before.outcome is after.outcome else ChangeKind.OTHER_ERROR
