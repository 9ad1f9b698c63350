"""Reports as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from extractor.evaluation.agreement import Agreement, AgreementRow
from extractor.evaluation.outcome import Cell
from extractor.evaluation.rate import Rate
from extractor.evaluation.rates import RATES
from extractor.evaluation.report import AVERAGING, EvaluationReport
from extractor.evaluation.tally import Tally


def report_json(report: EvaluationReport) -> str:
    """A report as JSON text: counts, shares at full precision (null where undefined), every error."""
    return _text(
        {
            "suite": report.suite,
            "reader": report.reader,
            "gold": report.gold,
            "scorer": report.scorer,
            "averaging": AVERAGING,
            "n_documents": len(report.scores),
            "failures": report.failures,
            "overall": _tally(report.overall),
            "tiers": _tallies(report.tiers),
            "groups": _tallies(report.groups),
            "documents": _tallies(report.documents),
            "fields": _tallies(report.fields),
            "items": [asdict(item) for item in report.items],
            "item_faults": [asdict(event) for event in report.events],
            "wholes": _tallies(report.wholes),
            "errors": [_error(cell) for cell in report.errors],
        }
    )


def agreement_json(agreement: Agreement) -> str:
    """An agreement as JSON text."""
    return _text(
        {
            "n_documents": agreement.documents,
            "annotators": list(agreement.annotators),
            "overall": _row(agreement.overall),
            "tiers": {name: _row(row) for name, row in agreement.tiers.items()},
            "groups": {name: _row(row) for name, row in agreement.groups.items()},
            "fields": {name: _row(row) for name, row in agreement.fields.items()},
        }
    )


def _text(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def _tallies(found: Mapping[str, Tally]) -> dict[str, Any]:
    return {name: _tally(tally) for name, tally in found.items()}


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "n": tally.n,
        **asdict(tally),
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "lenient_f1": tally.lenient_f1,
        "spurious_share": tally.spurious_share,
        "rates": {name: _rate(rate(tally)) for name, rate in RATES.items()},
    }


def _rate(rate: Rate) -> dict[str, Any]:
    return {"value": rate.value, "part": rate.part, "n": rate.n}


def _row(row: AgreementRow) -> dict[str, Any]:
    sides = {"with_alternatives": row.with_alternatives, "without_alternatives": row.without}
    shares = {name: {"raw_agreement": side.agreement, **_tally(side)} for name, side in sides.items()}
    return {**shares, "alpha": row.chance.alpha, "ac1": row.chance.ac1}


def _error(cell: Cell) -> dict[str, Any]:
    return {
        "document": cell.document,
        "path": cell.path,
        "gold_pointer": cell.gold_pointer,
        "predicted_pointer": cell.predicted_pointer,
        "group": cell.group,
        "tier": cell.tier.value,
        "outcome": cell.outcome.value,
        "reason": cell.reason,
        "gold": cell.gold,
        "predicted": cell.predicted,
        "partial": cell.partial,
        "credit": cell.credit,
        "origin": cell.origin,
    }
