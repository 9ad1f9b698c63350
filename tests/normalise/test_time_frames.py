"""Time frames of outcomes."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise.time_frames import begins_with_a_time, max_follow_up, time_frame, time_points


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
        ("4 weeks to 12 weeks", ["4 WEEK", "12 WEEK"]),
        ("Weeks 4, 8 and 12", ["4 WEEK", "8 WEEK", "12 WEEK"]),
        ("W12, M6, POD 7", ["12 WEEK", "6 MONTH", "7 DAY"]),
        ("Baseline to 6 months", ["6 MONTH"]),
        ("Day 28 (± 3 days)", ["28 DAY"]),
        ("Cycle 1 (21 days)", ["21 DAY"]),
        ("After 5 doses of tea", []),
        ("Baseline", []),
        ("", []),
        ("99999999999999999999 months", []),
    ],
)
def test_the_moments_that_a_frame_names_are_time_points(frame: str, points: list[str]) -> None:
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
        ("within the first 24 hours", "24 HOUR"),
        ("daily for 7 days", "7 DAY"),
        ("From the first cup to 90 days after the last", "90 DAY"),
        ("From Day 1 through Day 29", "29 DAY"),
        ("12 weeks", None),
        ("until the last cup", None),
    ],
)
def test_the_longest_follow_up_is_where_an_open_frame_ends(frame: str, longest: str | None) -> None:
    found = max_follow_up(frame)
    assert (f"{found.value} {found.unit.value}" if found else None) == longest


@pytest.mark.parametrize(
    "frame", ["at baseline and at 36 weeks' gestation", "baseline, 36 weeks", "36 weeks of age"]
)
def test_the_entry_itself_is_no_moment_in_a_list_of_moments(frame: str) -> None:
    assert [(span.value, span.unit.value) for span in time_points(frame)] == [(36, "WEEK")]


@given(st.text(alphabet="12,.-( )andtouprmhsWweekDdy±", max_size=120))
def test_any_text_is_read(text: str) -> None:
    found = time_frame(text)
    assert all(span.value >= 0 for span in found.points)


@pytest.mark.parametrize("piece", ["1, ", "up to ", "12 weeks ", "(", "to ", "every "])
def test_a_long_text_is_no_time_frame_and_costs_no_time(piece: str) -> None:
    started = time.process_time()
    assert time_frame(piece * 300_000).points == ()
    time_frame(piece * (600 // len(piece)))
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("12 weeks", True),
        ("POD 7", True),
        ("1-, 2- and 3-year", True),
        ("up to 2 years", False),
        ("v2", False),
    ],
)
def test_words_may_begin_with_a_time(words: str, *, begins: bool) -> None:
    assert begins_with_a_time(words) == begins
