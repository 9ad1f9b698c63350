from collections.abc import Callable
from typing import Any

import pytest

Status = Callable[..., str]
TEXT = "AST or ALT < 5 X ULN; bilirubin ≦ 3mg/dL, platelets not less than 60x109/L"
LIMIT = {
    "kind": "quantity",
    "comparator": "LE",
    "value": 3,
    "unit_text": "mg/dL",
    "ucum": "mg/dL",
    "reference": "ABSOLUTE",
}
TRUE = {**LIMIT, "parameter": "bilirubin", "parameter_norm": "BILIRUBIN"}
ULN = {
    "kind": "quantity",
    "parameter": "ALT",
    "comparator": "LT",
    "value": 5,
    "unit_text": "X ULN",
    "reference": "ULN",
}


def of(limit: dict[str, Any], text: str = TEXT) -> dict[str, Any]:
    return {"eligibility": {"inclusion": [{"text": text, "constraints": [limit]}]}}


@pytest.mark.parametrize("limit", [TRUE, ULN, {**ULN, "parameter": "AST"}])
def test_every_fact_of_a_true_limit_is_verified(check: Any, limit: dict[str, Any]) -> None:
    found = check(TEXT, of(limit)).evidence
    assert {str(e.status) for at, e in found.items() if "/constraints/" in at} == {"VERIFIED"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("parameter", "ALT"),
        ("parameter_norm", "ALT"),
        ("comparator", "LT"),
        ("comparator", "UNSTATED"),
        ("value", 5),
        ("value", 30),
        ("value", -3),
        ("value", 109),
        ("unit_text", "g/dL"),
        ("unit_text", "mg"),
        ("ucum", "g/dL"),
        ("reference", "ULN"),
    ],
)
def test_a_fact_of_another_limit_is_unsupported(status: Status, field: str, value: object) -> None:
    limit = {**TRUE, field: value}
    assert status(TEXT, of(limit), f"/eligibility/inclusion/0/constraints/0/{field}") == "UNSUPPORTED"


@pytest.mark.parametrize(
    ("text", "parameter", "comparator", "value"),
    [
        ("At least one nodule with one side of ≥ 2 cm", "nodule", "GE", 1),
        ("At least one nodule with one side of ≥ 2 cm", "side", "GE", 2),
        ("white cells of or more than 3×10(9)/L", "white cells", "GE", 3),
        ("ALT,AST not exceeding 5 times of the upper limit of normal value", "AST", "LE", 5),
        ("size of largest tumor 10cm at entry", "size of largest tumor", "UNSTATED", 10),
        ("3 or more lesions", "lesions", "GE", 3),
        ("Hb between 9 and 12 g/dL", "Hb", "BETWEEN", 9),
    ],
)
def test_limits_are_read_in_many_wordings(
    check: Any, text: str, parameter: str, comparator: str, value: int
) -> None:
    limit = {
        "kind": "quantity",
        "parameter": parameter,
        "comparator": comparator,
        "value": value,
        "reference": "ABSOLUTE",
    }
    limit["reference"] = "ULN" if "upper" in text else "ABSOLUTE"
    found = check(text, of(limit, text)).evidence
    assert {str(e.status) for at, e in found.items() if "/constraints/" in at} == {"VERIFIED"}


def test_a_parameter_with_two_limits_says_neither(status: Status) -> None:
    text = "Hb > 9 g/dL for women, Hb > 11 g/dL for men"
    limit = {**LIMIT, "parameter": "Hb", "comparator": "GT", "value": 9, "unit_text": "g/dL", "ucum": "g/dL"}
    assert status(text, of(limit, text), "/eligibility/inclusion/0/constraints/0/comparator") == "VERIFIED"
    assert (
        status(
            text, of({**limit, "comparator": "GE"}, text), "/eligibility/inclusion/0/constraints/0/comparator"
        )
        == "UNSUPPORTED"
    )
    assert status(text, of(limit, text), "/eligibility/inclusion/0/constraints/0/value") == "UNSUPPORTED"


@pytest.mark.parametrize(
    "text",
    [
        "Wide waist (male; 94 cm or more, female; 80 cm or more of waist girth)",
        "Waist girth: male ≥ 94 cm, female ≥ 80 cm",
    ],
)
def test_a_parameter_may_have_a_limit_for_each_sex(check: Any, text: str) -> None:
    for value in (94, 80):
        limit = {**LIMIT, "parameter": "waist girth", "comparator": "GE", "value": value}
        found = check(text, of({**limit, "unit_text": "cm", "ucum": "cm"}, text)).evidence
        assert {str(e.status) for at, e in found.items() if "/constraints/" in at} == {"VERIFIED"}
    wrong = {**LIMIT, "parameter": "waist girth", "comparator": "GE", "value": 90, "unit_text": "cm"}
    found = check(text, of(wrong, text)).evidence
    assert found["/eligibility/inclusion/0/constraints/0/value"].status == "UNSUPPORTED"


def test_equals_or_more_than_is_at_least(check: Any) -> None:
    text = "10-year-risk of falls equals or more than 15 %"
    limit = {**LIMIT, "parameter": "10-year-risk of falls", "comparator": "GE", "value": 15}
    found = check(text, of({**limit, "unit_text": "%", "ucum": "%"}, text)).evidence
    assert found["/eligibility/inclusion/0/constraints/0/comparator"].status == "VERIFIED"
