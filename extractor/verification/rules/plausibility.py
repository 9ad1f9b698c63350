"""Values that can hardly be meant in their unit: kept as printed, and flagged."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from extractor._data import table
from extractor.records.comparator import Comparator
from extractor.records.criteria import Criterion, PerformanceStatusConstraint, QuantityConstraint
from extractor.records.envelope import Evidence
from extractor.records.finding import Finding, FindingCode
from extractor.records.record import TrialRecord
from extractor.verification.page import Page
from extractor.verification.rules.remarks import remark

_EQUAL: Final = re.compile(r"(?<![<>≤≥])=\s*\d+\s*$")


@cache
def _ranges() -> dict[tuple[str, str], tuple[Decimal, Decimal]]:
    entries: dict[str, dict[str, list[str]]] = table("plausible")
    return {
        (parameter, unit): (Decimal(low), Decimal(high))
        for parameter, units in entries.items()
        for unit, (low, high) in units.items()
    }


def plausibility_findings(
    record: TrialRecord,
    _page: Page,
    evidence: Mapping[str, Evidence],
) -> Iterator[Finding]:
    """Limits outside what anybody could ask for in their unit, and those that are one number exactly."""
    for name in ("inclusion", "exclusion"):
        for index, criterion in enumerate(getattr(record.eligibility, name)):
            yield from _of(criterion, f"/eligibility/{name}/{index}", evidence)


def _of_status(
    limit: PerformanceStatusConstraint, pointer: str, evidence: Mapping[str, Evidence]
) -> Iterator[Finding]:
    """A performance status behind a bare `=`."""
    if limit.min is None or limit.min != limit.max:
        return
    spans = evidence[f"{pointer}/min"].spans if f"{pointer}/min" in evidence else ()
    if any(_EQUAL.search(span.quote) for span in spans):
        message = f"{limit.scale} = {limit.min}: a limit hardly meant, its sign may have been ≥ or ≤"
        yield remark(FindingCode.IMPLAUSIBLE, message, evidence, f"{pointer}/min", f"{pointer}/max")


def _of(criterion: Criterion, pointer: str, evidence: Mapping[str, Evidence]) -> Iterator[Finding]:
    for index, limit in enumerate(criterion.constraints):
        if isinstance(limit, PerformanceStatusConstraint):
            yield from _of_status(limit, f"{pointer}/constraints/{index}", evidence)
        if not isinstance(limit, QuantityConstraint):
            continue
        if limit.comparator is Comparator.EQ and limit.parameter_norm:
            message = (
                f"{limit.parameter} = {limit.value}: a limit hardly meant, its sign may have been ≥ or ≤"
            )
            at = f"{pointer}/constraints/{index}/comparator"
            yield remark(FindingCode.IMPLAUSIBLE, message, evidence, at)
        bounds = _ranges().get((limit.parameter_norm or "", limit.ucum or limit.reference.name))
        if bounds and not bounds[0] <= limit.value <= bounds[1]:
            message = f"{limit.parameter} {limit.value} {limit.unit_text or ''}: hardly meant in this unit"
            here = f"{pointer}/constraints/{index}"
            yield remark(FindingCode.IMPLAUSIBLE, message, evidence, f"{here}/value", f"{here}/unit_text")
    for index, child in enumerate(criterion.children):
        yield from _of(child, f"{pointer}/children/{index}", evidence)
