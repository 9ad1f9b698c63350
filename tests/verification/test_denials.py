import pytest

from extractor.verification.denials import denied


@pytest.mark.parametrize("before", ["no ", "without ", "non-", "not ", "absence of ", "No evidence of "])
def test_words_behind_a_denial_are_denied(before: str) -> None:
    assert denied(f"{before}fever", len(before))


@pytest.mark.parametrize("before", ["", "No. ", "No: ", "No\n", "No\n\n  ", "No\r\n    ", "note ", "known "])
def test_an_answer_on_another_line_denies_nothing(before: str) -> None:
    assert not denied(f"{before}fever", len(before))
