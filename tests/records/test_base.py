"""The base of every record model and the one number type."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from extractor.records.base import Number, RecordModel, json_number


class Cup(RecordModel):
    """A model of one number."""

    size: Number
    label: str = ""


@pytest.mark.parametrize(
    ("given", "value"),
    [(1, Decimal(1)), (0.1, Decimal("0.1")), (Decimal("2.50"), Decimal("2.5")), (-3, Decimal(-3))],
)
def test_a_number_is_a_decimal_that_says_what_was_given(given: Any, value: Decimal) -> None:
    size = Cup(size=given).size
    assert isinstance(size, Decimal)
    assert size == value


@pytest.mark.parametrize(
    "given",
    ["200", "", True, None, float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity"), [1], b"1"],
)
def test_what_is_no_finite_number_is_refused(given: Any) -> None:
    with pytest.raises(ValidationError):
        Cup(size=given)


@pytest.mark.parametrize("given", [Decimal("1234567890.123456"), 10**16, Decimal("1e-16"), Decimal("1e300")])
def test_a_number_that_doubles_do_not_keep_is_refused(given: Any) -> None:
    with pytest.raises(ValidationError, match="15 digits"):
        Cup(size=given)


def test_a_number_is_a_number_in_json() -> None:
    assert Cup(size=Decimal("18.0")).model_dump_json() == '{"size":18,"label":""}'
    assert Cup(size=Decimal("1.50")).model_dump_json() == '{"size":1.5,"label":""}'
    assert Cup.model_json_schema()["properties"]["size"]["type"] == "number"


def test_whole_numbers_are_written_without_a_point() -> None:
    assert repr(json_number(Decimal("1e2"))) == "100"
    assert repr(json_number(Decimal("0.25"))) == "0.25"


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(ValidationError):
        Cup.model_validate({"size": 1, "colour": "blue"})


def test_values_are_checked_on_assignment() -> None:
    cup = Cup(size=Decimal(1))
    with pytest.raises(ValidationError):
        cup.size = "2"  # type: ignore[assignment]
