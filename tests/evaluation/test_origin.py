from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from extractor.evaluation import score
from extractor.evaluation.origin import Source
from extractor.evaluation.slots import Slot
from extractor.records.arms import Intervention
from extractor.records.criteria import Criterion, QuantityConstraint
from extractor.records.design import Design, Enrollment, Phase
from extractor.records.envelope import Extraction
from extractor.records.outcomes import Outcome
from extractor.records.record import TrialRecord
from extractor.records.references import Reference
from extractor.records.status import Status
from extractor.records.times import Duration, PartialDate, TimeUnit

PAGE = """Trial of Nexavar in hepatocellular carcinoma, Phase II
Enrollment: 1,200 in two centres, from March 5, 2012
Overall survival36 months, creatinine < 1.5 mg/dL, NCT00921531
"""


def months(value: int) -> Duration:
    return Duration(value=Decimal(value), unit=TimeUnit.MONTH)


@pytest.mark.parametrize(
    ("owner", "name", "value", "origin"),
    [
        (TrialRecord, "brief_title", "trial of  nexavar", "IN_SOURCE"),
        (TrialRecord, "brief_title", "Trial of lenvatinib", "NOT_IN_SOURCE"),
        (TrialRecord, "brief_title", "two centers", "DERIVABLE"),
        (Outcome, "time_frame", "36 months", "IN_SOURCE"),
        (Outcome, "time_frame", "6 months", "NOT_IN_SOURCE"),
        (Outcome, "abbreviation", "no", "NOT_IN_SOURCE"),
        (Outcome, "max_follow_up", months(36), "DERIVABLE"),
        (Outcome, "max_follow_up", months(24), "NOT_IN_SOURCE"),
        (Outcome, "concept_norm", "OS", "DERIVABLE"),
        (Outcome, "concept_norm", "PFS", "NOT_IN_SOURCE"),
        (Intervention, "name_norm", "sorafenib", "DERIVABLE"),
        (Enrollment, "count", 1200, "IN_SOURCE"),
        (Enrollment, "count", 2, "DERIVABLE"),
        (Enrollment, "count", 200, "NOT_IN_SOURCE"),
        (Design, "phases", Phase.PHASE2, "DERIVABLE"),
        (Design, "phases", Phase.PHASE3, "NOT_IN_SOURCE"),
        (Status, "start_date", PartialDate(date="2012-03-05"), "DERIVABLE"),
        (Status, "start_date", PartialDate(date="2012-03"), "DERIVABLE"),
        (Status, "start_date", PartialDate(date="2012"), "IN_SOURCE"),
        (Status, "start_date", PartialDate(date="2012-03-06"), "NOT_IN_SOURCE"),
        (Reference, "date", "2021", "NOT_IN_SOURCE"),
        (Reference, "pmid", "00921531", "NOT_IN_SOURCE"),
        (Reference, "doi", "NCT00921531", "IN_SOURCE"),
        (QuantityConstraint, "ucum", "mg/dL", "DERIVABLE"),
        (QuantityConstraint, "ucum", "g/L", "NOT_IN_SOURCE"),
        (Criterion, "negated", True, None),
        (Criterion, "category", "LAB", None),
    ],
)
def test_a_value_is_printed_derivable_or_made_up(
    owner: Any, name: str, value: Any, origin: str | None
) -> None:
    assert Source(PAGE).origin(value, Slot(owner, name)) == origin


def test_only_values_that_are_not_golds_have_an_origin(extraction: Callable[..., Extraction]) -> None:
    gold = extraction({"brief_title": "Trial of Nexavar", "acronym": "NEX"})
    other = extraction({"brief_title": "hepatocellular carcinoma", "official_title": "Made up"})
    found = {cell.path: cell.origin for cell in score(gold, other, PAGE).cells if cell.origin}
    assert found == {"/brief_title": "IN_SOURCE", "/official_title": "NOT_IN_SOURCE"}
    assert {cell.origin for cell in score(gold, other).cells} == {None}
