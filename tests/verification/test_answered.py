"""Questions of a form and their answers."""

import pytest

from extractor.verification.kinds.answered import answered


@pytest.mark.parametrize(
    ("kind", "words", "name"),
    [
        ("Allocation", "Randomised: Yes", "RANDOMIZED"),
        ("Allocation", "Randomised: No", "NON_RANDOMIZED"),
        ("Allocation", "Randomised\n\nYes", "RANDOMIZED"),
        ("Allocation", "Randomised\tYes", "RANDOMIZED"),
        ("Allocation", "Randomised: Information not present", None),
        ("Masking", "Open: Yes", "NONE"),
        ("Masking", "Open: No", None),
        ("Masking", "Double blind: Yes\nE.8.1.5 Open: No", "DOUBLE"),
        ("Phase", "Therapeutic confirmatory (Phase III): Yes", "PHASE3"),
        ("Phase", "Therapeutic confirmatory (Phase III): No", None),
        ("Sex", "Female: Yes\nF.2.2 Male: Yes", "ALL"),
        ("Sex", "Female: YesF.2.2 Male: No", "FEMALE"),
        ("Sex", "Female: No\nF.2.2 Male: Yes", "MALE"),
        ("Sex", "Female: Yes", None),
        ("Sex", "Female: No\nF.2.2 Male: No", None),
        ("StdAge", "Adults (18-64 years): Yes", "ADULT"),
        ("StdAge", "Elderly (>=65 years): Yes", "OLDER_ADULT"),
        ("Masking", "Is it open? Yes", None),
        ("Masking", "open label", None),
    ],
)
def test_a_question_names_a_member_of_a_list_by_its_answer(kind: str, words: str, name: str | None) -> None:
    assert answered(kind, words) == name
