from collections.abc import Callable
from typing import Any

Codes = Callable[[Any], list[str]]


def of(*regimens: dict[str, Any]) -> dict[str, Any]:
    full = [{"agent": "sorafenib", **regimen} for regimen in regimens]
    return {"arms": [{"key": "A1", "label": "heat", "regimens": full}]}


TABLETS = {
    "text": "200mg tablet, 2 tablets daily",
    "dose": {"unit_strength": "200mg tablet", "units_per_dose": 2},
    "doses_per_day": 1,
}
DAILY = {"text": "400mg per day", "dose": {"total_daily": "400mg per day"}}


def test_one_dose_in_two_ways_is_no_contradiction(check: Any, codes: Codes) -> None:
    assert codes(check("x", of(TABLETS, DAILY))) == []


def test_two_doses_of_one_agent_are(check: Any, codes: Codes) -> None:
    twice = {"text": "400 mg bid", "dose": {"value": 400, "unit": "mg"}, "doses_per_day": 2}
    found = check("x", of(TABLETS, twice))
    assert codes(found) == ["contradiction"]


def test_a_weight_band_tells_two_doses_apart(check: Any, codes: Codes) -> None:
    light = {
        "text": "8 mg bid below 60 kg",
        "dose": {"value": 8, "unit": "mg"},
        "doses_per_day": 2,
        "weight_band": {"comparator": "LT", "value": 60, "unit": "kg"},
    }
    assert codes(check("x", of(DAILY, light))) == []
