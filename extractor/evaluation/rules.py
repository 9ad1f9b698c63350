"""The rules of a gate: what a new run may not do to the blessed one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from extractor.evaluation.criticality import lies_below
from extractor.evaluation.statistics.resampling import SEED

OVERALL = "overall"
"""The margin of all values together."""


@dataclass(frozen=True, slots=True)
class GateRules:
    """What is watched, and how closely.

    `measure` is f1, precision or recall. `critical` are field paths; each is gated by itself with what
    lies below it. `margins` are drops that are tolerated, by such a path or `overall`; others are 0.
    From `documents` on a test decides, below it the difference itself does. `underpowered` says what it
    means if the test cannot tell: a failure, or not.
    """

    measure: str = "f1"
    critical: tuple[str, ...] = ()
    margins: Mapping[str, float] = field(default_factory=dict)
    must_never_fail: tuple[str, ...] = ()
    documents: int = 20
    underpowered: Literal["fail", "pass"] = "fail"
    seed: int = SEED

    def is_critical(self, path: str) -> bool:
        """Whether a field is critical, or lies below a path that is."""
        return any(lies_below(path, above) for above in self.critical)

    def margin(self, name: str) -> float:
        """The drop that is tolerated."""
        return self.margins.get(name, 0.0)
