"""A Figure: one share with what it is a share of, over how many documents, and its interval where known."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from extractor.evaluation.rate import Rate
from extractor.evaluation.rates import RATES
from extractor.evaluation.statistics.proportion import proportion
from extractor.evaluation.statistics.ratio import Ratio
from extractor.evaluation.tally import Tally


@dataclass(frozen=True, slots=True)
class Figure:
    """`part` among `n`, what it is a share of, in `n_documents` documents; `value` is None where n is 0.

    `low` and `high` bound the nominal 95 % interval that `method` gives, the document being the unit; None
    where there is none. `note` says where the interval is not to be taken at its word.
    """

    value: float | None
    part: float
    n: int
    n_documents: int
    low: float | None = None
    high: float | None = None
    method: str = ""
    note: str = ""


def strict_f1(tally: Tally) -> Rate:
    """Twice the correct values over predicted and wanted ones."""
    return Rate(2 * tally.correct, tally.predicted + tally.wanted)


def lenient_f1(tally: Tally) -> Rate:
    """The same with the declared share of values that are right in part."""
    return Rate(2 * (tally.correct + tally.partial_credit), tally.predicted + tally.wanted)


def spurious_share(tally: Tally) -> Rate:
    """Values that gold does not have, among predicted values."""
    return Rate(tally.spurious, tally.predicted)


FIGURES: Mapping[str, Callable[[Tally], Rate]] = MappingProxyType(
    {"f1": strict_f1, "lenient_f1": lenient_f1, **RATES, "spurious_share": spurious_share}
)
"""Every share that a report names."""
SURE = frozenset({"f1", "lenient_f1", "precision", "recall", "omission"})
"""Those of every row that have an interval; the row of all values has all."""


def figure(
    rate: Callable[[Tally], Rate], whole: Tally, documents: Sequence[Tally], *, sure: bool = False
) -> Figure:
    """A share of all cells; `documents` are the counts of each document. With `sure` it has its interval."""
    found, parts = rate(whole), [rate(one) for one in documents]
    plain = Figure(found.value, found.part, found.n, sum(part.n > 0 for part in parts))
    if not sure or not found.n:
        return plain
    # The line below an F1 counts each value twice, as predicted and as wanted: that makes no value surer.
    scale = 2 if rate in {strict_f1, lenient_f1} else 1
    limits = proportion([Ratio(part.part / scale, part.n / scale) for part in parts])
    return replace(plain, low=limits.low, high=limits.high, method=limits.method, note=limits.note)
