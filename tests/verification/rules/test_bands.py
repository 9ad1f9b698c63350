from typing import Any

import pytest


def _of(light: str, heavy: str, border: int = 60) -> dict[str, Any]:
    regimens = [
        {"text": sign, "agent": "heatol", "weight_band": {"comparator": sign, "value": weight, "unit": "kg"}}
        for sign, weight in ((light, 60), (heavy, border))
    ]
    return {"arms": [{"key": "A1", "label": "heat", "regimens": regimens}]}


@pytest.mark.parametrize(
    ("light", "heavy", "where"), [("LT", "GT", "neither band"), ("LE", "GE", "both bands")]
)
def test_a_border_that_is_in_no_band_or_in_both_is_found(
    check: Any, light: str, heavy: str, where: str
) -> None:
    found = check("x", _of(light, heavy))
    assert [one.message for one in found.findings if where in one.message] == [
        f"a body weight of 60 kg is in {where}"
    ]


@pytest.mark.parametrize(("light", "heavy", "border"), [("LT", "GE", 60), ("LE", "GT", 60), ("LT", "GT", 80)])
def test_bands_that_meet_or_lie_apart_are_no_finding(check: Any, light: str, heavy: str, border: int) -> None:
    found = check("x", _of(light, heavy, border))
    assert not [one for one in found.findings if "body weight" in one.message]
