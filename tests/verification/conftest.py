"""Helpers for verification: an invented page, a record as a dict, quotes as plain text."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from extractor.documents import Document
from extractor.records.draft import Draft, Quote
from extractor.records.envelope import Extraction
from extractor.records.missing import MissingReason
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

REGISTRY = {"page_kind": "REGISTRY_PAGE", "layout": "invented"}
Check = Callable[..., Extraction]

PAGE = """Trialbook

Marvelimab With Heat for Advanced Gizzard Tumour

Phase 2
Completed
Conditions
Gizzard Tumour
Registration Number
NCT01234567
Lead Sponsor
Northern Institute of Gizzards
Brief Summary

Previous studies have shown that marvelimab prolongs survival. This randomized trial compares marvelimab plus
heat with heat alone. The GIZMO study showed a response rate of 55%.

Recruitment & Eligibility

Status
COMPLETED
Sex
All
Target Recruitment
120
Inclusion Criteria
  • Age ≥ 18 years and ≤ 70 years
  • No prior marvelimab
  • Hb ≥ 9 g/dL, platelets > 75×10^9/L, ALT or AST ≤ 2.5 x ULN
  • ECOG 0-1
  • Child-Pugh class A
Exclusion Criteria
  • Heart failure > NYHA class 2
  • Bleeding within 3 months before study entry

Study & Design

Study Type
INTERVENTIONAL
Study Design
PARALLEL
Arm && Interventions
GroupInterventionDescription
Marvel and heatMarvelimabMarvelimab 200 mg twice daily by mouth for 6 weeks, with heat
Heat onlyHeat-
Primary Outcome Measures
NameTimeMethod
Overall survival24 months

from the first session to death

Secondary Outcome Measures
NameTimeMethod
Adverse events by scale v3.02 years

all grades

Time to progression12 months

Trial Locations

Locations (1)

Gizzard Centre

Oslo, Norway
"""


@pytest.fixture
def page() -> str:
    """An invented registry page."""
    return PAGE


@pytest.fixture
def check() -> Check:
    """Verify a record given as a dict; quotes are text, or (text, start)."""

    def run(
        text: str,
        record: Mapping[str, Any],
        quotes: Mapping[str, Any] | None = None,
        missing: Mapping[str, str] | None = None,
    ) -> Extraction:
        model = TrialRecord.model_validate({"source": REGISTRY, **record})
        offered = {
            pointer: [
                Quote(text=one) if isinstance(one, str) else Quote(text=one[0], start=one[1])
                for one in (words if isinstance(words, list) else [words])
            ]
            for pointer, words in (quotes or {}).items()
        }
        reasons = {pointer: MissingReason(reason) for pointer, reason in (missing or {}).items()}
        return verify(
            Document.from_text(text, id="page"), Draft(record=model, quotes=offered, missing=reasons)
        )

    return run


@pytest.fixture
def status(check: Check) -> Callable[..., str]:
    """The status of one pointer."""

    def run(
        text: str, record: Mapping[str, Any], pointer: str, quotes: Mapping[str, Any] | None = None
    ) -> str:
        return str(check(text, record, quotes).evidence[pointer].status)

    return run


@pytest.fixture
def codes() -> Callable[[Extraction], list[str]]:
    """The codes of findings that rules over several fields made."""
    of_values = {"unsupported", "ambiguous"}
    return lambda found: [str(one.code) for one in found.findings if one.code not in of_values]
