from itertools import chain, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.evaluation.chance import Chance

PAIRS = st.lists(st.tuples(st.sampled_from([None, "a", "b", "c"]), st.sampled_from([None, "a", "b"])))


def test_a_rare_value_makes_alpha_fall_and_leaves_ac1() -> None:
    pairs = chain(repeat(("no", "no"), 95), repeat(("yes", "no"), 2), repeat(("no", "yes"), 3))
    found = Chance.of(pairs)
    assert found.alpha == pytest.approx(-0.0207, abs=1e-3)
    assert found.ac1 == pytest.approx(0.947, abs=1e-3)


def test_the_worked_example_of_a_textbook_is_met() -> None:
    """Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section B: ten units, alpha 0.095."""
    first = (0, 1, 0, 0, 0, 0, 0, 0, 1, 0)
    second = (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
    assert Chance.of(zip(first, second, strict=True)).alpha == pytest.approx(0.095, abs=5e-4)


def test_one_value_alone_leaves_alpha_undefined_and_ac1_whole() -> None:
    found = Chance.of([(None, None)] * 4)
    assert (found.alpha, found.ac1) == (None, 1.0)
    assert (Chance.of([]).alpha, Chance.of([]).ac1) == (None, None)


def test_values_of_one_field_are_no_chance_for_another() -> None:
    one, other = Chance.of([("a", "a"), ("b", "b")]), Chance.of([("c", "c"), ("d", "c")])
    both = one + other
    assert (both.n, both.differ) == (4, 1)
    assert both.alpha_expected == pytest.approx(one.alpha_expected + other.alpha_expected)


@given(PAIRS)
def test_neither_depends_on_who_is_first_and_neither_is_above_1(pairs: list[tuple[str, str]]) -> None:
    found, turned = Chance.of(pairs), Chance.of([(b, a) for a, b in pairs])
    assert found == turned
    assert all(value is None or value <= 1 + 1e-12 for value in (found.alpha, found.ac1))
    if pairs and not found.differ:
        assert found.ac1 == pytest.approx(1)
        assert found.alpha in (None, pytest.approx(1))
