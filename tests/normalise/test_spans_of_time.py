"""Spans of time in words."""

from decimal import Decimal

import pytest

from extractor.normalise.spans_of_time import max_follow_up, time_points, time_span


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


@pytest.mark.parametrize(
    ("frame", "points"),
    [
        ("12 weeks", ["12 WEEK"]),
        ("1year, 3years, 5 years", ["1 YEAR", "3 YEAR", "5 YEAR"]),
        ("at 4 weeks and 12 weeks", ["4 WEEK", "12 WEEK"]),
        ("6 months after the first cup", ["6 MONTH"]),
        ("two years", ["2 YEAR"]),
        ("up to 5 years", []),
        ("from the first cup until the last", []),
        ("every 8 weeks", []),
        ("4 weeks to 12 weeks", []),
        ("Baseline", []),
        ("", []),
        ("99999999999999999999 months", []),
    ],
)
def test_a_list_of_moments_is_time_points_and_nothing_else_is(frame: str, points: list[str]) -> None:
    assert [f"{point.value} {point.unit.value}" for point in time_points(frame)] == points


@pytest.mark.parametrize(
    ("frame", "longest"),
    [
        ("assessed up to 5 years", "5 YEAR"),
        ("From the first cup, assessed up to 18 months", "18 MONTH"),
        ("upto 2 weeks", "2 WEEK"),
        ("up to 2 years or up to 2 years", "2 YEAR"),
        ("up to 2 years, up to 3 years", None),
        ("up to 99999999999 years", None),
        ("12 weeks", None),
        ("until the last cup", None),
    ],
)
def test_the_longest_follow_up_is_what_stands_behind_up_to(frame: str, longest: str | None) -> None:
    found = max_follow_up(frame)
    assert (f"{found.value} {found.unit.value}" if found else None) == longest


@pytest.mark.parametrize(
    "frame", ["at baseline and at 36 weeks' gestation", "baseline, 36 weeks", "36 weeks of age"]
)
def test_the_entry_itself_is_no_moment_in_a_list_of_moments(frame: str) -> None:
    assert [(span.value, span.unit.value) for span in time_points(frame)] == [(36, "WEEK")]
