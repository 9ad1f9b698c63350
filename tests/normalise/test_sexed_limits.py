"""Limits that differ by sex."""

import pytest

from extractor.normalise.quantities import quantities
from extractor.normalise.sexed_limits import sexed_limits
from extractor.records.criteria import QuantityConstraint


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Waist circumference: male 90 cm, female 85 cm", ["UNSTATED 90", "UNSTATED 85"]),
        ("Waist circumference ≥ 90 cm (male), 85 cm (female)", ["GE 90", "UNSTATED 85"]),
        ("waist: men ≥ 90 cm, women ≥ 85 cm", ["GE 90", "GE 85"]),
        ("QTc: 450 ms for men, 470 ms for women", ["UNSTATED 450", "UNSTATED 470"]),
        ("Hb > 13 g/dL in men, > 12 g/dL in women", ["GT 13", "GT 12"]),
    ],
)
def test_the_limit_of_neither_sex_is_lost(text: str, values: list[str]) -> None:
    found = [one.constraint for one in quantities(text)]
    assert [f"{one.comparator} {one.value}" for one in found if isinstance(one, QuantityConstraint)] == values
    assert len(sexed_limits(text)) == 2


@pytest.mark.parametrize(
    "text",
    ["Men and women aged ≥50 years", "Men and women with Hb > 9 g/dL", "Women: Hb > 9 g/dL", "Hb > 9 g/dL"],
)
def test_a_limit_of_all_or_of_one_sex_only_is_none(text: str) -> None:
    assert sexed_limits(text) == ()
