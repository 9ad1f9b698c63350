"""Dates with the precision they are printed in."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise.dates import partial_date
from extractor.records.times import PartialDate


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2019", "2019"),
        ("2019-02", "2019-02"),
        ("2019-02-03", "2019-02-03"),
        (" 2019-02-03 ", "2019-02-03"),
        ("2019_02_03", "2019-02-03"),
        ("2019/02/03", "2019-02-03"),
        ("Feb 2012", "2012-02"),
        ("February 2012", "2012-02"),
        ("Sept. 2012", "2012-09"),
        ("May, 2012", "2012-05"),
        ("Feb 3, 2012", "2012-02-03"),
        ("February 3rd 2012", "2012-02-03"),
        ("3 Feb 2012", "2012-02-03"),
        ("21st december, 2012", "2012-12-21"),
        ("2012 Feb", "2012-02"),
        ("2012 Feb 3", "2012-02-03"),
        ("２０１９-０２", "2019-02"),
    ],
)
def test_a_printed_date_is_read_as_precisely_as_printed(words: str, date: str) -> None:
    assert partial_date(words) == date


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "03/04/2012",
        "2019-13",
        "2019-00",
        "2019-02-30",
        "Feb 30, 2012",
        "0000",
        "19",
        "2012-2",
        "in 2012",
        "2012 or 2013",
    ],
)
def test_what_is_no_date_or_could_be_two_is_not_read(words: str) -> None:
    assert partial_date(words) is None


@given(st.text(alphabet="0123456789-/ ,.Febmayth２", max_size=16))
def test_what_is_read_fits_the_record(words: str) -> None:
    date = partial_date(words)
    if date is not None:
        assert re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", date)
        assert PartialDate(date=date).date == date
