"""Objects that are right only as a whole: a limit with another unit is another limit.

The verdict on such an object is made from those on its parts and stands beside them; it is in no count of
values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from extractor.evaluation.judge import Judgement
from extractor.evaluation.outcome import ERRORS, Cell, Outcome
from extractor.records.criteria import (
    AgeConstraint,
    ClassConstraint,
    Criterion,
    PerformanceStatusConstraint,
    QuantityConstraint,
    TimeConstraint,
)
from extractor.records.regimen import Dose

Needs = Mapping[str, tuple[str, ...]]
"""What must be right, by name: at least one of these fields, or none of them may have a value."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A kind of object and what of it must be right."""

    kind: str
    needs: Needs

    def judge(self, cells: Sequence[Cell], path: str, *, wrong: Sequence[str] = ()) -> Judgement:
        """The verdict on a pair, from the cells of its parts; `path` is that of the object.

        `wrong` names what is known to be wrong besides.
        """
        if not wrong and ERRORS.isdisjoint(cell.outcome for cell in cells):
            return Judgement(Outcome.CORRECT, f"{self.kind}: equal")
        found: dict[str, list[Cell]] = {}
        for cell in cells:
            found.setdefault(cell.path[len(path) + 1 :].partition("/")[0], []).append(cell)
        faults = [
            need
            for need, names in self.needs.items()
            if not _right([cell for name in names for cell in found.get(name, ())])
        ]
        if faults or wrong:
            return Judgement(Outcome.WRONG, f"{self.kind}: {' and '.join([*faults, *wrong])} differs")
        return Judgement(Outcome.CORRECT, f"{self.kind}: equal")

    def judge_alone(self, cells: Sequence[Cell]) -> Judgement:
        """The verdict on an object without partner: as its parts are."""
        outcomes = {cell.outcome for cell in cells}
        for outcome in (Outcome.MISSING, Outcome.SPURIOUS):
            if outcome in outcomes:
                return Judgement(outcome, f"{self.kind}: no partner")
        return Judgement(Outcome.CORRECTLY_NULL, f"{self.kind}: acceptable")


def _right(cells: Sequence[Cell]) -> bool:
    outcomes = [cell.outcome for cell in cells]
    return Outcome.CORRECT in outcomes or ERRORS.isdisjoint(outcomes)


def _each(*names: str) -> Needs:
    return MappingProxyType({name: (name,) for name in names})


WHOLES: Mapping[type[BaseModel], Whole] = MappingProxyType(
    {
        QuantityConstraint: Whole(
            "constraint",
            MappingProxyType(
                {
                    "parameter": ("parameter", "parameter_norm"),
                    "comparator": ("comparator",),
                    "value": ("value",),
                    "high": ("high",),
                    "unit": ("unit_text", "ucum"),
                    "reference": ("reference",),
                }
            ),
        ),
        AgeConstraint: Whole("constraint", _each("min", "max")),
        PerformanceStatusConstraint: Whole("constraint", _each("scale", "min", "max")),
        ClassConstraint: Whole("constraint", _each("scale", "values", "comparator", "threshold")),
        TimeConstraint: Whole("constraint", _each("relation", "value", "unit", "anchor")),
        Dose: Whole(
            "dose",
            MappingProxyType(
                {
                    "value": ("value",),
                    "high": ("high",),
                    "unit": ("unit", "ucum"),
                    "basis": ("basis",),
                    "strength": ("unit_strength",),
                    "units": ("units_per_dose",),
                }
            ),
        ),
        Criterion: Whole("criterion", _each("text", "negated", "op")),
    }
)
"""The kinds of objects that are judged as a whole."""


def whole_of(value: Any) -> Whole | None:
    """How an object is judged as a whole, None where it is not. Of criteria only leaves are."""
    if isinstance(value, Criterion) and value.children:
        return None
    return WHOLES.get(type(value))
