"""A measure of one run by document and field, repeats averaged inside their document."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.evaluation.criticality import lies_below
from extractor.evaluation.measure import Measure
from extractor.evaluation.runs.scored import ScoredRun
from extractor.evaluation.statistics.ratio import Ratio
from extractor.evaluation.tally import Tally, tallies

Tallied = tuple[tuple[Mapping[str, Tally], ...], ...]
"""For each document and each of its repeats, the counts of every field."""


def tallied(run: ScoredRun) -> Tallied:
    """Count the cells of a run once, for any number of measures."""
    return tuple(
        tuple(tallies(score.cells, lambda cell: cell.path) for score in scores)
        for scores in run.scores.values()
    )


@dataclass(frozen=True, slots=True)
class FieldRatios:
    """For each document of a suite, in its order, what each field adds to the measure."""

    documents: tuple[dict[str, Ratio], ...]

    @classmethod
    def of(cls, run: Tallied, measure: Measure) -> "FieldRatios":
        """Measure a run."""
        return cls(tuple(_averaged(repeats, measure) for repeats in run))

    @property
    def fields(self) -> dict[str, None]:
        """Every field path that occurs."""
        return dict.fromkeys(path for found in self.documents for path in found)

    def whole(self) -> list[Ratio]:
        """The measure of all values, by document."""
        return [_sum(found.values()) for found in self.documents]

    def below(self, path: str) -> list[Ratio]:
        """The measure of a field and what lies below it, by document."""
        return [
            _sum(ratio for name, ratio in found.items() if lies_below(name, path)) for found in self.documents
        ]

    def field(self, path: str) -> list[Ratio]:
        """The measure of one field, by document."""
        return [found.get(path, Ratio(0, 0)) for found in self.documents]


def _averaged(repeats: Sequence[Mapping[str, Tally]], measure: Measure) -> dict[str, Ratio]:
    found = [{path: measure(tally) for path, tally in fields.items()} for fields in repeats]
    names = dict.fromkeys(path for ratios in found for path in ratios)
    sums = {path: _sum(ratios[path] for ratios in found if path in ratios) for path in names}
    return {path: Ratio(total.part / len(found), total.n / len(found)) for path, total in sums.items()}


def _sum(ratios: Iterable[Ratio]) -> Ratio:
    part = below = 0.0
    for ratio in ratios:
        part, below = part + ratio.part, below + ratio.n
    return Ratio(part, below)
