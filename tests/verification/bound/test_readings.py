from collections.abc import Callable
from typing import Any

import pytest

Status = Callable[..., str]

CASES: list[tuple[str, dict[str, Any], str, Any]] = [
    (
        "QTcF >460 ms in males or >480 ms in females",
        {"kind": "quantity", "parameter": "QTcF", "parameter_norm": "QTC", "comparator": "GT", "value": 480}
        | {"unit_text": "ms", "ucum": "ms", "reference": "ABSOLUTE"},
        "value",
        490,
    ),
    (
        "Rutherford category 2-4",
        {"kind": "class", "scale": "RUTHERFORD", "values": ["2", "3", "4"]},
        "values",
        ["5"],
    ),
    (
        "Between 4 and 8 weeks after surgery",
        {"kind": "time", "relation": "WITHIN", "value": 8, "unit": "WEEK", "anchor": "surgery"},
        "relation",
        "AFTER",
    ),
]


@pytest.mark.parametrize(("text", "limit", "field", "other"), CASES)
def test_a_limit_that_is_read_as_a_whole_is_verified_in_each_part(
    status: Status, text: str, limit: dict[str, Any], field: str, other: Any
) -> None:
    del other
    pointer = f"/eligibility/exclusion/0/constraints/0/{field}" + ("/0" if field == "values" else "")
    record = {"eligibility": {"exclusion": [{"text": text, "constraints": [limit]}]}}
    assert status(text, record, pointer) == "VERIFIED"


@pytest.mark.parametrize(("text", "limit", "field", "other"), CASES)
def test_no_part_is_verified_beside_a_wrong_one(
    status: Status, text: str, limit: dict[str, Any], field: str, other: Any
) -> None:
    pointer = f"/eligibility/exclusion/0/constraints/0/{field}" + ("/0" if field == "values" else "")
    record = {"eligibility": {"exclusion": [{"text": text, "constraints": [{**limit, field: other}]}]}}
    assert status(text, record, pointer) == "UNSUPPORTED"
