"""The values of one document as lists: gold beside prediction, or a record with its statuses."""

from collections.abc import Iterable
from typing import Any

from extractor.evaluation.outcome import Cell, Outcome
from extractor.evaluation.runs.changes import Change, ChangeKind
from extractor.evaluation.tables import shown
from extractor.records.envelope import EvidenceStatus, Extraction
from extractor.records.leaves import leaves
from extractor.records.pointer import field_path
from extractor.review.words import Words

Entry = dict[str, Any]
"""One value as JSON; keys without a value are left out."""

_UNVERIFIED = "NOT CHECKED"
"""What stands for the status of a value that carries no words."""
_ERRORS = (Outcome.WRONG, Outcome.PARTIAL, Outcome.SPURIOUS, Outcome.MISSING, Outcome.INVALID)
_DOUBTFUL = (EvidenceStatus.UNSUPPORTED, EvidenceStatus.AMBIGUOUS)
_RIGHT = (Outcome.CORRECT, Outcome.UNLABELLED, Outcome.CORRECTLY_NULL)
_SOUND = (EvidenceStatus.QUOTED, EvidenceStatus.VERIFIED)
_CHANGES = (
    ChangeKind.NEWLY_FABRICATED,
    ChangeKind.NEWLY_SPURIOUS,
    ChangeKind.LOST,
    ChangeKind.OTHER_ERROR,
    ChangeKind.GONE,
    ChangeKind.GAINED,
)
KINDS = (*(one.value for one in (*_CHANGES, *_ERRORS, *_DOUBTFUL, *_RIGHT, *_SOUND)), _UNVERIFIED)
"""Outcomes and statuses in the order in which a page lists them: what wants a look first."""


def scored_values(cells: Iterable[Cell], gold: Extraction, predicted: Extraction | None) -> list[Entry]:
    """An entry for each compared value, in record order."""
    ours, theirs = Words(gold), Words(predicted)
    return [_scored(cell, ours, theirs) for cell in cells]


def read_values(extraction: Extraction) -> list[Entry]:
    """An entry for each value of a record that nobody scored."""
    words = Words(extraction)
    return [
        _entry(
            at=leaf.pointer,
            path=field_path(leaf.pointer),
            group=leaf.group,
            tier=leaf.tier.value,
            kind=words.status(leaf.pointer) or _UNVERIFIED,
            predicted=shown(_plain(leaf.value)),
            predicted_spans=words.spans(leaf.pointer),
            offered=words.offered(leaf.pointer),
        )
        for leaf in leaves(extraction.record)
        if not leaf.structural and leaf.value is not False
    ]


def compared_values(
    changes: Iterable[Change], gold: Extraction, before: Extraction | None, after: Extraction | None
) -> list[Entry]:
    """An entry for each value that differs between two runs."""
    ours, old, new = Words(gold), Words(before), Words(after)
    found = []
    for change in changes:
        entry = _scored(change.cell, ours, new if change.after else old)
        if change.after is None:
            entry = {name: part for name, part in entry.items() if not name.startswith("predicted")}
        was = change.before
        told = was is not None and was.predicted is not None
        found.append(
            entry
            | {"kind": change.kind.value, "outcome": _outcomes(change)}
            | _entry(
                before=shown(was.predicted) if was and told else None,
                before_spans=old.spans(was.predicted_pointer) if was and told else [],
            )
        )
    return found


def _outcomes(change: Change) -> str:
    sides = (side.outcome.value if side else "no such value" for side in (change.before, change.after))
    return " → ".join(sides)


def _scored(cell: Cell, ours: Words, theirs: Words) -> Entry:
    predicted = cell.predicted is not None
    return _entry(
        at=cell.gold_pointer if cell.gold_pointer is not None else cell.predicted_pointer,
        elsewhere=cell.predicted_pointer if cell.predicted_pointer != cell.gold_pointer else None,
        path=cell.path,
        group=cell.group,
        tier=cell.tier.value,
        kind=cell.outcome.value,
        gold=shown(cell.gold) if cell.gold is not None else None,
        predicted=shown(cell.predicted) if predicted else None,
        gold_spans=(ours.spans if cell.gold is not None else ours.own)(cell.gold_pointer),
        predicted_spans=(theirs.spans if predicted else theirs.own)(cell.predicted_pointer),
        status=theirs.status(cell.predicted_pointer) if predicted else None,
        offered=theirs.offered(cell.predicted_pointer) if predicted else None,
        why=cell.reason if cell.outcome is not Outcome.CORRECTLY_NULL else None,
        partial=cell.partial,
        origin=cell.origin,
        words=cell.evidence,
    )


def _entry(**parts: Any) -> Entry:
    return {name: part for name, part in parts.items() if part}


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | bool) else str(value)
