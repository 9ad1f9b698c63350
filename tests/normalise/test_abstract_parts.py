import pytest

from extractor.normalise.abstract_parts import part_of


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
