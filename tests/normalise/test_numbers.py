from decimal import Decimal

import pytest

from extractor.normalise.numbers import numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Forty-three patients", ["43"]),
        ("one hundred and twenty", ["120"]),
        ("1,234 of 5,678,901", ["1234", "5678901"]),
        ("18-75 years", ["18", "75"]),
        ("-5 to +3", ["-5", "3"]),
        ("p = 0.05", ["0.05"]),
        ("days 1, 8 and 15", ["1", "8", "15"]),
        ("survival36 months", ["36"]),
        ("100.000/µL, 3.500 cells/µL", ["100000", "3500"]),
        ("3.125 mg", ["3.125"]),
        ("someone else", []),
        ("9" * 5000, []),
    ],
)
def test_numbers_are_read_as_printed(text: str, values: list[str]) -> None:
    assert [number.value for number in numbers(text)] == [Decimal(value) for value in values]


def test_places_are_those_of_the_text() -> None:
    text = "about twenty-one of 30"
    assert [text[number.start : number.end] for number in numbers(text)] == ["twenty-one", "30"]
