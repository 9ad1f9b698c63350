import pytest

from extractor.normalise.comparators import comparator_after, comparator_before


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("≥", "GE"),
        (">=", "GE"),
        ("at least", "GE"),
        ("no less than", "GE"),
        ("no more than", "LE"),
        ("not exceeding", "LE"),
        ("up to", "LE"),
        ("exceeding", "GT"),
        ("more than", "GT"),
        ("fewer than", "LT"),
        (r"\<", "LT"),
        ("=", "EQ"),
    ],
)
def test_signs_and_words_before_a_number(words: str, comparator: str) -> None:
    text = f"level {words} 5"
    found = comparator_before(text, len(text) - 1)
    assert found is not None
    assert found == (comparator, text.index(words))


@pytest.mark.parametrize("words", ["leftover", "level of", "flower", "but"])
def test_other_words_are_none(words: str) -> None:
    assert comparator_before(f"{words} 5", len(words) + 1) is None


def test_words_behind_a_number() -> None:
    assert comparator_after("3 or more", 1) == ("GE", 9)
    assert comparator_after("3 or so", 1) is None
