"""What the words of one criterion mean: constraints, category, polarity, how its constraints combine."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extractor.normalise.ages import AgeLimit, age_limits
from extractor.normalise.denials import denies
from extractor.normalise.stated import Stated
from extractor.records.criteria import AgeConstraint, CriterionCategory, Operator
from extractor.records.times import Age


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a criterion without parts says. What no rule is sure of is left out."""

    constraints: tuple[Stated, ...] = ()
    category: CriterionCategory | None = None
    negated: bool = False
    op: Operator = Operator.LEAF
    exceptions: tuple[str, ...] = ()

    @property
    def fields(self) -> dict[str, Any]:
        """The values under the names that the record has for them."""
        return {
            "constraints": [one.constraint for one in self.constraints],
            "category": self.category,
            "negated": self.negated,
            "op": self.op,
            "exceptions": list(self.exceptions),
        }


@lru_cache(maxsize=2048)
def meaning(text: str) -> Meaning:
    """What the words of one criterion mean."""
    return Meaning(constraints=_ages(text), negated=denies(text))


def _ages(text: str) -> tuple[Stated, ...]:
    found = age_limits(text)
    if found is None:
        return ()
    return (Stated(AgeConstraint(min=_age(found.low), max=_age(found.high)), 0, len(text)),)


def _age(limit: AgeLimit | None) -> Age | None:
    return Age(value=limit.value, unit=limit.unit, inclusive=limit.inclusive) if limit else None
