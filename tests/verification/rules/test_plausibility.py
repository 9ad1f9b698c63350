from collections.abc import Callable
from typing import Any

import pytest

Codes = Callable[[Any], list[str]]


@pytest.mark.parametrize(
    ("value", "unit", "found"), [(8.5, "g/L", ["implausible"]), (8.5, "g/dL", []), (85, "g/L", [])]
)
def test_a_value_hardly_meant_in_its_unit_is_flagged_and_kept(
    check: Any, codes: Codes, value: float, unit: str, found: list[str]
) -> None:
    text = f"Hb≥{value}{unit}"
    limit = {
        "kind": "quantity",
        "parameter": "Hb",
        "parameter_norm": "HEMOGLOBIN",
        "comparator": "GE",
        "value": value,
        "unit_text": unit,
        "ucum": unit,
        "reference": "ABSOLUTE",
    }
    extraction = check(text, {"eligibility": {"inclusion": [{"text": text, "constraints": [limit]}]}})
    assert codes(extraction) == found
    assert extraction.evidence["/eligibility/inclusion/0/constraints/0/value"].status == "VERIFIED"


@pytest.mark.parametrize(("sign", "comparator", "found"), [("=", "EQ", ["implausible"]), ("≥", "GE", [])])
def test_a_limit_that_is_one_number_exactly_is_flagged_and_kept(
    check: Any, codes: Codes, sign: str, comparator: str, found: list[str]
) -> None:
    text = f"MMSE {sign}18"
    limit = {
        "kind": "quantity",
        "parameter": "MMSE",
        "parameter_norm": "MMSE",
        "comparator": comparator,
        "value": 18,
        "reference": "ABSOLUTE",
    }
    extraction = check(text, {"eligibility": {"inclusion": [{"text": text, "constraints": [limit]}]}})
    assert codes(extraction) == found
    assert extraction.evidence["/eligibility/inclusion/0/constraints/0/comparator"].status == "VERIFIED"


@pytest.mark.parametrize(
    ("text", "found"), [("ECOG =2", ["implausible"]), ("ECOG 2", []), ("ECOG = 1-1", [])]
)
def test_a_performance_status_behind_an_equal_sign_is_flagged_and_kept(
    check: Any, codes: Codes, text: str, found: list[str]
) -> None:
    value = int(text[-1])
    limit = {"kind": "performance_status", "scale": "ECOG", "min": value, "max": value}
    extraction = check(text, {"eligibility": {"inclusion": [{"text": text, "constraints": [limit]}]}})
    assert codes(extraction) == found
    assert extraction.evidence["/eligibility/inclusion/0/constraints/0/min"].status == "VERIFIED"
