"""Averages and intervals as tables of text."""

from collections.abc import Mapping

from extractor.evaluation.averages import Averages, averages, estimates
from extractor.evaluation.report import EvaluationReport
from extractor.evaluation.statistics.estimate import Estimate
from extractor.evaluation.suite import Suite
from extractor.evaluation.table import NONE, Table, share

_COLUMNS = ("", "measure", "documents", "values", "value", "95 % from", "to")
_AVERAGED = ("f1", "recall", "precision")


def averages_tables(report: EvaluationReport, suite: Suite, *, fields: bool = False) -> list[Table]:
    """How a run's figures are averaged and how sure they are: in all, by part and with `fields` by field."""
    found = [
        averages(report.scores, measure=measure, criticality=suite.criticality, rules=suite.gate)
        for measure in _AVERAGED
    ]
    tables = [
        _table("Averages (95 % intervals, the document as the unit)", _rows(found)),
        _table("F1 of parts", {name: ("f1", one) for name, one in _of_groups(report).items()}),
    ]
    if fields:
        of_fields = estimates(report.scores, lambda cell: cell.path)
        tables.append(_table("F1 of fields", {name: ("f1", one) for name, one in of_fields.items()}))
    return tables


def bounds(estimate: Estimate) -> tuple[str, str]:
    """Both ends of an interval, four places; rounded outwards, so that [1, 1] is never shown."""
    if estimate.low is None or estimate.high is None:
        return NONE, NONE
    return f"{int(estimate.low * 10_000) / 10_000:.4f}", f"{estimate.high:.4f}"


def _of_groups(report: EvaluationReport) -> dict[str, Estimate]:
    return {
        **{f"tier {name}": one for name, one in estimates(report.scores, lambda c: c.tier.value).items()},
        **estimates(report.scores, lambda cell: cell.group),
    }


def _rows(found: list[Averages]) -> dict[str, tuple[str, Estimate]]:
    rows = {}
    for one in found:
        rows[f"micro {one.measure}"] = (one.measure, one.micro)
        rows[f"by field {one.measure}"] = (one.measure, one.macro_field)
        rows[f"by document {one.measure}"] = (one.measure, one.macro_document)
        rows[f"weighted {one.measure}"] = (one.measure, one.weighted)
    rows["perfect records"] = ("share", found[0].perfect_records)
    return rows


def _table(title: str, rows: Mapping[str, tuple[str, Estimate]]) -> Table:
    return Table(
        title,
        (*_COLUMNS[:2], *_COLUMNS[2:], "remark"),
        tuple(
            (
                name,
                measure,
                str(one.n_documents),
                str(one.n_cells),
                share(one.value),
                *bounds(one),
                one.note or NONE,
            )
            for name, (measure, one) in rows.items()
            if one.value is not None
        ),
        words=2,
    )
