from typing import Any

import pytest


def age(value: int, unit: str = "YEAR", *, inclusive: bool | None = True) -> dict[str, Any]:
    return {"value": value, "unit": unit, "inclusive": inclusive}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Age ≥ 18 years and ≤ 70 years", age(18), age(70)),
        ("Age 18-70 years", age(18), age(70)),
        ("older than 18 years", age(18, inclusive=False), None),
        ("at least 6 months of age", age(6, "MONTH"), None),
    ],
)
def test_true_limits_of_a_criterion_are_verified(
    check: Any, text: str, low: dict[str, Any], high: dict[str, Any] | None
) -> None:
    record = {
        "eligibility": {
            "inclusion": [{"text": text, "constraints": [{"kind": "age", "min": low, "max": high}]}]
        }
    }
    found = check(text, record).evidence
    assert {str(e.status) for at, e in found.items() if "/constraints/" in at} == {"VERIFIED"}


@pytest.mark.parametrize(
    ("low", "field"),
    [
        (age(70), "value"),
        (age(19), "value"),
        (age(18, "MONTH"), "unit"),
        (age(18, inclusive=False), "inclusive"),
    ],
)
def test_another_value_unit_or_inclusion_is_unsupported(check: Any, low: dict[str, Any], field: str) -> None:
    text = "Age ≥ 18 years and ≤ 70 years"
    record = {"eligibility": {"minimum_age": low}}
    found = check(text, record, {"/eligibility/minimum_age": text}).evidence
    assert found[f"/eligibility/minimum_age/{field}"].status == "UNSUPPORTED"


def test_a_unit_that_the_criterion_leaves_out_may_stand_in_the_fields(check: Any) -> None:
    text = "Minimum Eligible Age\n18 Years\nInclusion Criteria\n* Age between 18-75\n"
    limit = {"kind": "age", "min": age(18), "max": age(75)}
    record = {"eligibility": {"inclusion": [{"text": "Age between 18-75", "constraints": [limit]}]}}
    found = check(text, record).evidence
    assert found["/eligibility/inclusion/0/constraints/0/min/unit"].status == "VERIFIED"
    assert found["/eligibility/inclusion/0/constraints/0/max/unit"].status == "UNSUPPORTED"


def test_the_field_of_the_maximum_states_no_minimum(check: Any) -> None:
    text = "Minimum Eligible Age\n18 Years\nMaximum Eligible Age\n70 Years\n"
    record = {"eligibility": {"minimum_age": age(70)}}
    found = check(text, record, {"/eligibility/minimum_age": "70 Years"}).evidence
    assert found["/eligibility/minimum_age/value"].status == "UNSUPPORTED"


def test_a_range_in_pieces_states_both_ends(check: Any) -> None:
    page = "Gender\n\nBoth\n\nAge\n\n40 Year\n~ 76 Year\n\nDuration\n\n40 Year\n~ 50 Year\n"
    quotes = {"/eligibility/minimum_age": "40 Year", "/eligibility/maximum_age": "~ 76 Year"}
    record = {"eligibility": {"minimum_age": age(40), "maximum_age": age(76)}}
    found = check(page, record, quotes).evidence
    assert {str(e.status) for at, e in found.items() if at.count("/") > 2} == {"VERIFIED"}
    wrong = {"eligibility": {"maximum_age": age(50)}}
    found = check(page, wrong, {"/eligibility/maximum_age": "~ 50 Year"}).evidence
    assert {str(e.status) for at, e in found.items() if at.count("/") > 2} == {"UNSUPPORTED"}


@pytest.mark.parametrize(
    "label", ["Median age ~ ", "Age at diagnosis of the mother\n\n", "Age of the disease: "]
)
def test_a_range_behind_another_label_is_no_age_limit(check: Any, label: str) -> None:
    record = {"eligibility": {"minimum_age": age(40)}}
    found = check(f"{label}40 Year\n~ 76 Year\n", record, {"/eligibility/minimum_age": "40 Year"}).evidence
    assert found["/eligibility/minimum_age/value"].status != "VERIFIED"


@pytest.mark.parametrize(("low", "expected"), [(50, "VERIFIED"), (60, "VERIFIED"), (55, "UNSUPPORTED")])
def test_each_sex_may_have_its_own_age(check: Any, low: int, expected: str) -> None:
    text = "Age ; male 50YO or more, female 60YO or more"
    limit = {"kind": "age", "min": age(low)}
    found = check(text, {"eligibility": {"inclusion": [{"text": text, "constraints": [limit]}]}}).evidence
    assert found["/eligibility/inclusion/0/constraints/0/min/value"].status == expected


@pytest.mark.parametrize(
    ("side", "value", "status"),
    [("min", 18, "VERIFIED"), ("max", 18, "UNSUPPORTED"), ("min", 20, "UNSUPPORTED")],
)
def test_what_a_bare_equal_sign_was_is_said_by_the_field_of_one_limit(
    check: Any, side: str, value: int, status: str
) -> None:
    words = f"Age ={value} years"
    text = f"Minimum Eligible Age\n18 Years\nInclusion Criteria\n* {words}\n"
    limit = {"kind": "age", side: age(value)}
    record = {"eligibility": {"inclusion": [{"text": words, "constraints": [limit]}]}}
    found = check(text, record).evidence
    assert found[f"/eligibility/inclusion/0/constraints/0/{side}/value"].status == status
