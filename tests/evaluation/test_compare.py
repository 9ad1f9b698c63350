from decimal import Decimal
from typing import Any

import pytest

from extractor.evaluation.compare import COMPARATORS, age, date, duration, link, text
from extractor.records.declare import Scoring
from extractor.records.times import ActualEstimated, Age, Duration, PartialDate, TimePoint, TimeUnit


@pytest.mark.parametrize(
    ("scoring", "gold", "predicted"),
    [
        (Scoring.IDENTIFIER, "NCT00921531", "NCT00921532"),
        (Scoring.IDENTIFIER, "NCT00921531", "NCT 00921531"),
        (Scoring.ENUM, "PHASE1", "PHASE2"),
        (Scoring.ENUM, "RECRUITING", "NOT_RECRUITING"),
        (Scoring.ENUM, "thalidomide", "Thalidomide"),
        (Scoring.NUMBER, Decimal(200), Decimal(2000)),
        (Scoring.NUMBER, Decimal("0.1"), Decimal("0.10000000001")),
        (Scoring.BOOLEAN, True, False),
        (Scoring.TEXT, "36 months", "36 weeks"),
        (Scoring.LONG_TEXT, "1.5 x ULN", "1.5 mg"),
    ],
)
def test_what_is_nearly_the_same_is_not_the_same(scoring: Scoring, gold: Any, predicted: Any) -> None:
    verdict = COMPARATORS[scoring](gold, predicted)
    assert not verdict.equal
    assert "differs" in verdict.reason


@pytest.mark.parametrize(
    ("scoring", "gold", "predicted"),
    [
        (Scoring.IDENTIFIER, "NCT00921531", " nct00921531 "),
        (Scoring.ENUM, "PHASE1", "PHASE1"),
        (Scoring.NUMBER, 2, Decimal("2.0")),
        (Scoring.BOOLEAN, False, False),
        (Scoring.TEXT, "36 months", "36months."),
    ],
)
def test_the_same_value_in_another_form_is_the_same(scoring: Scoring, gold: Any, predicted: Any) -> None:
    assert COMPARATORS[scoring](gold, predicted).equal


def test_every_kind_of_scoring_but_links_and_parts_has_a_comparator() -> None:
    assert set(Scoring) - COMPARATORS.keys() == {Scoring.LINK, Scoring.PARTS, Scoring.NONE}


@pytest.mark.parametrize(
    ("gold", "predicted", "reason"),
    [
        ("2012-03", "2012-03-01", "date: FABRICATED_PRECISION"),
        ("2012-03-01", "2012-03", "date: LOST_PRECISION"),
        ("2012-03-01", "2021-03-01", "date: value differs"),
        ("2012-03-01", "2012-03-01", "date: equal"),
    ],
)
def test_a_date_has_a_precision(gold: str, predicted: str, reason: str) -> None:
    assert date(PartialDate(date=gold), PartialDate(date=predicted)).reason == reason


def test_an_estimated_date_is_not_an_actual_one() -> None:
    estimated = PartialDate(date="2012-03", type=ActualEstimated.ESTIMATED)
    actual = PartialDate(date="2012-03", type=ActualEstimated.ACTUAL)
    assert date(estimated, actual).reason == "date: type differs"


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


def test_months_are_not_weeks_and_twelve_months_are_not_one_year() -> None:
    months = Duration(value=Decimal(36), unit=TimeUnit.MONTH)
    assert not duration(months, Duration(value=Decimal(36), unit=TimeUnit.WEEK)).equal
    year = TimePoint(value=Decimal(1), unit=TimeUnit.YEAR)
    assert duration(TimePoint(value=Decimal(12), unit=TimeUnit.MONTH), year).reason == (
        "duration: value and unit differs"
    )


def test_links_are_compared_through_the_pairing_of_their_items() -> None:
    compare = link({"A2": "A1"})
    assert compare("A1", "A2").equal
    assert not compare("A1", "A1").equal
    assert not compare("A2", "A2").equal


def test_texts_are_compared_after_folding() -> None:
    assert text("Arm A.", "arm a").equal
