"""Reports as JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from extractor.evaluation.agreement import Agreement, AgreementRow
from extractor.evaluation.curation import Curation
from extractor.evaluation.outcome import Cell
from extractor.evaluation.report import AVERAGING
from extractor.evaluation.reporting.figure import Figure
from extractor.evaluation.reporting.numbers import Numbers
from extractor.evaluation.reporting.rows import Row
from extractor.evaluation.runs.numbers import gate_numbers
from extractor.evaluation.tally import Tally

_ALWAYS = frozenset({"value", "part", "n", "n_documents"})


def report_json(numbers: Numbers) -> str:
    """A report as JSON text: counts, shares at full precision (null where undefined), every error."""
    report, head = numbers.report, asdict(numbers.header)
    return _text(
        {
            **head,
            "averaging": AVERAGING,
            "failures": report.failures,
            "overall": _row(numbers.overall),
            "tiers": _rows(numbers.tiers),
            "groups": _rows(numbers.groups),
            "documents": _rows(numbers.documents),
            "slices": _rows(numbers.slices),
            "fields": _rows(numbers.fields),
            "wholes": _rows(numbers.wholes),
            "items": [asdict(item) for item in report.items],
            "item_faults": [asdict(event) for event in report.events],
            "averages": [asdict(one) for one in numbers.averages],
            "prompt_checks": [asdict(one) for one in numbers.prompt_checks],
            "findings": [asdict(one) for one in numbers.findings],
            "gate": gate_numbers(numbers.held.gate) if numbers.held else None,
            "ceiling": _agreement(numbers.ceiling) if numbers.ceiling else None,
            "curation": _curation(numbers.curation),
            "errors": [_error(cell) for cell in report.errors],
        }
    )


def agreement_json(agreement: Agreement) -> str:
    """An agreement as JSON text."""
    return _text(_agreement(agreement))


def _text(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def _rows(found: Iterable[Row]) -> dict[str, Any]:
    return {row.name: _row(row) for row in found}


def _row(row: Row) -> dict[str, Any]:
    return {
        "n_documents": row.n_documents,
        **_tally(row.tally),
        "rates": {name: _figure(figure) for name, figure in row.figures.items()},
    }


def _figure(figure: Figure) -> dict[str, Any]:
    """Without an interval, nothing is said of one."""
    return {name: part for name, part in asdict(figure).items() if name in _ALWAYS or part not in {None, ""}}


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "n": tally.n,
        **asdict(tally),
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "lenient_f1": tally.lenient_f1,
        "spurious_share": tally.spurious_share,
    }


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return {
        "n_documents": agreement.documents,
        "annotators": list(agreement.annotators),
        "overall": _agreed(agreement.overall),
        "tiers": {name: _agreed(row) for name, row in agreement.tiers.items()},
        "groups": {name: _agreed(row) for name, row in agreement.groups.items()},
        "fields": {name: _agreed(row) for name, row in agreement.fields.items()},
    }


def _agreed(row: AgreementRow) -> dict[str, Any]:
    sides = {"with_alternatives": row.with_alternatives, "without_alternatives": row.without}
    shares = {
        name: {
            "raw_agreement": side.agreement,
            **_tally(side),
        }
        for name, side in sides.items()
    }
    return {**shares, "alpha": row.chance.alpha, "ac1": row.chance.ac1}


def _curation(found: Curation) -> dict[str, Any]:
    return {
        "weights": asdict(found.weights),
        "cost_per_record": found.cost_per_record,
        "overall": asdict(found.overall),
        "documents": {name: asdict(edits) for name, edits in found.documents.items()},
        "review_curve": {"points": found.curve.points, "area": found.curve.area},
    }


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
