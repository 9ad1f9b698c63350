"""Two runs of one suite, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.errors import RunError
from extractor.evaluation.measure import GATED, measure_named
from extractor.evaluation.rules import OVERALL, GateRules
from extractor.evaluation.runs.changes import Change, Pairs
from extractor.evaluation.runs.field_ratios import FieldRatios, Tallied, tallied
from extractor.evaluation.runs.moved import Move, moved, moved_hashes
from extractor.evaluation.runs.repeats import Repeats, repeats_of
from extractor.evaluation.runs.scored import ScoredRun
from extractor.evaluation.statistics.difference import Difference, difference
from extractor.evaluation.statistics.multiplicity import benjamini_hochberg, holm
from extractor.evaluation.statistics.power import ALPHA, Power, power
from extractor.evaluation.statistics.ratio import Ratio


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure of some values in two runs. `adjusted` is the p value among all tests of its kind.

    For what is gated, that of a drop; for single fields, that of a change in either direction.
    """

    difference: Difference
    adjusted: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs over the same pages, gold and scorer, paired by document, path and gold item.

    `overall` holds F1, precision and recall of all values, `gated` the measure of the rules for all values
    and each critical path, `fields` the same for every field (p values by Benjamini and Hochberg).
    `changes` are single values, documents in suite order. `flips` are, by document, values right in one run
    only among all values, `right` the share of values that are right before, `alpha` the level at which all
    values together are tested.
    """

    before: ScoredRun
    after: ScoredRun
    measure: str
    moves: tuple[Move, ...]
    repeats: tuple[Repeats, Repeats]
    overall: dict[str, Difference]
    gated: dict[str, Compared]
    fields: dict[str, Compared]
    changes: tuple[Change, ...]
    flips: tuple[Ratio, ...]
    right: float
    alpha: float
    seed: int

    @property
    def power(self) -> Power:
        """What the gate's test of all values would notice. Simulated anew each time: a tenth of a second."""
        return power(self.flips, self.right, alpha=self.alpha, seed=self.seed)

    @property
    def documents(self) -> int:
        """How many documents were compared."""
        return len(self.before.scores)


def compare(before: ScoredRun, after: ScoredRun, rules: GateRules | None = None) -> Comparison:
    """Compare two scored runs.

    Raises RunError for runs scored against other gold, with another scorer or on other documents, and names
    which: score both anew with `score_run`.
    """
    _refuse(before, after)
    rules = rules or GateRules()
    counts = tallied(before), tallied(after)
    watched = _Sides(*counts, rules.measure, rules.seed)
    pairs = [Pairs.of(before.scores[name], after.scores[name]) for name in before.scores]
    return Comparison(
        before=before,
        after=after,
        measure=rules.measure,
        moves=moved(before.run, after.run),
        repeats=(
            repeats_of(before, measure_named(rules.measure)),
            repeats_of(after, measure_named(rules.measure)),
        ),
        overall={name: _Sides(*counts, name, rules.seed).overall() for name in GATED},
        gated=_gated(watched, rules.critical),
        fields=watched.fields(),
        changes=tuple(change for pair in pairs for change in pair.changes),
        flips=tuple(Ratio(*pair.flips) for pair in pairs),
        right=_right(pairs),
        alpha=ALPHA / 2 if rules.critical else ALPHA,
        seed=rules.seed,
    )


def _refuse(before: ScoredRun, after: ScoredRun) -> None:
    sides = ({"gold": run.gold, "scorer": run.scorer} for run in (before, after))
    found = [str(move) for move in moved_hashes(*sides)]
    if list(before.scores) != list(after.scores):
        found.append(f"documents: {len(before.scores)} and {len(after.scores)}")
    if found:
        raise RunError(
            f"the runs were not scored alike: {'; '.join(found)}", hint="Score both against one suite"
        )


def _gated(sides: "_Sides", critical: Iterable[str]) -> dict[str, Compared]:
    """Half of the level goes to all values together, half to the critical paths, which share it by Holm."""
    overall, fields = sides.overall(), {path: sides.below(path) for path in critical}
    halves = 2 if fields else 1
    adjusted = holm({name: one.p_drop for name, one in fields.items()})
    found = {OVERALL: Compared(overall, min(1.0, halves * overall.p_drop))}
    return found | {name: Compared(one, min(1.0, halves * adjusted[name])) for name, one in fields.items()}


class _Sides:
    """One measure of two runs, by document and field."""

    def __init__(self, before: Tallied, after: Tallied, measure: str, seed: int) -> None:
        counted = measure_named(measure)
        self._before, self._after = FieldRatios.of(before, counted), FieldRatios.of(after, counted)
        self._seed = seed

    def overall(self) -> Difference:
        return self._difference(self._before.whole(), self._after.whole())

    def below(self, path: str) -> Difference:
        return self._difference(self._before.below(path), self._after.below(path))

    def fields(self) -> dict[str, Compared]:
        names = {**self._before.fields, **self._after.fields}
        found = {name: self._difference(self._before.field(name), self._after.field(name)) for name in names}
        found = {name: one for name, one in found.items() if one.change.value is not None}
        adjusted = benjamini_hochberg({name: one.p_value for name, one in found.items()})
        return {name: Compared(one, adjusted[name]) for name, one in found.items()}

    def _difference(self, before: list[Ratio], after: list[Ratio]) -> Difference:
        cells = round(max(sum(ratio.n for ratio in before), sum(ratio.n for ratio in after)))
        return difference(before, after, cells=cells, seed=self._seed)


def _right(pairs: list[Pairs]) -> float:
    right, cells = (sum(pair.right[at] for pair in pairs) for at in (0, 1))
    return right / cells if cells else 0.0
