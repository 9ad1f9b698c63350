"""Weight bands of one agent that leave a weight out, or hold one twice, at their border."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from extractor.normalise.terms import fold, lookup
from extractor.records.comparator import Comparator
from extractor.records.envelope import Evidence
from extractor.records.finding import Finding, FindingCode
from extractor.records.record import TrialRecord
from extractor.records.regimen import Regimen
from extractor.verification.page import Page
from extractor.verification.rules.remarks import remark

_LIGHT: Final = {Comparator.LT: False, Comparator.LE: True}
_HEAVY: Final = {Comparator.GT: False, Comparator.GE: True}
"""Signs of the two sides of a border, and whether the border itself is in."""


def band_findings(record: TrialRecord, _page: Page, evidence: Mapping[str, Evidence]) -> Iterator[Finding]:
    """Two bands that meet at a weight which is in neither, or in both."""
    for index, arm in enumerate(record.arms):
        yield from _borders(arm.regimens, f"/arms/{index}", evidence)
    for index, item in enumerate(record.interventions):
        yield from _borders(item.regimens, f"/interventions/{index}", evidence)


def _borders(regimens: list[Regimen], pointer: str, evidence: Mapping[str, Evidence]) -> Iterator[Finding]:
    light: dict[tuple[str, Decimal], list[tuple[bool, str]]] = defaultdict(list)
    heavy: dict[tuple[str, Decimal], list[tuple[bool, str]]] = defaultdict(list)
    for number, regimen in enumerate(regimens):
        band, agent = regimen.weight_band, regimen.agent or ""
        if band is None:
            continue
        border = (lookup("agents", agent) or fold(agent), band.value)
        here = f"{pointer}/regimens/{number}/text"
        for sides, side in ((light, _LIGHT), (heavy, _HEAVY)):
            if band.comparator in side:
                sides[border].append((side[band.comparator], here))
    for border, below in light.items():
        above = heavy.get(border, [])
        if len(below) == len(above) == 1:
            yield from _at(border[1], below[0], above[0], evidence)


def _at(
    weight: Decimal, light: tuple[bool, str], heavy: tuple[bool, str], evidence: Mapping[str, Evidence]
) -> Iterator[Finding]:
    if light[0] == heavy[0]:
        where = "both bands" if light[0] else "neither band"
        message = f"a body weight of {weight} kg is in {where}"
        yield remark(FindingCode.IMPLAUSIBLE, message, evidence, light[1], heavy[1])
