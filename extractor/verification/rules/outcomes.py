"""Outcomes: ranks, repetitions and times."""

from collections.abc import Iterator, Mapping

from extractor.records.envelope import Evidence
from extractor.records.finding import Finding, FindingCode
from extractor.records.outcomes import OutcomeKind
from extractor.records.record import TrialRecord
from extractor.verification.fold import fold
from extractor.verification.page import Page
from extractor.verification.rules.remarks import remark


def outcome_findings(record: TrialRecord, page: Page, evidence: Mapping[str, Evidence]) -> Iterator[Finding]:
    """One measure with one time frame twice, and a page with primary outcomes of which none was read."""
    seen: dict[tuple[str, str], int] = {}
    for index, outcome in enumerate(record.outcomes):
        key = (fold(outcome.measure), fold(outcome.time_frame or ""))
        first = seen.setdefault(key, index)
        if first != index:
            one = record.outcomes[first]
            same = one.kind is outcome.kind
            code = FindingCode.DUPLICATE if same else FindingCode.CONTRADICTION
            message = f"{outcome.measure[:60]!r} stands twice" + (
                "" if same else f": {one.kind} and {outcome.kind}"
            )
            yield remark(code, message, evidence, f"/outcomes/{index}/measure", f"/outcomes/{first}/measure")
    kinds = {outcome.kind for outcome in record.outcomes}
    if (
        OutcomeKind.SECONDARY in kinds
        and OutcomeKind.PRIMARY not in kinds
        and "primary_outcomes" in page.filled
    ):
        index = next(i for i, outcome in enumerate(record.outcomes) if outcome.kind is OutcomeKind.SECONDARY)
        message = "the page lists primary outcomes, the record has none"
        yield remark(FindingCode.CONTRADICTION, message, evidence, f"/outcomes/{index}/kind")
