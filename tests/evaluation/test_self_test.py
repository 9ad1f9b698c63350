from collections.abc import Callable
from random import Random

import pytest

from extractor.evaluation.invented import Inventor, extraction
from extractor.evaluation.relations import RELATIONS, Pair
from extractor.evaluation.self_test import SelfTest, Violation, self_test


def test_no_relation_is_violated() -> None:
    assert self_test(150) == SelfTest(150, 300, ())


@pytest.mark.slow
def test_no_relation_is_violated_on_ten_thousand_pairs() -> None:
    assert self_test(10_000).violations == ()


def test_a_seed_names_a_record_and_its_reading() -> None:
    one, other = (Inventor(Random(7)) for _ in range(2))
    gold = one.record()
    assert gold == other.record()
    assert one.reading(gold) == other.reading(gold)


def test_readings_err_in_some_values_and_invent_nothing_that_a_record_cannot_hold() -> None:
    outcomes = set()
    for seed in range(20):
        inventor = Inventor(Random(seed), 3)
        gold = inventor.record()
        outcomes |= {
            cell.outcome.value for cell in Pair(gold, inventor.reading(gold), inventor.random).score.cells
        }
        assert extraction(gold).record.arms
    assert outcomes >= {"CORRECT", "WRONG", "PARTIAL", "MISSING", "SPURIOUS", "CORRECTLY_NULL"}


@pytest.mark.parametrize(
    ("relation", "spoil"),
    [
        ("permuted", lambda pair: {**pair.read, "conditions": ["x", *pair.read["conditions"]]}),
        ("renamed", lambda pair: {**pair.read, "arm_interventions": []}),
        ("nulls", lambda pair: {**pair.read, "acronym": "new"}),
        ("swapped", lambda pair: {**pair.read, "brief_title": None}),
        ("invented", lambda pair: {**pair.read, "brief_title": None}),
        ("left_out", lambda pair: {**pair.read, "acronym": "new"}),
        ("again", lambda pair: {**pair.read, "acronym": "new"}),
    ],
)
def test_a_relation_tells_a_score_that_is_not_the_pairs(
    relation: str, spoil: Callable[[Pair], dict[str, object]]
) -> None:
    inventor = Inventor(Random(3), 3)
    gold = inventor.record()
    whole = {**gold, "acronym": None}
    pair = Pair(whole, whole, Random(1))
    assert RELATIONS[relation](pair)
    spoilt = Pair(whole, spoil(pair), Random(1))
    spoilt.__dict__["score"] = pair.score  # the score of other records: as if the scorer had erred
    assert not RELATIONS[relation](spoilt)


def test_a_violation_names_the_seed_that_shows_it_again() -> None:
    assert Violation(5, "permuted").seed == 5
