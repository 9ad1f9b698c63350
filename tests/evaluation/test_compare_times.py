from decimal import Decimal

import pytest

from extractor.evaluation.compare_times import age, date, duration, iso_date
from extractor.records.times import ActualEstimated, Age, Duration, PartialDate, TimePoint, TimeUnit


@pytest.mark.parametrize(
    ("gold", "predicted", "reason"),
    [
        ("2012-03", "2012-03-01", "date: FABRICATED_PRECISION"),
        ("2012-03-01", "2012-03", "date: LOST_PRECISION"),
        ("2012-03-01", "2012", "date: LOST_PRECISION"),
        ("2012-03-01", "2021-03-01", "date: value differs"),
        ("2012-03-01", "2012-03-01", "date: equal"),
    ],
)
def test_a_date_has_a_precision(gold: str, predicted: str, reason: str) -> None:
    assert date(PartialDate(date=gold), PartialDate(date=predicted)).reason == reason
    assert iso_date(gold, predicted).reason == reason


def test_an_estimated_date_is_not_an_actual_one() -> None:
    estimated = PartialDate(date="2012-03", type=ActualEstimated.ESTIMATED)
    actual = PartialDate(date="2012-03", type=ActualEstimated.ACTUAL)
    verdict = date(estimated, actual)
    assert (verdict.equal, verdict.reason, verdict.partial) == (False, "date: type differs", "OTHER_TYPE")


@pytest.mark.parametrize(
    ("gold", "predicted", "equal"), [(True, None, True), (None, False, True), (True, False, False)]
)
def test_an_age_limit_may_leave_open_whether_it_is_included(
    gold: bool | None, predicted: bool | None, *, equal: bool
) -> None:
    ours = Age(value=Decimal(18), unit=TimeUnit.YEAR, inclusive=gold)
    theirs = Age(value=Decimal(18), unit=TimeUnit.YEAR, inclusive=predicted)
    assert age(ours, theirs).equal is equal


def test_an_age_has_a_unit() -> None:
    years, months = (Age(value=Decimal(6), unit=unit) for unit in (TimeUnit.YEAR, TimeUnit.MONTH))
    assert age(years, months).reason == "age: unit differs"
    assert age(Age(value=Decimal(24), unit=TimeUnit.MONTH), Age(value=Decimal(2), unit=TimeUnit.YEAR)).partial


@pytest.mark.parametrize(
    ("gold", "predicted", "reason"),
    [
        ((36, TimeUnit.MONTH), (36, TimeUnit.WEEK), "duration: unit differs"),
        ((12, TimeUnit.MONTH), (1, TimeUnit.YEAR), "duration: CONVERTED"),
        ((2, TimeUnit.WEEK), (14, TimeUnit.DAY), "duration: CONVERTED"),
        ((4, TimeUnit.WEEK), (1, TimeUnit.MONTH), "duration: value and unit differs"),
        ((36, TimeUnit.MONTH), (36, TimeUnit.MONTH), "duration: equal"),
    ],
)
def test_months_are_not_weeks_and_a_year_for_its_months_is_right_in_part(
    gold: tuple[int, TimeUnit], predicted: tuple[int, TimeUnit], reason: str
) -> None:
    ours = Duration(value=Decimal(gold[0]), unit=gold[1])
    theirs = TimePoint(value=Decimal(predicted[0]), unit=predicted[1])
    assert duration(ours, theirs).reason == reason
