"""Dates in an order that time allows."""

from collections.abc import Iterator, Mapping
from typing import Final

from extractor.records.envelope import Evidence
from extractor.records.finding import Finding, FindingCode
from extractor.records.record import TrialRecord
from extractor.verification.page import Page
from extractor.verification.rules.remarks import remark

_ORDER: Final = (
    ("start_date", "completion_date"),
    ("start_date", "primary_completion_date"),
    ("primary_completion_date", "completion_date"),
    ("first_submitted", "last_update"),
)


def date_findings(
    record: TrialRecord,
    _page: Page,
    evidence: Mapping[str, Evidence],
) -> Iterator[Finding]:
    """A date that stands before one it cannot precede, as far as both are printed."""
    for earlier, later in _ORDER:
        first, last = getattr(record.status, earlier), getattr(record.status, later)
        if first is None or last is None:
            continue
        shared = min(len(first.date), len(last.date))
        if first.date[:shared] > last.date[:shared]:
            message = f"{earlier} {first.date} is after {later} {last.date}"
            pointers = (f"/status/{earlier}/date", f"/status/{later}/date")
            yield remark(FindingCode.CONTRADICTION, message, evidence, *pointers)
