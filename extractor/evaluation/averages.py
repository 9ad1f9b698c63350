"""Averages: one measure of one run in five ways, each with its interval."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.evaluation.criticality import Criticality
from extractor.evaluation.measure import F1, Measure, measure_named
from extractor.evaluation.outcome import ERRORS, Cell
from extractor.evaluation.rules import GateRules
from extractor.evaluation.score import DocumentScore
from extractor.evaluation.statistics.bootstrap import bootstrap
from extractor.evaluation.statistics.estimate import Estimate
from extractor.evaluation.statistics.proportion import proportion
from extractor.evaluation.statistics.ratio import Ratio
from extractor.evaluation.tally import Tally, tallies


@dataclass(frozen=True, slots=True)
class Averages:
    """One measure, averaged.

    `micro`: every cell weighs the same. `macro_field`: every field does. `macro_document`: every document
    does. `weighted`: cells weigh as their field's criticality says; `weights` is the version of those.
    `perfect_records`: documents without any error in a gated field (in any field, if none is gated).
    `seed` is that of the bootstrap.
    """

    measure: str
    micro: Estimate
    macro_field: Estimate
    macro_document: Estimate
    weighted: Estimate
    perfect_records: Estimate
    weights: str
    seed: int


def averages(
    scores: Sequence[DocumentScore],
    *,
    measure: str = F1,
    criticality: Criticality | None = None,
    rules: GateRules | None = None,
) -> Averages:
    """Average over documents. `measure` is a name that `measure_named` knows."""
    counted, weights, gated = measure_named(measure), criticality or Criticality(), rules or GateRules()
    whole = [Tally.of(score.cells) for score in scores]
    fields = [tallies(score.cells, lambda cell: cell.path) for score in scores]
    cells = sum(tally.n for tally in whole)
    return Averages(
        measure,
        micro=proportion([counted(tally) for tally in whole], cells=cells),
        macro_field=_macro_field(fields, counted, cells, gated.seed),
        macro_document=_macro_document([counted(tally) for tally in whole], cells),
        weighted=_weighted(fields, counted, weights, cells),
        perfect_records=proportion([Ratio(_is_perfect(score.cells, gated), 1) for score in scores]),
        weights=weights.version,
        seed=gated.seed,
    )


def estimates(
    scores: Sequence[DocumentScore], by: Callable[[Cell], str], *, measure: str = F1
) -> dict[str, Estimate]:
    """The measure of each name that `by` gives, with its interval; names in the order of the cells."""
    counted = measure_named(measure)
    sorted_out = [tallies(score.cells, by) for score in scores]
    names = dict.fromkeys(name for found in sorted_out for name in found)
    of_name = {name: [found[name] for found in sorted_out if name in found] for name in names}
    return {
        name: proportion([counted(tally) for tally in found], cells=sum(tally.n for tally in found))
        for name, found in of_name.items()
    }


def _macro_document(rates: Sequence[Ratio], cells: int) -> Estimate:
    """The mean over documents: each is given the same number of cells."""
    counted = [rate for rate in rates if rate.n]
    each = sum(rate.n for rate in counted) / len(counted) if counted else 0
    return proportion([Ratio(each * rate.part / rate.n, each) for rate in counted], cells=cells)


def _weighted(
    fields: Sequence[dict[str, Tally]], counted: Measure, criticality: Criticality, cells: int
) -> Estimate:
    """A ratio of weighted sums. A cell counts for the interval as far as weights leave it (Kish 1965)."""
    found, weight_sum, square_sum = [], 0.0, 0.0
    for tallied in fields:
        part = below = 0.0
        for path, tally in tallied.items():
            weight, rate = criticality.weight(path), counted(tally)
            part, below = part + weight * rate.part, below + weight * rate.n
            square_sum += weight**2 * rate.n
        weight_sum += below
        found.append(Ratio(part, below))
    scale = weight_sum / square_sum if square_sum else 0.0
    return proportion([Ratio(rate.part * scale, rate.n * scale) for rate in found], cells=cells)


def _macro_field(fields: Sequence[dict[str, Tally]], counted: Measure, cells: int, seed: int) -> Estimate:
    """The mean over fields; a field that has no values in a resample has no share in it."""
    import numpy as np  # noqa: PLC0415 - only a report with intervals needs it

    names = list(dict.fromkeys(name for found in fields for name in found))
    pairs = np.array(
        [[counted(found.get(name, Tally())) for name in names] for found in fields], dtype=float
    ).reshape(len(fields), len(names), 2)

    def figure(weights: Any) -> Any:
        above, below = weights @ pairs[:, :, 0], weights @ pairs[:, :, 1]
        with np.errstate(divide="ignore", invalid="ignore"):
            shares = np.where(below > 0, above / below, 0.0)
            return shares.sum(axis=1) / (below > 0).sum(axis=1)

    return bootstrap(figure, len(fields), cells, seed=seed)


def _is_perfect(cells: Sequence[Cell], rules: GateRules) -> bool:
    return not any(
        cell.outcome in ERRORS and (not rules.critical or rules.is_critical(cell.path)) for cell in cells
    )
