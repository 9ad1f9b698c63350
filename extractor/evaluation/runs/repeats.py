"""Repeats of one run: how much a measure varies between them, and how many values do."""

from dataclasses import dataclass
from statistics import fmean, stdev

from extractor.evaluation.measure import Measure
from extractor.evaluation.runs.changes import is_right, keyed
from extractor.evaluation.runs.scored import ScoredRun
from extractor.evaluation.tally import Tally


@dataclass(frozen=True, slots=True)
class Repeats:
    """`n` repeats with the mean of a measure, its standard deviation (None for one repeat) and the flip rate.

    `flip_rate`: among the `n_cells` cells, those that are right in one repeat and not in another.
    """

    n: int
    mean: float | None
    deviation: float | None
    flip_rate: float | None
    n_cells: int


def repeats_of(run: ScoredRun, measure: Measure) -> Repeats:
    """Measure every repeat by itself; repeats are never pooled, their cells are no new cells."""
    figures = []
    for at in range(run.repeats):
        ratio = measure(Tally.of(cell for score in run.repeat(at) for cell in score.cells))
        figures += [ratio.part / ratio.n] if ratio.n else []
    flips, cells = _flips(run)
    several = run.repeats > 1
    return Repeats(
        run.repeats,
        fmean(figures) if figures else None,
        stdev(figures) if several and len(figures) > 1 else None,
        flips / cells if several and cells else None,
        cells,
    )


def _flips(run: ScoredRun) -> tuple[int, int]:
    flips = cells = 0
    for scores in run.scores.values():
        tables = [keyed(score.cells) for score in scores]
        keys = dict.fromkeys(key for table in tables for key in table)
        flips += sum(len({is_right(table.get(key)) for table in tables}) > 1 for key in keys)
        cells += len(keys)
    return flips, cells
