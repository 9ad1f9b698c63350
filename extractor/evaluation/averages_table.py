"""Averages and their intervals as a table of text."""

from collections.abc import Sequence

from extractor.evaluation.averages import Averages
from extractor.evaluation.statistics.estimate import Estimate
from extractor.evaluation.table import NONE, Table, bounds, share

AVERAGED = ("f1", "recall", "precision")
"""The measures that a report averages."""


def averages_table(found: Sequence[Averages]) -> Table:
    """How a run's figures are averaged and how sure they are."""
    return Table(
        "Averages (95 % intervals, the document as the unit)",
        ("", "measure", "documents", "values", "value", "95 % from", "to", "remark"),
        tuple(_row(*row) for row in _rows(found) if row[-1].value is not None),
        words=2,
    )


def _rows(found: Sequence[Averages]) -> list[tuple[str, str, Estimate]]:
    rows = []
    for one in found:
        rows.append((f"micro {one.measure}", one.measure, one.micro))
        rows.append((f"by field {one.measure}", one.measure, one.macro_field))
        rows.append((f"by document {one.measure}", one.measure, one.macro_document))
        rows.append((f"weighted {one.measure}", one.measure, one.weighted))
    return [*rows, ("perfect records", "share", found[0].perfect_records)]


def _row(name: str, measure: str, one: Estimate) -> tuple[str, ...]:
    counts = (str(one.n_documents), str(one.n_cells))
    return (name, measure, *counts, share(one.value), *bounds(one.low, one.high), one.note or NONE)
