"""Facts of the design that exclude each other."""

from collections.abc import Iterator, Mapping
from typing import Final

from extractor.records.design import Allocation, InterventionModel, Masking, Phase, StudyType
from extractor.records.envelope import Evidence
from extractor.records.finding import Finding, FindingCode
from extractor.records.record import TrialRecord
from extractor.verification.page import Page
from extractor.verification.rules.remarks import remark

_MASKED: Final = {
    Masking.NONE: 0,
    Masking.SINGLE: 1,
    Masking.DOUBLE: 2,
    Masking.TRIPLE: 3,
    Masking.QUADRUPLE: 4,
}


def design_findings(
    record: TrialRecord,
    _page: Page,
    evidence: Mapping[str, Evidence],
) -> Iterator[Finding]:
    """Single group against several arms or allocation, phase against study type, masking against who."""
    design = record.design
    listed = [index for index, arm in enumerate(record.arms) if arm.listed]
    single = design.intervention_model is InterventionModel.SINGLE_GROUP
    if single and len(listed) > 1:
        pointers = ("/design/intervention_model", *(f"/arms/{index}/label" for index in listed[:2]))
        yield remark(
            FindingCode.CONTRADICTION,
            f"a single group, but {len(listed)} arms are listed",
            evidence,
            *pointers,
        )
    if single and design.allocation is Allocation.RANDOMIZED:
        pointers = ("/design/intervention_model", "/design/allocation")
        yield remark(FindingCode.CONTRADICTION, "a single group cannot be randomised", evidence, *pointers)
    phased = any(phase is not Phase.NA for phase in design.phases)
    if design.study_type is StudyType.OBSERVATIONAL and phased:
        pointers = ("/design/study_type", "/design/phases/0")
        yield remark(FindingCode.CONTRADICTION, "an observational study has no phase", evidence, *pointers)
    masked = _MASKED.get(design.masking) if design.masking else None
    if masked is not None and design.who_masked and len(design.who_masked) > masked:
        message = f"masking is {design.masking}, but {len(design.who_masked)} parties are said to be masked"
        yield remark(FindingCode.CONTRADICTION, message, evidence, "/design/masking", "/design/who_masked/0")
