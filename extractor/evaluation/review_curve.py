"""The review curve: how many of the wrong values a curator meets who looks at some of the values only.

Values are looked at in the order of doubt: first those whose words verification did not find, then the
ambiguous ones, then those with words that no rule could check, then the verified ones; a value that a finding
speaks of goes before its equals. Values of equal doubt come in no order, so the curve is straight between the
classes. What is missing from a record cannot be found by looking at its values: it is not on the curve.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extractor.evaluation.outcome import Cell, Outcome
from extractor.evaluation.score import DocumentScore
from extractor.records.envelope import Evidence, EvidenceStatus, Extraction

_OUTCOMES = frozenset({Outcome.CORRECT, Outcome.PARTIAL, Outcome.WRONG, Outcome.SPURIOUS})
_DOUBT = {
    EvidenceStatus.UNSUPPORTED: 3,
    EvidenceStatus.AMBIGUOUS: 2,
    EvidenceStatus.QUOTED: 1,
    EvidenceStatus.VERIFIED: 0,
}
_UNKNOWN = 3
"""The doubt of a value without evidence."""
BUDGETS = (0.05, 0.1, 0.2, 0.5)
"""Shares of values that reports show."""


@dataclass(frozen=True, slots=True)
class DoubtClass:
    """Values of one degree of doubt: how many, and how many of them are wrong or spurious."""

    name: str
    values: int
    errors: int


@dataclass(frozen=True, slots=True)
class ReviewCurve:
    """The classes of doubt, most doubtful first; classes without values are left out."""

    classes: tuple[DoubtClass, ...]

    @property
    def values(self) -> int:
        """All values that the reader gave and gold labels."""
        return sum(one.values for one in self.classes)

    @property
    def errors(self) -> int:
        """Those of them that are wrong or spurious."""
        return sum(one.errors for one in self.classes)

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """The corners: (share of values looked at, share of errors caught), from (0, 0) to (1, 1).

        Empty where there is no error to catch.
        """
        if not self.errors:
            return ()
        looked = caught = 0
        found = [(0.0, 0.0)]
        for one in self.classes:
            looked, caught = looked + one.values, caught + one.errors
            found.append((looked / self.values, caught / self.errors))
        return tuple(found)

    def caught(self, budget: float) -> float | None:
        """The share of errors caught by looking at a share of the values; None where there is no error."""
        for (x0, y0), (x1, y1) in zip(self.points, self.points[1:], strict=False):
            if x0 <= budget <= x1:
                return y0 + (y1 - y0) * (budget - x0) / (x1 - x0)
        return None

    @property
    def area(self) -> float | None:
        """The area below the curve: 0.5 where doubt says nothing about errors, near 1 where it names them."""
        corners = zip(self.points, self.points[1:], strict=False)
        return sum((x1 - x0) * (y0 + y1) / 2 for (x0, y0), (x1, y1) in corners) if self.errors else None


def review_curve(pairs: Iterable[tuple[DocumentScore, Extraction]]) -> ReviewCurve:
    """The curve over the scores of documents and the Extractions that were scored."""
    counts: dict[tuple[int, bool], list[int]] = {}
    for score, extraction in pairs:
        for doubt, wrong in _values(score, extraction):
            count = counts.setdefault(doubt, [0, 0])
            count[0] += 1
            count[1] += wrong
    ordered = sorted(counts, reverse=True)
    return ReviewCurve(tuple(DoubtClass(_name(doubt), *counts[doubt]) for doubt in ordered))


def _values(score: DocumentScore, extraction: Extraction) -> Iterator[tuple[tuple[int, bool], bool]]:
    """The doubt of each value, and whether it is wrong."""
    remarked = {finding.pointer for finding in extraction.findings}
    for cell in score.cells:
        if cell.outcome in _OUTCOMES and cell.predicted_pointer and cell.predicted is not None:
            evidence = _evidence(cell, extraction.evidence)
            doubt = _DOUBT[evidence.status] if evidence else _UNKNOWN
            yield (doubt, cell.predicted_pointer in remarked), cell.outcome is not Outcome.CORRECT


def _evidence(cell: Cell, evidence: Mapping[str, Evidence]) -> Evidence | None:
    """The evidence of a value; for one that is scored as a whole, the most doubtful of its parts."""
    pointer = cell.predicted_pointer or ""
    if pointer in evidence:
        return evidence[pointer]
    parts = (found for place, found in evidence.items() if place.startswith(pointer + "/"))
    return max(parts, key=lambda found: _DOUBT[found.status], default=None)


def _name(doubt: tuple[int, bool]) -> str:
    status = next(status for status, degree in _DOUBT.items() if degree == doubt[0])
    return f"{status.value}, with a finding" if doubt[1] else status.value
