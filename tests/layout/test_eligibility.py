"""Criteria and ages in a draft."""

from collections.abc import Callable

import pytest

from extractor.records.criteria import AgeConstraint
from extractor.records.draft import Draft

Read = Callable[[str], Draft]


def page(inclusion: str, exclusion: str = "* Dislikes tea", fields: str = "") -> str:
    """A page with criteria and perhaps fields of age."""
    return (
        f"MedPath\n\nTea\n\n{fields}Inclusion Criteria\n{inclusion}\nExclusion Criteria\n{exclusion}\n"
        "Study & Design\nNameTimeMethod\n© 2025 MedPath"
    )


def ages(draft: Draft) -> tuple[object, ...]:
    eligibility = draft.record.eligibility
    limits = (eligibility.minimum_age, eligibility.maximum_age)
    return (*(limit.value if limit else None for limit in limits), eligibility.age_source)


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ("* Age ≥ 21 years and ≤ 65 years", (21, 65, "CRITERIA")),
        ("* Age 21-65 years", (21, 65, "CRITERIA")),
        ("* Age ≥ 21 years", (21, None, "CRITERIA")),
        ("* Age ≤ 65 years", (None, 65, "CRITERIA")),
        ("* Age ≥ 21", (None, None, None)),
        ("* Old enough", (None, None, None)),
        ("* Age ≥ 21 years\n* Age ≤ 65 years", (None, None, None)),
    ],
)
def test_ages_of_the_one_criterion_of_age_are_those_of_the_trial(
    read: Read, criterion: str, expected: tuple[object, ...]
) -> None:
    assert ages(read(page(criterion))) == expected


def test_ages_of_exclusion_criteria_are_not_those_of_the_trial(read: Read) -> None:
    draft = read(page("* Drinks tea", "* Age ≥ 65 years"))
    assert ages(draft) == (None, None, None)
    (constraint,) = draft.record.eligibility.exclusion[0].constraints
    assert isinstance(constraint, AgeConstraint)
    assert constraint.min
    assert constraint.min.value == 65


def test_ages_in_fields_stay_and_criteria_are_more_words_for_them(read: Read) -> None:
    draft = read(page("* Age 21-65 years", fields="Minimum Age\n21 Years\n"))
    assert ages(draft) == (21, 65, "BOTH")
    assert [quote.text for quote in draft.quotes["/eligibility/minimum_age"]] == [
        "21 Years",
        "Age 21-65 years",
    ]


def test_the_whole_block_is_kept_from_the_first_heading_to_the_last_criterion(read: Read) -> None:
    text = read(page("* Drinks tea\n\n* Reads")).record.eligibility.criteria_text
    assert text == "Inclusion Criteria\n* Drinks tea\n\n* Reads\nExclusion Criteria\n* Dislikes tea"


def test_parts_combine_as_their_list_does(read: Read) -> None:
    parts = "* Habits:\n  * Tea\n  * Books\n* Any of:\n  * Tea\n  * Books"
    eligibility = read(page(parts, parts)).record.eligibility
    assert [one.op for one in eligibility.inclusion] == ["ALL", "ANY"]
    assert [one.op for one in eligibility.exclusion] == ["ANY", "ANY"]
    assert [one.op for one in eligibility.inclusion[0].children] == ["LEAF", "LEAF"]
