import pytest

from extractor.verification.bound.wordings import is_statement


@pytest.mark.parametrize("words", ["at night", "nightly", "every evening", "twice"])
def test_words_for_how_often_state_how_something_is_given(words: str) -> None:
    assert is_statement(words)


@pytest.mark.parametrize("words", ["Night blindness", "Lanternol"])
def test_a_name_states_nothing(words: str) -> None:
    assert not is_statement(words)
