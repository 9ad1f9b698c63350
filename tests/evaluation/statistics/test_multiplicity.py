import pytest

from extractor.evaluation.statistics.multiplicity import benjamini_hochberg, holm

P = {"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.005}


def test_holm_multiplies_the_smallest_most_and_never_falls_below_a_smaller_one() -> None:
    assert holm(P) == pytest.approx({"a": 0.03, "b": 0.06, "c": 0.06, "d": 0.02})
    assert list(holm(P)) == list(P)


def test_benjamini_and_hochberg_divide_by_the_rank() -> None:
    assert benjamini_hochberg(P) == pytest.approx({"a": 0.02, "b": 0.04, "c": 0.04, "d": 0.02})


def test_no_p_value_exceeds_one_and_no_tests_give_none() -> None:
    assert holm({"a": 0.9, "b": 0.8}) == {"a": 1.0, "b": 1.0}
    assert holm({}) == benjamini_hochberg({}) == {}
