from collections.abc import Callable
from typing import Any

import pytest

Status = Callable[..., str]


def of(text: str, constraint: dict[str, Any]) -> dict[str, Any]:
    return {"eligibility": {"inclusion": [{"text": text, "constraints": [constraint]}]}}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("ECOG 0-2", 0, 2),
        ("ECOG of 0 or1", 0, 1),
        ("ECOG score was less than 2 points", None, 1),
        ("ECOG ≤ 2", None, 2),
    ],
)
def test_a_range_of_performance_status_is_read(status: Status, text: str, low: int | None, high: int) -> None:
    at = "/eligibility/inclusion/0/constraints/0"
    for value, expected in ((high, "VERIFIED"), (high + 1, "UNSUPPORTED")):
        constraint = {"kind": "performance_status", "scale": "ECOG", "min": low, "max": value}
        assert status(text, of(text, constraint), f"{at}/max") == expected
        assert status(text, of(text, constraint), f"{at}/scale") == "VERIFIED"
    other = {"kind": "performance_status", "scale": "KPS", "max": high}
    assert status(text, of(text, other), f"{at}/scale") == "UNSUPPORTED"


@pytest.mark.parametrize(
    ("text", "scale", "values", "wrong"),
    [
        ("Child-Pugh class A or B", "CHILD_PUGH", ["A", "B"], "C"),
        ("ASA score was I-III", "ASA", ["I", "II", "III"], "IV"),
        ("stage III or IVa by TNM", "TNM", ["III", "IVa"], "II"),
    ],
)
def test_classes_named_one_by_one_or_as_a_range(
    status: Status, text: str, scale: str, values: list[str], wrong: str
) -> None:
    at = "/eligibility/inclusion/0/constraints/0/values"
    constraint = {"kind": "class", "scale": scale, "values": [*values, wrong]}
    found = [status(text, of(text, constraint), f"{at}/{index}") for index in range(len(values) + 1)]
    assert found == ["VERIFIED"] * len(values) + ["UNSUPPORTED"]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("threshold", "2", "VERIFIED"),
        ("threshold", "3", "UNSUPPORTED"),
        ("comparator", "GT", "VERIFIED"),
        ("comparator", "GE", "UNSUPPORTED"),
        ("version", "3.0", "VERIFIED"),
        ("version", "4.0", "UNSUPPORTED"),
        ("scale", "NCI_CTC", "VERIFIED"),
        ("scale", "NYHA", "UNSUPPORTED"),
    ],
)
def test_a_bound_on_a_scale(status: Status, field: str, value: str, expected: str) -> None:
    text = "Active infections (> grade 2 NCI-CTC version 3.0)"
    constraint = {"kind": "class", "scale": "NCI_CTC", "comparator": "GT", "threshold": "2", "version": "3.0"}
    record = of(text, {**constraint, field: value})
    assert status(text, record, f"/eligibility/inclusion/0/constraints/0/{field}") == expected
