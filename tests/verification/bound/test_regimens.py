from collections.abc import Callable
from typing import Any

import pytest

Status = Callable[..., str]
TEXT = "for patients <60kg, lenvatinib 8mg bid po; for patients >60kg, lenvatinib 12mg bid po"
LIGHT = {
    "text": TEXT,
    "agent": "lenvatinib",
    "agent_norm": "lenvatinib",
    "dose": {"value": 8, "unit": "mg", "ucum": "mg"},
    "route": "po",
    "route_norm": "ORAL",
    "frequency": "bid",
    "doses_per_day": 2,
    "weight_band": {"comparator": "LT", "value": 60, "unit": "kg"},
}


def of(regimen: dict[str, Any]) -> dict[str, Any]:
    return {"interventions": [{"key": "I1", "name": "lenvatinib", "regimens": [regimen]}]}


def test_every_fact_of_a_true_regimen_is_verified(check: Any) -> None:
    found = check(TEXT, of(LIGHT)).evidence
    assert {at: str(e.status) for at, e in found.items() if e.status != "VERIFIED"} == {}


@pytest.mark.parametrize(
    ("at", "regimen"),
    [
        ("dose/value", {**LIGHT, "dose": {"value": 12, "unit": "mg"}}),
        ("dose/unit", {**LIGHT, "dose": {"value": 8, "unit": "g"}}),
        ("dose/ucum", {**LIGHT, "dose": {"value": 8, "unit": "mg", "ucum": "g"}}),
        ("weight_band/comparator", {**LIGHT, "weight_band": {"comparator": "GT", "value": 60, "unit": "kg"}}),
        ("weight_band/value", {**LIGHT, "weight_band": {"comparator": "LT", "value": 6, "unit": "kg"}}),
        ("doses_per_day", {**LIGHT, "doses_per_day": 3}),
        ("frequency", {**LIGHT, "frequency": "tid"}),
        ("route_norm", {**LIGHT, "route_norm": "INTRAVENOUS"}),
        ("agent_norm", {**LIGHT, "agent_norm": "sorafenib"}),
    ],
)
def test_a_fact_of_another_band_or_none_is_unsupported(
    status: Status, at: str, regimen: dict[str, Any]
) -> None:
    assert status(TEXT, of(regimen), f"/interventions/0/regimens/0/{at}") == "UNSUPPORTED"


def test_a_dose_belongs_to_the_agent_named_before_it(status: Status) -> None:
    text = "oral thalidomide (100 mg twice daily) and tegafur/uracil [125 mg/m2 twice daily]"
    for value, expected in ((100, "VERIFIED"), (125, "UNSUPPORTED")):
        regimen = {"text": text, "agent": "thalidomide", "dose": {"value": value}}
        assert status(text, of(regimen), "/interventions/0/regimens/0/dose/value") == expected


def test_the_strength_of_a_tablet_is_no_dose(status: Status) -> None:
    text = "Sorafenib 200mg tablet, 2 tablets oral daily for 2 years"
    regimen = {"text": text, "agent": "Sorafenib", "dose": {"value": 200, "units_per_dose": 2}}
    assert status(text, of(regimen), "/interventions/0/regimens/0/dose/value") == "UNSUPPORTED"
    assert status(text, of(regimen), "/interventions/0/regimens/0/dose/units_per_dose") == "VERIFIED"


@pytest.mark.parametrize(("value", "unit", "expected"), [(2, "YEAR", "VERIFIED"), (2, "WEEK", "UNSUPPORTED")])
def test_how_long_it_is_given(status: Status, value: int, unit: str, expected: str) -> None:
    text = "heat daily for 2 years, starting within 4weeks after surgery"
    regimen = {"text": text, "duration": {"value": value, "unit": unit}}
    assert status(text, of(regimen), "/interventions/0/regimens/0/duration/value") == expected


def test_a_part_of_a_longer_frequency_is_not_the_frequency(status: Status) -> None:
    regimen = {"text": "heat twice daily", "frequency": "daily"}
    assert status("heat twice daily", of(regimen), "/interventions/0/regimens/0/frequency") == "UNSUPPORTED"


@pytest.mark.parametrize(
    ("text", "regimen", "at", "expected"),
    [
        (
            "Heatol 4 mg every 4 weeks x 2 years",
            {"duration": {"value": 2, "unit": "YEAR"}},
            "duration/value",
            True,
        ),
        (
            "Heatol 4 mg every 4 weeks x 2 years",
            {"duration": {"value": 4, "unit": "WEEK"}},
            "duration/value",
            False,
        ),
        ("Heatol 4 mg D1, D8 every 21 days", {"days_of_cycle": [1]}, "days_of_cycle/0", True),
        ("Heatol 4 mg D1, D8 every 21 days", {"days_of_cycle": [9]}, "days_of_cycle/0", False),
        ("heatol AUC 5 weekly", {"dose": {"value": 5, "unit": "AUC"}}, "dose/value", True),
        ("heatol AUC 5 weekly", {"dose": {"value": 6, "unit": "AUC"}}, "dose/value", False),
    ],
)
def test_what_the_grammar_reads_in_the_one_statement_is_a_witness(
    status: Status, text: str, regimen: dict[str, Any], at: str, *, expected: bool
) -> None:
    record = {"interventions": [{"key": "I1", "name": "heatol", "regimens": [{"text": text, **regimen}]}]}
    found = status(text, record, f"/interventions/0/regimens/0/{at}")
    assert found == ("VERIFIED" if expected else "UNSUPPORTED")
