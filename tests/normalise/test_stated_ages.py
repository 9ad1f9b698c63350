import pytest

from extractor.normalise.stated_ages import stated_ages
from extractor.records.criteria import AgeConstraint
from extractor.records.times import Age, TimeUnit


def shown(age: Age | None) -> str:
    if age is None:
        return "-"
    return f"{age.value}{age.unit[0]}{'' if age.inclusive else '!'}"


def read(text: str, unit: TimeUnit | None = None) -> list[tuple[str, str]]:
    found = [one.constraint for one in stated_ages(text, unit)]
    return [(shown(one.min), shown(one.max)) for one in found if isinstance(one, AgeConstraint)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Age ≥ 21 years and ≤ 65 years", [("21Y", "65Y")]),
        ("Women 40 years or older", [("40Y", "-")]),
        ("Patientsaged 21-65 years", [("21Y", "65Y")]),
        ("Adult patients (21 years of age and older)", [("21Y", "-")]),
        ("between the ages of 21 and 65 years", [("21Y", "65Y")]),
        ("younger than 21 or older than 65 years", [("-", "21Y!"), ("65Y!", "-")]),
        ("Children aged 6 months to 5 years", [("6M", "5Y")]),
        ("Boys ≥ 12 and < 17 years", [("12Y", "17Y!")]),
        ("Adults over 21 years old, able to read", [("21Y!", "-")]),
        ("ages 20 and over, under 70 years of age", [("20Y", "70Y!")]),
    ],
)
def test_ages_are_found_inside_a_criterion(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Age =21 years",
        "Gestational age between 24 and 30 weeks",
        "smoked for more than 10 years",
        "women > 1 year since the last period",
        "Age ≥ 21",
        "managed at least 3 years",
        "aged 999 to 1000 years",
    ],
)
def test_other_spans_of_time_are_no_ages(text: str) -> None:
    assert read(text) == []


def test_a_unit_of_a_field_is_taken_where_the_criterion_has_none() -> None:
    assert read("The patient age was between 21-65", TimeUnit.YEAR) == [("21Y", "65Y")]


@pytest.mark.parametrize(
    "text",
    [
        "laboratory assessments not older than 3 months previous to screening",
        "an MRI not older than 6 months",
        "tissue must be younger than 2 years",
    ],
)
def test_what_is_old_and_no_person_has_no_age(text: str) -> None:
    assert read(text) == []


def test_a_lost_sign_that_words_repeat_is_theirs() -> None:
    (found,) = stated_ages("Age =18 years or older")
    constraint = found.constraint
    assert isinstance(constraint, AgeConstraint)
    assert constraint.min is not None
    assert (constraint.min.value, constraint.min.inclusive) == (18, True)
