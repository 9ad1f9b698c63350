from decimal import Decimal

import pytest

from extractor.normalise.comparisons import comparison_of, comparisons, differences


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("99.4 ± 12.2 versus 101.7 ± 8.2", "99.4", "101.7"),
        ("2.4 (1.1) in the talc group vs 3.9 (1.3)", "2.4", "3.9"),
        ("58% compared with 41%", "58", "41"),
        ("−1.5 mg vs. 0.5 mg", "-1.5", "0.5"),
    ],
)
def test_figures_of_two_arms(text: str, first: str, second: str) -> None:
    (found,) = comparisons(text)
    assert (found.first, found.second) == (Decimal(first), Decimal(second))


@pytest.mark.parametrize("text", ["30 to 65 years", "talc versus chalk", "3 of 4 patients", "3. Versus 4"])
def test_other_numbers_are_no_figures_of_arms(text: str) -> None:
    assert not comparisons(text)


def test_figures_called_differences() -> None:
    assert differences("(mean difference (MD) −2.3, CI −7.8; MD 0.7)") == (Decimal("-2.3"), Decimal("0.7"))


def test_each_outcome_has_the_figures_behind_its_own_name() -> None:
    text = "Pain was 3 vs 4 (P=0.2) and sleep was 7 vs 6."
    found = comparison_of(text, "sleep")
    assert found is not None
    assert found.first == Decimal(7)
    assert comparison_of(text, "hunger") is None
