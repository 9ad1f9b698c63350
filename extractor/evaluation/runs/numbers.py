"""Comparisons and gates as plain JSON values: what every form of report takes its numbers from."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from extractor.evaluation.runs.changes import Change
from extractor.evaluation.runs.comparison import Compared, Comparison
from extractor.evaluation.runs.gate import Gate
from extractor.evaluation.runs.scored import ScoredRun


def numbers(found: Comparison) -> dict[str, Any]:
    """Every number of a comparison, at full precision, and every value that differs."""
    return {
        "suite": found.after.suite,
        "gold": found.after.gold,
        "scorer": found.after.scorer,
        "n_documents": found.documents,
        "before": _run(found.before),
        "after": _run(found.after),
        "moved": [asdict(move) for move in found.moves],
        "repeats": {side: asdict(one) for side, one in zip(("before", "after"), found.repeats, strict=True)},
        "measure": found.measure,
        "overall": {name: asdict(one) for name, one in found.overall.items()},
        "gated": _compared(found.gated),
        "fields": _compared(found.fields),
        "power": asdict(found.power),
        "changes": [_change(change) for change in found.changes],
    }


def gate_numbers(found: Gate) -> dict[str, Any]:
    """The verdict with its reasons, and the comparison it rests on."""
    return {
        "verdict": found.verdict.value,
        "exit_code": found.exit_code,
        "mode": found.mode.value,
        "measures": [
            {"name": one.name, "margin": one.margin, "verdict": one.verdict.value, **asdict(one.compared)}
            for one in found.measures
        ],
        "worse": [_change(change) for change in found.worse],
        "against_rules": [_change(change) for change in found.against_rules],
        "comparison": numbers(found.comparison),
    }


def _run(run: ScoredRun) -> dict[str, Any]:
    lineages = [one.model_dump(exclude_none=True, by_alias=True) for one in run.run.lineages]
    return {"name": run.run.name, "reader": run.run.reader, "lineage": lineages}


def _compared(found: Mapping[str, Compared]) -> dict[str, Any]:
    return {name: asdict(one) for name, one in found.items()}


def _change(change: Change) -> dict[str, Any]:
    cell = change.cell
    sides = {"before": change.before, "after": change.after}
    return {
        "kind": change.kind.value,
        "document": cell.document,
        "path": cell.path,
        "gold_pointer": cell.gold_pointer,
        "gold": cell.gold,
        **{
            name: {
                "outcome": side.outcome.value,
                "predicted_pointer": side.predicted_pointer,
                "predicted": side.predicted,
                "origin": side.origin.value if side.origin else None,
                "reason": side.reason,
            }
            if side
            else None
            for name, side in sides.items()
        },
    }
