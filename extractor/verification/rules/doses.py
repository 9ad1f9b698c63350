"""Doses of one agent that are said in two ways."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from extractor.normalise.limits import limits
from extractor.normalise.terms import lookup
from extractor.records.envelope import Evidence
from extractor.records.finding import Finding, FindingCode
from extractor.records.record import TrialRecord
from extractor.records.regimen import Regimen
from extractor.verification.fold import fold
from extractor.verification.page import Page
from extractor.verification.rules.remarks import remark


def dose_findings(
    record: TrialRecord,
    _page: Page,
    evidence: Mapping[str, Evidence],
) -> Iterator[Finding]:
    """Two regimens of one agent whose daily amounts differ though nothing tells them apart.

    A weight band or a condition tells them apart.
    """
    for index, arm in enumerate(record.arms):
        yield from _differing(arm.regimens, f"/arms/{index}", evidence)
    for index, item in enumerate(record.interventions):
        yield from _differing(item.regimens, f"/interventions/{index}", evidence)


def _differing(regimens: list[Regimen], pointer: str, evidence: Mapping[str, Evidence]) -> Iterator[Finding]:
    said: dict[str, tuple[Decimal, str]] = {}
    for number, regimen in enumerate(regimens):
        amount = _daily(regimen)
        if amount is None or regimen.weight_band or regimen.condition or not regimen.agent:
            continue
        agent = lookup("agents", regimen.agent) or fold(regimen.agent)
        here = f"{pointer}/regimens/{number}/text"
        first = said.setdefault(agent, (amount, here))
        if first[0] != amount:
            message = f"{agent} is given as {first[0]} and as {amount} a day"
            yield remark(FindingCode.CONTRADICTION, message, evidence, here, first[1])


def _daily(regimen: Regimen) -> Decimal | None:
    """The amount a day in the unit printed, where the words give one."""
    dose = regimen.dose
    if dose is None:
        return None
    if dose.total_daily:
        found = limits(dose.total_daily)
        return found[0].value if len(found) == 1 else None
    amount = dose.value
    if amount is None and dose.unit_strength and dose.units_per_dose:
        found = limits(dose.unit_strength)
        amount = found[0].value * dose.units_per_dose if found else None
    return amount * regimen.doses_per_day if amount is not None and regimen.doses_per_day else None
