import time
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


@pytest.mark.parametrize(
    ("text", "comparator", "value", "reference"),
    [
        ("> ULN at selection", "GT", "1", "ULN"),
        ("at or above the institutional lower limit of normal", "GE", "1", "LLN"),
        ("≤1.25 times the upper normal value", "LE", "1.25", "ULN"),
        ("less than or equal to one and a half times ULN", "LE", "1.5", "ULN"),
        ("< 2.5 times the institutional upper limit of normal (ULN)", "LT", "2.5", "ULN"),
        ("up to 3 x upper limit of the normal range", "LE", "3", "ULN"),
        ("twice the upper limit of normal", "UNSTATED", "2", "ULN"),
    ],
)
def test_multiples_of_limits_of_normal_are_read_in_every_wording(
    text: str, comparator: str, value: str, reference: str
) -> None:
    (limit,) = limits(text)
    assert (limit.comparator, limit.value, limit.reference) == (comparator, Decimal(value), reference)


def test_a_sum_with_a_limit_of_normal_is_no_multiple() -> None:
    assert [limit.reference for limit in limits("PT > ULN + 4 seconds")] == ["ABSOLUTE"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("≥ 8,5 g/dL", "8.5"),
        ("≥ 50 000/mm3", "50000"),
        ("< 10^4 copies/mL", "10000"),
        ("≥ 3,000/mcL", "3000"),
    ],
)
def test_numbers_are_read_as_pages_of_many_countries_print_them(text: str, value: str) -> None:
    assert [limit.value for limit in limits(text)] == [Decimal(value)]


def test_white_space_of_any_length_costs_nothing() -> None:
    start = time.process_time()
    assert len(limits("> 3" + " " * 200_000 + "> 5 mg")) == 2
    assert time.process_time() - start < 2
