from decimal import Decimal

import pytest

from extractor.normalise.limits import limits


@pytest.mark.parametrize(
    ("text", "comparator", "value", "high", "unit"),
    [
        ("≥ 2 cm", "GE", "2", None, ("cm",)),
        ("of or more than 3×10(9)/L", "GE", "3", None, ("10*9/L",)),
        ("≧ 60x109/L", "GE", "60", None, ("10*9/L",)),
        (r"≥1.5×10\^9/L", "GE", "1.5", None, ("10*9/L",)),
        ("> 3×10E9/L", "GT", "3", None, ("10*9/L",)),
        ("not less than 3 months", "GE", "3", None, ("mo",)),
        ("less than 3 months", "LT", "3", None, ("mo",)),
        ("not exceeding 5%", "LE", "5", None, ("%",)),
        ("up to 5 years", "LE", "5", None, ("a",)),
        ("3 or more", "GE", "3", None, None),
        ("18-75 years", "BETWEEN", "18", "75", ("a",)),
        ("between 18 years and 75 years", "BETWEEN", "18", "75", ("a",)),
        (r"\<60kg", "LT", "60", None, ("kg",)),
        ("10cm", "UNSTATED", "10", None, ("cm",)),
        ("125 mg/m2", "UNSTATED", "125", None, ("mg/m2",)),
    ],
)
def test_comparator_number_and_unit_are_read_together(
    text: str, comparator: str, value: str, high: str | None, unit: tuple[str, ...] | None
) -> None:
    (limit,) = limits(text)
    assert (limit.comparator, limit.value) == (comparator, Decimal(value))
    assert limit.high == (Decimal(high) if high else None)
    assert (limit.unit.ucum if limit.unit else None) == unit


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("5 X ULN", "ULN"),
        ("1.5x upper limit of normal", "ULN"),
        ("2 times the LLN", "LLN"),
        ("5 mg/dL", "ABSOLUTE"),
    ],
)
def test_a_multiple_says_of_what(text: str, reference: str) -> None:
    assert limits(text)[0].reference == reference


def test_places_are_those_of_the_text() -> None:
    text = "Hb ≥ 9 g/dL and so on"
    (limit,) = limits(text)
    assert text[limit.start : limit.end] == "≥ 9 g/dL"
    assert text[limit.number : limit.number_end] == "9"
