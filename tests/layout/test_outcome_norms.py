from typing import Any

import pytest

from extractor.layout.outcome_norms import put_outcome_norms
from extractor.records.draft import Draft
from extractor.records.finding import Finding, FindingCode
from extractor.records.outcomes import Outcome
from extractor.records.record import TrialRecord


def _outcome(**fields: Any) -> Outcome:
    record = {"source": {"page_kind": "OTHER", "layout": "test"}, "outcomes": [{"kind": "PRIMARY", **fields}]}
    put_outcome_norms(draft := Draft(record=TrialRecord.model_validate(record)))
    return draft.record.outcomes[0]


@pytest.mark.parametrize(("measure", "concept"), [("Overall survival", "OS"), ("Warmth of the tea", None)])
def test_a_measure_has_the_concept_of_the_table(measure: str, concept: str | None) -> None:
    assert _outcome(measure=measure).concept_norm == concept


def test_a_time_frame_gives_moments_or_a_longest_follow_up() -> None:
    outcome = _outcome(measure="warmth", time_frame="From the bath until relapse, assessed up to 5 years")
    assert (outcome.time_points, outcome.max_follow_up and outcome.max_follow_up.value) == ([], 5)


def test_moments_that_a_layout_has_written_stay() -> None:
    outcome = _outcome(measure="warmth", time_frame="2 years", time_points=[{"value": 9, "unit": "DAY"}])
    assert [point.value for point in outcome.time_points] == [9]


def test_a_row_that_is_doubted_gives_no_moments() -> None:
    record = {
        "source": {"page_kind": "OTHER", "layout": "test"},
        "outcomes": [{"kind": "PRIMARY", "measure": "warmth", "time_frame": "12 weeks"}],
    }
    doubt = Finding(code=FindingCode.AMBIGUOUS, pointer="/outcomes/0", message="another split")
    put_outcome_norms(draft := Draft(record=TrialRecord.model_validate(record), findings=[doubt]))
    assert draft.record.outcomes[0].time_points == []
