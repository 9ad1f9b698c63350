"""Rows in which the time frame was printed right behind the measure."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.layout.time_frame_rows import split_rows
from extractor.structure.slices import Slice


def whole(text: str) -> Slice:
    return Slice(text, 0, len(text))


def test_a_frame_that_ends_several_rows_is_preferred() -> None:
    rows = split_rows([whole("Naps on day 12 weeks"), whole("Sleep by v4.02 weeks"), whole("Dreams2 weeks")])
    assert [row.time_frame and row.time_frame.text for row in rows][1:] == ["2 weeks", "2 weeks"]


def test_two_equally_good_frames_are_uncertain() -> None:
    (row,) = split_rows([whole("Scale 1012 weeks")])
    assert not row.certain
    (clear,) = split_rows([whole("Hours of sleep12 weeks")])
    assert clear.certain


@given(st.lists(st.text(alphabet="Sv 10.2weksUpto,", min_size=1, max_size=20)))
def test_measure_and_frame_are_the_whole_row(rows: list[str]) -> None:
    stripped = [row.strip() for row in rows if row.strip()]
    for text, row in zip(stripped, split_rows([whole(text) for text in stripped]), strict=True):
        assert row.measure.text + (row.time_frame.text if row.time_frame else "") == text
        assert row.measure


@pytest.mark.parametrize(
    ("measure", "frame"),
    [
        ("Hours of sleep", "up to 30 days"),
        ("Sleep (hours)", "Hospital discharge"),
        ("Sleep by EQ-5D", "POD 7"),
        ("Dreams", "0, 30 and 60 minutes"),
        ("Naps", "1-, 2- and 3-year"),
        ("Naps in the morning", "one year"),
    ],
)
def test_frames_of_every_form_are_cut_off(measure: str, frame: str) -> None:
    (row,) = split_rows([whole(measure + frame)])
    assert (row.measure.text, row.time_frame and row.time_frame.text) == (measure, frame)


def test_a_row_without_frame_that_holds_a_border_is_uncertain() -> None:
    (row,) = split_rows([whole("Hours of sleepLater")])
    assert (row.time_frame, row.certain) == (None, False)


def test_many_rows_and_long_rows_cost_no_time() -> None:
    start = time.process_time()
    split_rows([whole(f"Measure {at}{at} months") for at in range(500)])
    split_rows([whole("Until " * 1000 + "12 weeks")])
    assert time.process_time() - start < 2


def test_a_frame_does_not_begin_inside_a_bracket() -> None:
    (row,) = split_rows([whole("Change in calm [12 weeks]")])
    assert (row.measure.text, row.time_frame) == ("Change in calm [12 weeks]", None)


def test_a_lone_capital_goes_on_in_its_name() -> None:
    (row,) = split_rows([whole("CD4 count at week 4848 weeks")])
    assert row.measure.text.startswith("CD4 count")
