from collections.abc import Callable
from typing import Any

import pytest

Codes = Callable[[Any], list[str]]

ARMS = [{"key": "A1", "label": "heat"}, {"key": "A2", "label": "cold"}]


@pytest.mark.parametrize(
    "record",
    [
        {"design": {"intervention_model": "SINGLE_GROUP"}, "arms": ARMS},
        {"design": {"intervention_model": "SINGLE_GROUP", "allocation": "RANDOMIZED"}},
        {"design": {"study_type": "OBSERVATIONAL", "phases": ["PHASE2"]}},
        {"design": {"masking": "NONE", "who_masked": ["PARTICIPANT"]}},
        {"design": {"masking": "SINGLE", "who_masked": ["PARTICIPANT", "INVESTIGATOR"]}},
    ],
)
def test_facts_that_exclude_each_other_are_contradictions(
    check: Any,
    codes: Codes,
    record: dict[str, Any],
) -> None:
    assert codes(check("x", record)) == ["contradiction"]


@pytest.mark.parametrize(
    "record",
    [
        {"design": {"intervention_model": "PARALLEL"}, "arms": ARMS},
        {"design": {"intervention_model": "SINGLE_GROUP"}, "arms": [ARMS[0], {**ARMS[1], "listed": False}]},
        {"design": {"study_type": "OBSERVATIONAL", "phases": ["NA"]}},
        {"design": {"masking": "DOUBLE", "who_masked": ["PARTICIPANT"]}},
    ],
)
def test_facts_that_go_together_are_left_alone(check: Any, codes: Codes, record: dict[str, Any]) -> None:
    assert codes(check("x", record)) == []
