"""Age limits in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise.ages import AgeLimit, AgeLimits, age, age_limits
from extractor.records.times import TimeUnit


def limits(low: int | None, high: int | None, unit: str = "YEAR", *, inclusive: bool = True) -> AgeLimits:
    ends = [
        None if value is None else AgeLimit(Decimal(value), TimeUnit(unit), inclusive)
        for value in (low, high)
    ]
    return AgeLimits(*ends)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Age ≥ 21 years and ≤ 65 years", limits(21, 65)),
        ("Age ≧ 20 years", limits(20, None)),
        ("Age 21-65 years", limits(21, 65)),
        ("Aged between 21 and 65 years.", limits(21, 65)),
        ("Patients aged 21 to 65 years old", limits(21, 65)),
        ("Age: 6 – 24 months", limits(6, 24, "MONTH")),
        ("Age at least 21 years", limits(21, None)),
        ("Age up to 65 years", limits(None, 65)),
        ("Age > 21 years", limits(21, None, inclusive=False)),
        ("Aged older than 21 years", limits(21, None, inclusive=False)),
        ("AGE >= 21 YRS", limits(21, None)),
        ("Age under 3 weeks", limits(None, 3, "WEEK", inclusive=False)),
    ],
)
def test_a_criterion_of_age_alone_states_limits(words: str, expected: AgeLimits) -> None:
    assert age_limits(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Age",
        "Age ≥ 21",
        "Age 21-65",
        "Age ≥ 21 years and able to read",
        "Tea for 21 years",
        "Any age",
        "Age ≥ 2100000 years",
        "Ages of 21",
        "Age ≥ 1.123456789012345678 years",
    ],
)
def test_a_criterion_without_unit_or_about_more_gives_nothing(words: str) -> None:
    assert age_limits(words) is None


def test_a_long_criterion_costs_no_time() -> None:
    assert age_limits("age" + " " * 200_000 + "x") is None


@given(st.text(alphabet="Aage ≥<0123456789years-.,and", max_size=40))
def test_any_text_is_read_or_left(words: str) -> None:
    found = age_limits(words)
    assert found is None or found.low or found.high


def test_a_field_holds_one_age() -> None:
    found = age("18 Years")
    assert found is not None
    assert (found.value, found.unit) == (Decimal(18), TimeUnit.YEAR)
    assert age("18") is None
    assert age("18 Years or more") is None


@pytest.mark.parametrize("words", ["Age 18 years or older", "18 Years and older", "aged 18 years or above."])
def test_or_older_is_a_lower_limit(words: str) -> None:
    limits = age_limits(words)
    assert limits
    assert limits.high is None
    assert limits.low
    assert (limits.low.value, limits.low.inclusive) == (18, True)
