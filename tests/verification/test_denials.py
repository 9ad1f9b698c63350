import pytest

from extractor.verification.denials import answered_no, denied


@pytest.mark.parametrize("before", ["no ", "without ", "non-", "not ", "absence of ", "No evidence of "])
def test_words_behind_a_denial_are_denied(before: str) -> None:
    assert denied(f"{before}fever", len(before))


@pytest.mark.parametrize("before", ["", "No. ", "No: ", "No\n", "No\n\n  ", "No\r\n    ", "note ", "known "])
def test_an_answer_on_another_line_denies_nothing(before: str) -> None:
    assert not denied(f"{before}fever", len(before))


@pytest.mark.parametrize(
    ("words", "rest", "alone", "answered"),
    [
        ("Double blind", ": No\n", False, True),
        ("Phase I", " (first in humans): No", False, True),
        ("Double blind: No", "\n", False, True),
        ("Double blind", "\n\nNo\n", True, True),
        ("Double blind", "\n\nNo\n", False, False),
        ("Double blind", ": Yes\nOpen: No", False, False),
        ("Double blind", "\nHealthy Volunteers: No", True, False),
    ],
)
def test_the_question_of_a_field_may_be_answered_with_no(
    words: str, rest: str, *, alone: bool, answered: bool
) -> None:
    assert answered_no(words + rest, 0, len(words), alone=alone) is answered
