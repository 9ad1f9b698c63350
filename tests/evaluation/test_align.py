from decimal import Decimal

from extractor.evaluation.align import align, match
from extractor.evaluation.similarity import Reading
from extractor.records.outcomes import Outcome, OutcomeKind
from extractor.records.times import TimePoint, TimeUnit


def never(_row: int, _column: int) -> float:
    return 0.0


def outcome(measure: str, months: int = 12) -> Outcome:
    points = [TimePoint(value=Decimal(months), unit=TimeUnit.MONTH)]
    return Outcome(kind=OutcomeKind.PRIMARY, measure=measure, time_points=points)


def test_an_exact_pair_is_kept_where_two_near_ones_would_weigh_more() -> None:
    assert match([[1, 0.75], [0.75, 0]], never) == [(0, 0)]
    assert match([[1, 0.99, 0], [0.99, 1, 0.99], [0, 0.99, 0]], never) == [(0, 0), (1, 1)]


def test_an_exact_pair_with_an_exact_rival_is_kept_too() -> None:
    assert sorted(match([[1, 1], [0.9, 0]], never)) == [(0, 1), (1, 0)]


def test_several_near_pairs_do_not_break_an_exact_one_with_rivals() -> None:
    found = match([[1, 0.75, 0], [1, 0, 0.75], [0.9, 0, 0]], never)
    assert (2, 0) not in found
    assert len(found) == 2


def test_items_at_or_below_the_threshold_stay_alone() -> None:
    assert match([[0.5]], never) == []
    assert match([[0.51]], never) == [(0, 0)]


def test_equally_near_items_pair_in_their_order() -> None:
    assert sorted(match([[0.8] * 3] * 3, never)) == [(0, 0), (1, 1), (2, 2)]


def test_of_two_places_equally_far_away_the_earlier_one_is_taken_from_either_side() -> None:
    alike = [[0, 0, 0, 0], [0, 0.8, 0, 0.8]]
    assert match(alike, never) == [(1, 1)]
    assert match([list(column) for column in zip(*alike, strict=True)], never) == [(1, 1)]


def test_overall_survival_is_not_paired_with_adverse_events() -> None:
    assert align([[Reading(outcome("Overall survival"))]], [outcome("Adverse events")], {}) == []


def test_descriptions_do_not_pair_items() -> None:
    survival, progression = outcome("Overall survival"), outcome("Time to progression")
    swapped = [
        survival.model_copy(update={"description": "time to progression of disease"}),
        progression.model_copy(update={"description": "overall survival of patients"}),
    ]
    ours = [survival.model_copy(update={"description": "overall survival of patients"})]
    assert align([[Reading(ours[0])]], swapped, {}) == [(0, 0)]


def test_items_with_the_same_keys_are_told_apart_by_their_other_values() -> None:
    gold = [[Reading(outcome("Overall survival", months))] for months in (12, 24, 36)]
    predicted = [outcome("Overall survival", months) for months in (36, 12, 24)]
    assert align(gold, predicted, {}) == [(0, 1), (1, 2), (2, 0)]
    assert align(gold[:2], [outcome("Overall survival", months) for months in (24, 36)], {}) == [
        (0, 1),
        (1, 0),
    ]


def test_items_that_are_the_same_in_every_value_pair_in_their_order() -> None:
    items = [outcome("Overall survival")] * 3
    assert align([[Reading(item)] for item in items], items, {}) == [(0, 0), (1, 1), (2, 2)]
