"""A measure of one run by document and field, repeats averaged inside their document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.evaluation.criticality import lies_below
from extractor.evaluation.measure import Measure
from extractor.evaluation.runs.scored import ScoredRun
from extractor.evaluation.score import DocumentScore
from extractor.evaluation.statistics.ratio import Ratio
from extractor.evaluation.tally import tallies


@dataclass(frozen=True, slots=True)
class FieldRatios:
    """For each document of a suite, in its order, what each field adds to the measure."""

    documents: tuple[dict[str, Ratio], ...]

    @classmethod
    def of(cls, run: ScoredRun, measure: Measure) -> "FieldRatios":
        """Measure a run."""
        return cls(tuple(_averaged(scores, measure) for scores in run.scores.values()))

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


def _averaged(repeats: Sequence[DocumentScore], measure: Measure) -> dict[str, Ratio]:
    found = [
        {path: measure(tally) for path, tally in tallies(score.cells, lambda cell: cell.path).items()}
        for score in repeats
    ]
    names = dict.fromkeys(path for ratios in found for path in ratios)
    sums = {path: _sum(ratios[path] for ratios in found if path in ratios) for path in names}
    return {path: Ratio(total.part / len(found), total.n / len(found)) for path, total in sums.items()}


def _sum(ratios: Iterable[Ratio]) -> Ratio:
    part = below = 0.0
    for ratio in ratios:
        part, below = part + ratio.part, below + ratio.n
    return Ratio(part, below)
