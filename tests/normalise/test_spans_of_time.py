"""Spans of time in words."""

from decimal import Decimal

import pytest

from extractor.normalise.spans_of_time import time_span


def said(words: str) -> tuple[Decimal, str] | None:
    found = time_span(words)
    return (found.value, found.unit.value) if found else None


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("36 months", 36, "MONTH"),
        ("1year", 1, "YEAR"),
        ("two weeks", 2, "WEEK"),
        ("Twelve Hours", 12, "HOUR"),
        ("1.5 yrs", Decimal("1.5"), "YEAR"),
        ("90-day", 90, "DAY"),
        ("3 mo", 3, "MONTH"),
        ("10 mins", 10, "MINUTE"),
        ("5 wk", 5, "WEEK"),
    ],
)
def test_a_number_and_its_unit_are_a_span(words: str, value: Decimal, unit: str) -> None:
    assert said(words) == (value, unit)


@pytest.mark.parametrize(
    "words",
    ["", "months", "36", "36 moons", "36 months ago", "1234567 months", "1.23456 years", "minus 3 days"],
)
def test_anything_else_is_no_span(words: str) -> None:
    assert said(words) is None
