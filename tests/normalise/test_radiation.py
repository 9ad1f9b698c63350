import pytest

from extractor.normalise.dose_amounts import amounts
from extractor.normalise.radiation import fractionated


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("60 Gy in 2 Gy fractions", ["whole", "dose"]),
        ("2 Gy per fraction to 60 Gy", ["dose", "whole"]),
        ("25 Gy in 10 fractions of 2.5 Gy", ["whole", "dose"]),
        ("60 Gy in 30 fractions", ["dose"]),
        ("60 Gy; tea and 2 mg per session", ["dose", "dose"]),
    ],
)
def test_the_amount_of_one_fraction_is_the_dose_where_it_is_printed(text: str, kinds: list[str]) -> None:
    assert [one.kind.value for one in fractionated(text, amounts(text))] == kinds
