import pytest

from extractor.evaluation import Cell, Outcome, Tally
from extractor.evaluation.tally import tallies
from extractor.records.declare import Tier


def cell(outcome: Outcome, group: str = "arms") -> Cell:
    return Cell("page", "/arms/label", None, None, group, Tier.STRUCTURE, outcome, "", None, None)


def test_a_wrong_value_counts_against_precision_and_recall() -> None:
    tally = Tally.of([cell(Outcome.CORRECT), cell(Outcome.WRONG)])
    assert (tally.precision, tally.recall, tally.f1) == (0.5, 0.5, 0.5)


def test_missing_lowers_recall_and_spurious_lowers_precision() -> None:
    tally = Tally(correct=6, missing=2, spurious=4, wrong=0)
    assert (tally.precision, tally.recall) == (0.6, 0.75)
    assert tally.f1 == pytest.approx(2 / 3)
    assert tally.spurious_share == 0.4
    assert tally.n == 12


def test_values_of_an_unreadable_page_lower_recall_and_are_counted_apart() -> None:
    tally = Tally.of([cell(Outcome.CORRECT), cell(Outcome.INVALID)])
    assert (tally.recall, tally.precision, tally.missing, tally.invalid) == (0.5, 1.0, 0, 1)


def test_part_marks_count_as_wrong() -> None:
    assert Tally.of([cell(Outcome.PARTIAL)]).wrong == 1


def test_right_nulls_and_unlabelled_values_are_in_no_share_but_agreement() -> None:
    tally = Tally.of([cell(Outcome.CORRECTLY_NULL), cell(Outcome.UNLABELLED)])
    assert (tally.n, tally.precision, tally.recall, tally.f1, tally.spurious_share) == (0, *[None] * 4)
    assert tally.agreement == 1


def test_a_share_of_nothing_is_none_and_neither_zero_nor_one() -> None:
    nothing_predicted = Tally(missing=3)
    assert (nothing_predicted.precision, nothing_predicted.recall, nothing_predicted.f1) == (None, 0, 0)
    nothing_wanted = Tally(spurious=3)
    assert (nothing_wanted.precision, nothing_wanted.recall, nothing_wanted.f1) == (0, None, 0)
    assert Tally().agreement is None


def test_groups_stand_in_the_order_in_which_they_occur() -> None:
    cells = [cell(Outcome.CORRECT, "titles"), cell(Outcome.WRONG), cell(Outcome.MISSING, "titles")]
    found = tallies(cells, lambda one: one.group)
    assert list(found) == ["titles", "arms"]
    assert found["titles"] == Tally(correct=1, missing=1)


def test_the_lenient_f1_counts_the_declared_share() -> None:
    tally = Tally(correct=2, wrong=1, partial=1, partial_credit=0.5)
    assert (tally.f1, tally.lenient_f1) == (pytest.approx(2 / 3), pytest.approx(5 / 6))
