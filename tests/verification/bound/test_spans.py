from collections.abc import Callable

import pytest

Status = Callable[..., str]
TEXT = "Recurrence within 4 weeks after hepatectomy"
TRUE = {"kind": "time", "relation": "WITHIN", "value": 4, "unit": "WEEK", "anchor": "hepatectomy"}


@pytest.mark.parametrize("field", ["relation", "value", "unit", "anchor"])
def test_a_true_limit_in_time_is_verified(status: Status, field: str) -> None:
    record = {"eligibility": {"exclusion": [{"text": TEXT, "constraints": [TRUE]}]}}
    assert status(TEXT, record, f"/eligibility/exclusion/0/constraints/0/{field}") == "VERIFIED"


@pytest.mark.parametrize(
    ("field", "value"), [("relation", "BEFORE"), ("value", 40), ("unit", "MONTH"), ("anchor", "Recurrence")]
)
def test_another_fact_is_unsupported(status: Status, field: str, value: object) -> None:
    record = {"eligibility": {"exclusion": [{"text": TEXT, "constraints": [{**TRUE, field: value}]}]}}
    assert status(TEXT, record, f"/eligibility/exclusion/0/constraints/0/{field}") == "UNSUPPORTED"


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("Trials in last three months", {"relation": "WITHIN", "value": 3, "unit": "MONTH"}),
        (
            "Infarction more than 6 months prior to study entry",
            {"relation": "MORE_THAN_BEFORE", "value": 6, "unit": "MONTH", "anchor": "study entry"},
        ),
        ("Recurrence after liver transplantation", {"relation": "AFTER", "anchor": "liver transplantation"}),
        ("Size 10cm at study entry", {"relation": "AT", "anchor": "study entry"}),
    ],
)
def test_relations_in_many_wordings(status: Status, text: str, limit: dict[str, object]) -> None:
    record = {"eligibility": {"exclusion": [{"text": text, "constraints": [{"kind": "time", **limit}]}]}}
    assert status(text, record, "/eligibility/exclusion/0/constraints/0/relation") == "VERIFIED"
