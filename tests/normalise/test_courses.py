import pytest

from extractor.normalise.courses import course_of


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("starting within 4weeks after surgery.", "within 4weeks after surgery"),
        ("begun on day 3 after surgery and continued", "on day 3 after surgery"),
        ("start heat within 2 weeks after surgery at doze of 4 mg", "within 2 weeks after surgery"),
        ("4 mg immediately after the meal, daily", "immediately after the meal"),
        ("4 mg daily before surgery", "before surgery"),
        ("4 mg on the day of surgery", "on the day of surgery"),
        ("starting at 25 mg daily", None),
        ("4 mg 10-15 min before surgery", "10-15 min before surgery"),
        ("4 mg after meals", None),
        ("4 mg daily for 4 weeks", None),
    ],
)
def test_a_start_is_its_words_without_the_verb(text: str, start: str | None) -> None:
    found = course_of(text).start
    assert (text[slice(*found)] if found else None) == start


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("daily until progression or death.", "until progression or death"),
        ("daily up to disease progression", "up to disease progression"),
        ("weekly for 6 cycles", "for 6 cycles"),
        ("daily until ANC > 1.5 is reached.", "until ANC > 1.5 is reached"),
        ("1 x 10^9 cells", None),
        ("5 g x 4/day", None),
        ("up to 35 doses", "up to 35 doses"),
        ("for up to 2 years", None),
    ],
)
def test_a_stop_runs_to_the_end_of_its_clause(text: str, stop: str | None) -> None:
    found = course_of(text).stop
    assert (text[slice(*found)] if found else None) == stop


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("daily for 6 weeks", "6 WEEK"),
        ("a 12-week course", "12 WEEK"),
        ("for up to 2 years, or until relapse", "2 YEAR"),
        ("over 30 minutes", None),
        ("for 2 weeks, then for 4 weeks", None),
        ("for 2 weeks after surgery", "2 WEEK"),
    ],
)
def test_a_duration_is_the_one_span_it_is_given_for(text: str, duration: str | None) -> None:
    found = course_of(text).duration
    assert (f"{found.value} {found.unit}" if found else None) == duration


def test_other_limits_are_a_condition() -> None:
    text = "4 mg daily if tolerated, for 2 weeks"
    found = course_of(text).condition
    assert found is not None
    assert text[slice(*found)] == "if tolerated"


def test_a_condition_ends_before_the_time_that_all_is_done_in() -> None:
    text = "for patients with chronic hiccups during the study."
    found = course_of(text).condition
    assert found is not None
    assert text[slice(*found)] == "for patients with chronic hiccups"
    text = "if hiccups during the study persist"
    assert course_of(text).condition == (0, len(text))
