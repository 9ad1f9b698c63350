"""The glued table of outcomes on a page."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from extractor.records.draft import Draft
from extractor.records.outcomes import Outcome
from extractor.records.times import TimeUnit

Read = Callable[[str], Draft]


def page(primary: str, secondary: str = "", other: str = "") -> str:
    """A page with tables of outcomes."""
    return (
        f"MedPath\n\nTea\n\nPrimary Outcome Measures\nNameTimeMethod\n{primary}\n"
        f"Secondary Outcome Measures\nNameTimeMethod\n{secondary}\n"
        f"Other Outcome Measures\nNameTimeMethod\n{other}\n\n© 2025 MedPath"
    )


@pytest.fixture
def only(read: Read) -> Callable[[str], Outcome]:
    """The one outcome of a page with one row."""

    def first(row: str) -> Outcome:
        (outcome,) = read(page(row)).record.outcomes
        return outcome

    return first


Only = Callable[[str], Outcome]


@pytest.mark.parametrize(
    ("measure", "frame"),
    [
        ("Hours of sleep", "12 weeks"),
        ("Hours of sleep", "1year"),
        ("Hours of sleep", "1Year"),
        ("Hours of sleep", "1 week, 2 weeks, 3 weeks"),
        ("Hours of sleep", "Up to 6 months"),
        ("Hours of sleep", "From the first cup until the last, assessed up to 18 months"),
        ("Hours of sleep", "Baseline and 12 weeks"),
        ("Hours of sleep", "Day 1 to day 28"),
        ("Hours of sleep", "Through study completion, an average of 1 year"),
        ("Hours of sleep", "Two years"),
        ("Hours of sleep", "Within 30 days after the last cup"),
        ("Hours of sleep (diary)", "12 weeks"),
        ("Naps by TEA scale v2.0", "3 weeks"),
        ("Naps by TEA scale v2", "3 weeks"),
        ("Hours of sleep.", "3 weeks"),
        ("Sleep in the first 24 hours", "At 1 month"),
    ],
)
def test_a_time_frame_behind_the_measure_is_cut_off(only: Only, measure: str, frame: str) -> None:
    outcome = only(measure + frame)
    assert (outcome.measure, outcome.time_frame) == (measure, frame)


@pytest.mark.parametrize("measure", ["Hours of sleep", "Hours of sleep at night", "Sleep (24 h)", "tea"])
def test_a_row_without_time_frame_is_a_measure(only: Only, measure: str) -> None:
    outcome = only(measure)
    assert (outcome.measure, outcome.time_frame) == (measure, None)


def test_moments_and_longest_follow_up_are_read_from_the_frame(only: Only) -> None:
    outcome = only("Hours of sleep1 week, 2 weeks")
    assert [(point.value, point.unit) for point in outcome.time_points] == [
        (Decimal(1), TimeUnit.WEEK),
        (Decimal(2), TimeUnit.WEEK),
    ]
    outcome = only("Hours of sleepFrom the first cup, assessed up to 18 months")
    assert outcome.time_points == []
    assert outcome.max_follow_up
    assert (outcome.max_follow_up.value, outcome.max_follow_up.unit) == (Decimal(18), TimeUnit.MONTH)


def test_a_frame_of_impossible_length_is_no_reason_to_fail(read: Read) -> None:
    draft = read(page("Hours of sleep99999999999999999999 months"))
    assert [outcome.time_points for outcome in draft.record.outcomes] == [[]]


def test_the_table_tells_the_kind(read: Read) -> None:
    draft = read(page("Sleep1 week", "Naps1 week", "Dreams1 week"))
    assert [(one.kind, one.measure) for one in draft.record.outcomes] == [
        ("PRIMARY", "Sleep"),
        ("SECONDARY", "Naps"),
        ("OTHER", "Dreams"),
    ]
    assert [quote.text for quote in draft.quotes["/outcomes/1/kind"]] == ["Secondary Outcome Measures"]


def test_descriptions_stand_a_blank_line_below_their_row(read: Read) -> None:
    table = "Sleep12 weeks\n\nHours, by diary.\nTwo lines.\n\nNaps12 weeks\n\nNaps, by diary.\n"
    assert [(one.measure, one.description) for one in read(page(table)).record.outcomes] == [
        ("Sleep", "Hours, by diary.\nTwo lines."),
        ("Naps", "Naps, by diary."),
    ]


def test_rows_without_descriptions_follow_each_other(read: Read) -> None:
    table = "Sleep12 weeks\nNaps12 weeks\nDreams12 weeks"
    assert [(one.measure, one.description) for one in read(page(table)).record.outcomes] == [
        ("Sleep", None),
        ("Naps", None),
        ("Dreams", None),
    ]


def test_known_measures_have_their_concept(only: Only) -> None:
    assert only("Overall survival12 weeks").concept_norm == "OS"
    assert only("Hours of sleep12 weeks").concept_norm is None


@pytest.mark.parametrize(
    ("measure", "abbreviation"),
    [("Time to sleep (TTS)", "TTS"), ("Hours of sleep (DIARY)", None), ("Hours of sleep (by diary)", None)],
)
def test_an_abbreviation_is_the_initials_of_the_words_before_it(
    only: Only, measure: str, abbreviation: str | None
) -> None:
    assert only(f"{measure}12 weeks").abbreviation == abbreviation
