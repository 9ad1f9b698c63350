"""Arms, interventions and links without orphans."""

from collections.abc import Iterator, Mapping

from extractor.records.arms import ArmType
from extractor.records.envelope import Evidence
from extractor.records.finding import Finding, FindingCode
from extractor.records.record import TrialRecord
from extractor.verification.page import Page
from extractor.verification.rules.remarks import remark


def link_findings(record: TrialRecord, _page: Page, evidence: Mapping[str, Evidence]) -> Iterator[Finding]:
    """Arms that receive nothing, interventions nobody receives, links and results to what does not exist."""
    arms, interventions = {arm.key for arm in record.arms}, {item.key for item in record.interventions}
    for index, link in enumerate(record.arm_interventions):
        here = f"/arm_interventions/{index}"
        if link.arm not in arms:
            yield remark(FindingCode.ORPHAN_ARM, f"no arm is {link.arm}", evidence, here)
        if link.intervention not in interventions:
            message = f"no intervention is {link.intervention}"
            yield remark(FindingCode.ORPHAN_INTERVENTION, message, evidence, here)
    yield from _unlinked(record, evidence)
    for index, result in enumerate(record.results):
        for key in (result.arm, *result.comparison):
            if key is not None and key not in arms:
                yield remark(FindingCode.ORPHAN_ARM, f"no arm is {key}", evidence, f"/results/{index}/text")


def _unlinked(record: TrialRecord, evidence: Mapping[str, Evidence]) -> Iterator[Finding]:
    """Arms and interventions without any link, where the record has both."""
    linked = {key for link in record.arm_interventions for key in (link.arm, link.intervention)}
    if not any(arm.listed for arm in record.arms) or not record.interventions:
        return  # arms that prose names are none that a page gives something in its lists
    for index, arm in enumerate(record.arms):
        if arm.key not in linked and arm.type is not ArmType.NO_INTERVENTION:
            message = f"the arm {arm.label!r} receives nothing"
            yield remark(FindingCode.ORPHAN_ARM, message, evidence, f"/arms/{index}/label")
    for index, item in enumerate(record.interventions):
        if item.key not in linked:
            message = f"no arm receives {item.name!r}"
            yield remark(FindingCode.ORPHAN_INTERVENTION, message, evidence, f"/interventions/{index}/name")
