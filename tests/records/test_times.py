"""Partial dates and spans of time."""

import pytest
from pydantic import ValidationError

from extractor.records.times import Age, Duration, PartialDate, TimeUnit


@pytest.mark.parametrize("date", ["2019", "2019-01", "2019-01-03", "2020-02-29"])
def test_a_date_keeps_the_precision_it_is_given(date: str) -> None:
    assert PartialDate(date=date).date == date


@pytest.mark.parametrize(
    "date",
    [
        "19",
        "2019-1",
        "2019-13",
        "2019-00",
        "2019-02-30",
        "2021-02-29",
        "2019-01-03T00:00",
        "0000",
        "",
        "2019\n",
    ],
)
def test_a_date_that_no_calendar_has_is_refused(date: str) -> None:
    with pytest.raises(ValidationError):
        PartialDate(date=date)


def test_an_age_needs_a_unit() -> None:
    with pytest.raises(ValidationError):
        Age.model_validate({"value": 18})
    assert Age.model_validate({"value": 18, "unit": "YEAR"}).inclusive is None


def test_units_are_of_the_closed_list() -> None:
    assert Duration.model_validate({"value": 2, "unit": "WEEK"}).unit is TimeUnit.WEEK
    with pytest.raises(ValidationError):
        Duration.model_validate({"value": 2, "unit": "weeks"})
