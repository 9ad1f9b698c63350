"""Criteria and ages in a draft."""

from collections.abc import Callable

import pytest

from extractor.documents import Document
from extractor.extraction import extract
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


@pytest.mark.parametrize(
    ("criterion", "ages"),
    [
        ("Age =20", (20, None)),
        ("Age =20 and =70 years", (20, 70)),
        ("=70 years old", (None, 70)),
        ("≥ 20 years", (20, None)),
    ],
)
def test_a_lost_sign_is_that_of_the_field_that_prints_the_same_age(
    snapshot_page: str, criterion: str, ages: tuple[int | None, int | None]
) -> None:
    page = snapshot_page.replace("* Owns a bowl", f"* {criterion}")
    extraction = extract(Document.from_text(page, id="page"))
    (constraint,) = extraction.record.eligibility.inclusion[1].constraints
    assert isinstance(constraint, AgeConstraint)
    assert (constraint.min and constraint.min.value, constraint.max and constraint.max.value) == ages
    assert extraction.record.eligibility.age_source == "BOTH"
    assert not [one for one in extraction.findings if one.pointer.startswith("/eligibility")]


@pytest.mark.parametrize("criterion", ["Age =21 years", "Age 20", "Aged 18-65"])
def test_an_age_that_no_field_explains_is_named(
    read: Read, unread: Callable[[Draft], list[str]], snapshot_page: str, criterion: str
) -> None:
    draft = read(snapshot_page.replace("* Owns a bowl", f"* {criterion}"))
    assert [words in criterion for words in unread(draft)].count(True) >= 1


def test_an_age_that_is_excluded_is_none_of_the_fields(
    read: Read, unread: Callable[[Draft], list[str]], snapshot_page: str
) -> None:
    draft = read(snapshot_page.replace("* Dislikes oats", "* Age =20 years"))
    assert draft.record.eligibility.exclusion[0].constraints == []
    assert "=20 years" in unread(draft)


@pytest.mark.parametrize(
    ("criterion", "said"),
    [
        ("QTcF > 450 ms in males or > 470 ms in females", "differ by sex"),
        ("waist circumference ≥ male 90 cm, female 85 cm", "A limit for one sex could not be read"),
        ("1 Consent 2 Tea at home 3 No milk", "count several criteria"),
        ("QTcF > 450 ms", ""),
    ],
)
def test_what_the_record_cannot_say_of_a_criterion_is_named(read: Read, criterion: str, said: str) -> None:
    found = read(page(f"* {criterion}\n* Reads")).findings
    messages = [one.message for one in found if one.pointer == "/eligibility/inclusion/0/text"]
    assert any(said in message for message in messages) if said else messages == []
