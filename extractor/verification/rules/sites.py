"""Sites: one printed twice, and the number the page states."""

from collections.abc import Iterator, Mapping

from extractor.records.envelope import Evidence
from extractor.records.finding import Finding, FindingCode
from extractor.records.record import TrialRecord
from extractor.verification.fold import fold
from extractor.verification.page import Page
from extractor.verification.rules.remarks import remark


def site_findings(
    record: TrialRecord,
    _page: Page,
    evidence: Mapping[str, Evidence],
) -> Iterator[Finding]:
    """One site twice in the record, and a stated number of sites that is not the number of sites."""
    seen: dict[tuple[str, ...], int] = {}
    for index, site in enumerate(record.locations):
        key = tuple(fold(part or "") for part in (site.facility, site.city, site.country))
        first = seen.setdefault(key, index)
        if first != index and any(key):
            pointers = (f"/locations/{index}/facility", f"/locations/{first}/facility")
            yield remark(
                FindingCode.DUPLICATE, f"{site.facility or site.city!r} stands twice", evidence, *pointers
            )
    stated = record.location_count_stated
    if stated is not None and record.locations and len(seen) != stated:
        message = f"the page states {stated} sites, the record has {len(seen)}"
        pointers = ("/location_count_stated", "/locations/0/facility")
        yield remark(FindingCode.CONTRADICTION, message, evidence, *pointers)
