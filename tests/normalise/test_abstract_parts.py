import pytest

from extractor.normalise.abstract_parts import part_of, tells_methods


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Results: Sleep came.", ("RESULTS", 9)),
        ("METHODS: Tea was given.", ("OTHER", 9)),
        ("Patients and Methods: Tea.", ("OTHER", 22)),
        ("Median sleep: 7 hours", (None, 0)),
        ("Sleep came.", (None, 0)),
    ],
)
def test_a_label_names_the_part(sentence: str, part: tuple[str | None, int]) -> None:
    assert part_of(sentence) == part


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("METHODS: Tea was given.", True),
        ("Patients and Methods: Tea.", True),
        ("BACKGROUND: Tea is old.", False),
        ("Conclusions: Tea works.", False),
        ("Results: Sleep came.", False),
        ("Tea was given.", None),
    ],
)
def test_some_parts_say_what_was_done(sentence: str, told: bool | None) -> None:
    assert tells_methods(sentence) is told
