"""How much of a change of scores comes from gold: runs scored against gold before and after its verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractor.evaluation.runs.run import Run
from extractor.evaluation.runs.scored import score_run
from extractor.evaluation.suite import Suite
from extractor.evaluation.table import NONE, Table, share
from extractor.evaluation.tally import Tally


@dataclass(frozen=True, slots=True)
class GoldEffect:
    """Two runs, or one twice: the first on gold as it was written, then both on gold with its verdicts.

    The change from `before` to `after` is `from_gold` plus `from_reader`.
    """

    before: Mapping[str, Tally]
    first_after: Mapping[str, Tally]
    after: Mapping[str, Tally]

    def change(self, name: str) -> float | None:
        """The whole change of F1."""
        return _minus(self.after.get(name), self.before.get(name))

    def from_gold(self, name: str) -> float | None:
        """The part that the first run changes by although nothing was read again."""
        return _minus(self.first_after.get(name), self.before.get(name))

    def from_reader(self, name: str) -> float | None:
        """The part that is left: what the second run does otherwise, on one and the same gold."""
        return _minus(self.after.get(name), self.first_after.get(name))


def gold_effect(suite: Suite, first: Run, second: Run | None = None) -> GoldEffect:
    """Score runs against gold before and after the suite's verdicts. Raises what `score_run` raises."""
    before = score_run(suite.as_written(), first).report
    first_after = score_run(suite, first).report
    after = score_run(suite, second).report if second else first_after
    scored = ({"overall": one.overall, **one.groups} for one in (before, first_after, after))
    return GoldEffect(*scored)


def gold_effect_table(effect: GoldEffect) -> Table:
    """F1 before and after, and where the change comes from, for all values and each part of the record."""
    rows = (
        (
            name,
            share(tally.f1),
            share(effect.after[name].f1 if name in effect.after else None),
            *map(_signed, (effect.change(name), effect.from_gold(name), effect.from_reader(name))),
        )
        for name, tally in effect.before.items()
    )
    columns = ("", "F1 before", "F1 after", "change", "from gold", "from the reader")
    return Table("What changed: F1 on gold as it was written, and with its verdicts", columns, tuple(rows))


def _minus(one: Tally | None, other: Tally | None) -> float | None:
    if one is None or other is None or one.f1 is None or other.f1 is None:
        return None
    return one.f1 - other.f1


def _signed(value: float | None) -> str:
    return NONE if value is None else f"{value:+.4f}"
