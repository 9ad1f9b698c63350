"""Ages: the lower limit below the upper one, and equal in fields and criteria."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from extractor.records.criteria import AgeConstraint, Criterion
from extractor.records.envelope import Evidence
from extractor.records.finding import Finding, FindingCode
from extractor.records.record import TrialRecord
from extractor.records.times import Age, TimeUnit
from extractor.verification.page import Page
from extractor.verification.rules.remarks import remark

_DAYS: Final = {
    TimeUnit.MINUTE: Decimal(1) / 1440,
    TimeUnit.HOUR: Decimal(1) / 24,
    TimeUnit.DAY: Decimal(1),
    TimeUnit.WEEK: Decimal(7),
    TimeUnit.MONTH: Decimal("30.4375"),
    TimeUnit.YEAR: Decimal("365.25"),
}
_OLDEST: Final = 130 * _DAYS[TimeUnit.YEAR]


def age_findings(
    record: TrialRecord,
    _page: Page,
    evidence: Mapping[str, Evidence],
) -> Iterator[Finding]:
    """Ages that contradict each other, and ages nobody has."""
    eligibility = record.eligibility
    low, high = eligibility.minimum_age, eligibility.maximum_age
    if low and high and _days(low) > _days(high):
        message = f"the lowest age {_said(low)} is above the highest {_said(high)}"
        pointers = ("/eligibility/minimum_age/value", "/eligibility/maximum_age/value")
        yield remark(FindingCode.CONTRADICTION, message, evidence, *pointers)
    for name, age in (("minimum_age", low), ("maximum_age", high)):
        if age and _days(age) > _OLDEST:
            yield remark(
                FindingCode.IMPLAUSIBLE, f"nobody is {_said(age)} old", evidence, f"/eligibility/{name}/value"
            )
    for index, criterion in enumerate(eligibility.inclusion):
        for pointer, constraint in _constraints(criterion, f"/eligibility/inclusion/{index}"):
            yield from _compared(low, constraint.min, "minimum_age", f"{pointer}/min/value", evidence)
            yield from _compared(high, constraint.max, "maximum_age", f"{pointer}/max/value", evidence)


def _days(age: Age) -> Decimal:
    return age.value * _DAYS[age.unit]


def _said(age: Age) -> str:
    return f"{age.value} {age.unit}"


def _constraints(criterion: Criterion, pointer: str) -> Iterator[tuple[str, AgeConstraint]]:
    for index, constraint in enumerate(criterion.constraints):
        if isinstance(constraint, AgeConstraint):
            yield f"{pointer}/constraints/{index}", constraint
    for index, child in enumerate(criterion.children):
        yield from _constraints(child, f"{pointer}/children/{index}")


def _compared(
    field: Age | None, stated: Age | None, name: str, pointer: str, evidence: Mapping[str, Evidence]
) -> Iterator[Finding]:
    if field and stated and _days(field) != _days(stated):
        message = f"{name} is {_said(field)}, the criterion says {_said(stated)}"
        yield remark(FindingCode.CONTRADICTION, message, evidence, f"/eligibility/{name}/value", pointer)
