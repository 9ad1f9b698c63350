"""Ratios of two parameters."""

import pytest

from extractor.normalise.quantities import quantities
from extractor.records.criteria import QuantityConstraint


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("p-tau/a-beta ratio > 0.02", ["p-tau/a-beta ratio"]),
        ("a-beta 42/40 ratio ≤ 0.06", ["a-beta 42/40 ratio"]),
        ("E/A ratio < 1", ["E/A ratio"]),
        ("LDL to HDL ratio > 3", ["LDL to HDL ratio"]),
        ("ratio of AST to ALT > 2", ["ratio of AST to ALT"]),
        ("ALT/AST > 3", []),
        ("ratio > 2", []),
        ("ALT/AST ≤ 2.5 x ULN", ["ALT", "AST"]),
        ("albumin/creatinine ratio > 30 mg/g", ["albumin/creatinine ratio"]),
    ],
)
def test_a_ratio_is_one_parameter_or_none(text: str, parameters: list[str]) -> None:
    found = [one.constraint for one in quantities(text)]
    assert [one.parameter for one in found if isinstance(one, QuantityConstraint)] == parameters
