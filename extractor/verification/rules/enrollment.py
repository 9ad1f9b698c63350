"""How many take part, against the arms and the status."""

from collections.abc import Iterator, Mapping

from extractor.records.envelope import Evidence
from extractor.records.finding import Finding, FindingCode
from extractor.records.record import TrialRecord
from extractor.records.status import OverallStatus
from extractor.verification.page import Page
from extractor.verification.rules.remarks import remark


def enrollment_findings(
    record: TrialRecord,
    _page: Page,
    evidence: Mapping[str, Evidence],
) -> Iterator[Finding]:
    """Arms that hold more people than the trial or do not add up, a completed trial without people."""
    count = record.design.enrollment.count
    if count is None:
        return
    sized = [
        (index, arm.participants) for index, arm in enumerate(record.arms) if arm.participants is not None
    ]
    total = sum(size for _, size in sized)
    every = len(sized) == len(record.arms)
    if sized and (total > count or (every and total != count)):
        message = f"the arms hold {total} participants, the trial {count}"
        pointers = ("/design/enrollment/count", *(f"/arms/{index}/participants" for index, _ in sized))
        yield remark(FindingCode.CONTRADICTION, message, evidence, *pointers)
    if count == 0 and record.status.overall_status is OverallStatus.COMPLETED:
        pointers = ("/design/enrollment/count", "/status/overall_status")
        yield remark(FindingCode.CONTRADICTION, "a completed trial without participants", evidence, *pointers)
