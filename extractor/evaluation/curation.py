"""What a report means for the curator who corrects its records: edits, cost, what review would catch."""

from dataclasses import dataclass
from functools import reduce
from operator import add

from extractor.evaluation.edits import Edits, EditWeights, edits
from extractor.evaluation.report import EvaluationReport
from extractor.evaluation.review_curve import BUDGETS, ReviewCurve, review_curve
from extractor.evaluation.table import Table, share


@dataclass(frozen=True, slots=True)
class Curation:
    """Edits by document, in the order of the report; the price of each kind; the review curve."""

    documents: dict[str, Edits]
    weights: EditWeights
    curve: ReviewCurve

    @property
    def overall(self) -> Edits:
        """All edits together."""
        return reduce(add, self.documents.values(), Edits())

    @property
    def cost_per_record(self) -> float | None:
        """The mean cost of correcting one record; None without a record."""
        costs = [found.cost(self.weights) for found in self.documents.values()]
        return sum(costs) / len(costs) if costs else None


def curation(report: EvaluationReport, weights: EditWeights) -> Curation:
    """Count the edits that a report's records need, and draw the curve of those that could be read."""
    return Curation(
        documents={score.document: edits(score) for score in report.scores},
        weights=weights,
        curve=review_curve(report.readings),
    )


def curation_tables(found: Curation) -> list[Table]:
    """The edits of each document, and the review curve as a table."""
    rows = {"overall": found.overall, **found.documents}
    w = found.weights
    price = f"substitute {w.substitute:g}, insert {w.insert:g}, delete {w.delete:g}, move {w.move:g}"
    cost = "–" if found.cost_per_record is None else f"{found.cost_per_record:.1f}"
    return [
        Table(
            f"Curator's edits: {cost} a record ({price})",
            ("", "substitute", "insert", "delete", "move", "cost", "saved of writing anew"),
            tuple((name, *_edits(one, w)) for name, one in rows.items()),
        ),
        _curve(found.curve),
    ]


def _edits(found: Edits, weights: EditWeights) -> tuple[str, ...]:
    counts = (found.substitute, found.insert, found.delete, found.move)
    return (*map(str, counts), f"{found.cost(weights):g}", share(found.saved(weights)))


def _curve(curve: ReviewCurve) -> Table:
    rows = [(one.name, str(one.values), str(one.errors)) for one in curve.classes]
    caught = ", ".join(f"{budget:.0%} → {share(curve.caught(budget))}" for budget in BUDGETS)
    return Table(
        f"Review, most doubtful first: share of values looked at → of errors caught: {caught}; "
        f"area {share(curve.area)}",
        ("", "values", "errors"),
        tuple(rows),
    )
