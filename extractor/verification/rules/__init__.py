"""Rules over several fields: what they see is a finding, never a correction."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from extractor.records.envelope import Evidence
from extractor.records.finding import Finding
from extractor.records.record import TrialRecord
from extractor.verification.page import Page
from extractor.verification.rules.ages import age_findings
from extractor.verification.rules.bands import band_findings
from extractor.verification.rules.dates import date_findings
from extractor.verification.rules.design import design_findings
from extractor.verification.rules.doses import dose_findings
from extractor.verification.rules.enrollment import enrollment_findings
from extractor.verification.rules.identifiers import identifier_findings
from extractor.verification.rules.links import link_findings
from extractor.verification.rules.outcomes import outcome_findings
from extractor.verification.rules.plausibility import plausibility_findings
from extractor.verification.rules.sites import site_findings

Rule = Callable[[TrialRecord, Page, Mapping[str, Evidence]], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    identifier_findings,
    date_findings,
    age_findings,
    design_findings,
    link_findings,
    enrollment_findings,
    outcome_findings,
    dose_findings,
    band_findings,
    site_findings,
    plausibility_findings,
)
"""Every rule, in the order their findings stand in."""


def cross_field_findings(
    record: TrialRecord, page: Page, evidence: Mapping[str, Evidence]
) -> Iterator[Finding]:
    """What all rules find."""
    for rule in RULES:
        yield from rule(record, page, evidence)
