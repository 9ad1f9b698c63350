"""Counts of outcomes, and the shares that follow from them."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extractor.evaluation.aspects import AbsenceMatch, EvidenceMatch, Origin
from extractor.evaluation.outcome import Cell, Outcome

_RIGHT_NULLS = frozenset({AbsenceMatch.ABSENT, AbsenceMatch.MATCHES})


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over some cells; micro averages: every cell weighs the same.

    A share is None where nothing stands below the line. A wrong value counts against precision and
    against recall, a value of an unreadable page (`invalid`) against recall; nulls that are right and
    values nobody labelled count nowhere.

    `wrong` holds all that the strict reading calls wrong. `partial` of them are right in part, and
    `partial_credit` is what the lenient reading counts of those. `in_source`, `derivable` and `fabricated`
    sort wrong and spurious values by the page, `evidence_…` right values by the words offered for them,
    `absence_…` the right nulls for which either side gives a reason.
    """

    correct: int = 0
    wrong: int = 0
    missing: int = 0
    spurious: int = 0
    correctly_null: int = 0
    unlabelled: int = 0
    invalid: int = 0
    partial: int = 0
    partial_credit: float = 0.0
    in_source: int = 0
    derivable: int = 0
    fabricated: int = 0
    evidence_right: int = 0
    evidence_wide: int = 0
    evidence_wrong_place: int = 0
    evidence_wrong_words: int = 0
    evidence_none: int = 0
    absence_right: int = 0
    absence_wrong: int = 0

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> "Tally":
        """Count cells."""
        cells = tuple(cells)
        found = Counter(cell.outcome for cell in cells)
        origins = Counter(cell.origin for cell in cells)
        words = Counter(cell.evidence for cell in cells)
        nulls = Counter(cell.absence for cell in cells)
        return cls(
            correct=found[Outcome.CORRECT],
            wrong=found[Outcome.WRONG] + found[Outcome.PARTIAL],
            missing=found[Outcome.MISSING],
            spurious=found[Outcome.SPURIOUS],
            correctly_null=found[Outcome.CORRECTLY_NULL],
            unlabelled=found[Outcome.UNLABELLED],
            invalid=found[Outcome.INVALID],
            partial=found[Outcome.PARTIAL],
            partial_credit=sum(cell.credit for cell in cells if cell.outcome is Outcome.PARTIAL),
            in_source=origins[Origin.IN_SOURCE],
            derivable=origins[Origin.DERIVABLE],
            fabricated=origins[Origin.NOT_IN_SOURCE],
            evidence_right=words[EvidenceMatch.RIGHT],
            evidence_wide=words[EvidenceMatch.WIDE],
            evidence_wrong_place=words[EvidenceMatch.WRONG_PLACE],
            evidence_wrong_words=words[EvidenceMatch.WRONG_WORDS],
            evidence_none=words[EvidenceMatch.NONE],
            absence_right=nulls[AbsenceMatch.MATCHES],
            absence_wrong=sum(nulls[one] for one in AbsenceMatch if one not in _RIGHT_NULLS),
        )

    @property
    def predicted(self) -> int:
        """Values the prediction gives, unlabelled ones aside."""
        return self.correct + self.wrong + self.spurious

    @property
    def wanted(self) -> int:
        """Values gold asks for."""
        return self.correct + self.wrong + self.missing + self.invalid

    @property
    def n(self) -> int:
        """Cells with a value on either side, unlabelled ones aside."""
        return self.wanted + self.spurious

    @property
    def evidenced(self) -> int:
        """Right values that gold has words for."""
        misplaced = self.evidence_wide + self.evidence_wrong_place + self.evidence_wrong_words
        return self.evidence_right + misplaced + self.evidence_none

    @property
    def precision(self) -> float | None:
        """Correct among predicted values."""
        return _share(self.correct, self.predicted)

    @property
    def recall(self) -> float | None:
        """Correct among the values gold asks for."""
        return _share(self.correct, self.wanted)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, from the counts: twice correct over predicted and wanted."""
        return _share(2 * self.correct, self.predicted + self.wanted)

    @property
    def lenient_f1(self) -> float | None:
        """The same with the declared shares of values that are right in part."""
        return _share(2 * (self.correct + self.partial_credit), self.predicted + self.wanted)

    @property
    def spurious_share(self) -> float | None:
        """Values that gold does not have, among predicted values."""
        return _share(self.spurious, self.predicted)

    @property
    def agreement(self) -> float | None:
        """Cells that are the same on both sides among all labelled cells; null is a value like others."""
        return _share(self.correct + self.correctly_null, self.n + self.correctly_null)


def tallies(cells: Iterable[Cell], by: Callable[[Cell], str]) -> dict[str, Tally]:
    """A tally for each name that `by` gives, in the order in which the names first occur."""
    sorted_out: dict[str, list[Cell]] = {}
    for cell in cells:
        sorted_out.setdefault(by(cell), []).append(cell)
    return {name: Tally.of(group) for name, group in sorted_out.items()}


def _share(part: float, whole: int) -> float | None:
    return part / whole if whole else None
