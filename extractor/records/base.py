"""The base of every record model and the one number type."""

from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema

MAX_DIGITS = 15  # a JSON number of 15 significant digits survives every reader that uses doubles


def _as_decimal(value: Any) -> Any:
    """Accept JSON numbers and Decimals only: a string or a boolean is not a number."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        # pydantic reports a ValueError as a fault of the field; a TypeError would escape it.
        raise ValueError("a number is expected, not text: write 200, not '200'")  # noqa: TRY004
    if isinstance(value, int) and abs(value) < 10**MAX_DIGITS:
        return Decimal(value)
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if not number.is_finite():
        raise ValueError("a finite number is expected: no NaN, no Infinity")
    if len(number.normalize().as_tuple().digits) > MAX_DIGITS or abs(number.adjusted()) > MAX_DIGITS:
        raise ValueError(f"a number of at most {MAX_DIGITS} digits is expected")
    return number


def json_number(value: Decimal) -> int | float:
    """The JSON form of a Decimal: `18` for 18.0, `1.5` for 1.50."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    BeforeValidator(_as_decimal),
    PlainSerializer(json_number, return_type=int | float, when_used="json"),
    WithJsonSchema({"type": "number"}),
]


class RecordModel(BaseModel):
    """Unknown keys and non-finite numbers are refused; values are checked on assignment too."""

    model_config = ConfigDict(
        extra="forbid",
        allow_inf_nan=False,
        validate_assignment=True,
        defer_build=True,
    )

    alignment_keys: ClassVar[tuple[str, ...]] = ()
    """Fields that tell items of a list of this model apart when two records are compared."""

    words_field: ClassVar[str | None] = None
    """Field whose words stand for every leaf of the object that has no words of its own."""
