"""Ages that a criterion prints without a sign or a unit."""

import pytest

from extractor.normalise.criterion import meaning
from extractor.normalise.stated_ages import unread_ages


def read(text: str) -> list[str]:
    return [
        " ".join(
            filter(None, (str(one.comparator), str(one.value), one.unit, f"{text[one.start : one.end]!r}"))
        )
        for one in unread_ages(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Age =18", ["EQ 18 '=18'"]),
        ("age = 18 years", ["EQ 18 YEAR '= 18 years'"]),
        ("Aged =18 y", ["EQ 18 YEAR '=18 y'"]),
        ("Patients =18 years old", ["EQ 18 YEAR '=18 years'"]),
        ("=18 years of age", ["EQ 18 YEAR '=18 years'"]),
        ("ages =65", ["EQ 65 '=65'"]),
        ("Adults (=18 years)", ["EQ 18 YEAR '=18 years'"]),
        ("Age: =18", ["EQ 18 '=18'"]),
        ("Age =18 and =75 years", ["EQ 18 YEAR '=18'", "EQ 75 YEAR '=75 years'"]),
        ("Minimum age: 18", ["UNSTATED 18 '18'"]),
        ("Age range 18-65", ["BETWEEN 18 '18-65'"]),
        ("Aged 18 years", ["UNSTATED 18 YEAR '18 years'"]),
        ("age =< 18", ["LE 18 '=< 18'"]),
        ("=< 18 years", ["LE 18 YEAR '=< 18 years'"]),
        ("over 18", ["GT 18 'over 18'"]),
    ],
)
def test_an_age_without_sign_or_unit_is_named(text: str, expected: list[str]) -> None:
    assert read(text) == expected
    assert meaning(text).constraints == ()


@pytest.mark.parametrize(
    "text",
    [
        "Age ≥ 18 years and ≤ 80 years",
        "Age =18 years or older",
        "Mean age 45 years",
        "Asthma diagnosed before age 40",
        "BMI =30",
        "women ≥ 2 visits",
        "Disease for =5 years",
    ],
)
def test_what_is_read_or_limits_no_age_is_not(text: str) -> None:
    assert read(text) == []
