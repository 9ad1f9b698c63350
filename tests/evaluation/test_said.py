from decimal import Decimal

from extractor.evaluation.said import Said, shared
from extractor.records.arms import Arm, ArmIntervention, LinkBasis
from extractor.records.outcomes import Outcome, OutcomeKind
from extractor.records.times import TimePoint, TimeUnit

GOLD, READ = Said(None, {}), Said({"A7": "A1"}, {})


def outcome(*months: int) -> Outcome:
    points = [TimePoint(value=Decimal(month), unit=TimeUnit.MONTH) for month in months]
    return Outcome(kind=OutcomeKind.PRIMARY, measure="Survival", time_points=points)


def test_the_order_of_lists_and_the_names_of_keys_say_nothing() -> None:
    assert GOLD.values(outcome(12, 24)) == GOLD.values(outcome(24, 12))
    assert GOLD.values(Arm(key="A1", label="x")) == GOLD.values(Arm(key="A2", label="x"))
    assert GOLD.values(outcome(12, 12)) != GOLD.values(outcome(12))


def test_links_say_what_they_lead_to_in_gold() -> None:
    ours = ArmIntervention(arm="A1", intervention="I1", basis=LinkBasis.TABLE)
    theirs = ArmIntervention(arm="A7", intervention="I9", basis=LinkBasis.TABLE)
    assert READ.values(theirs)["/arm", "A1"] == GOLD.values(ours)["/arm", "A1"] == 1
    assert READ.values(theirs)["/intervention", "?"] == 1


def test_items_are_ordered_by_what_they_say_and_then_by_their_place() -> None:
    items = [outcome(24), outcome(12), outcome(24)]
    assert GOLD.order(items, [0, 1, 2]) == [1, 0, 2]
    assert GOLD.order(items, [2, 1]) == [1, 2]


def test_the_share_of_equal_values_counts_repetitions() -> None:
    assert shared(GOLD.values(outcome(12)), GOLD.values(outcome(12))) == 1
    assert 0 < shared(GOLD.values(outcome(12, 12)), GOLD.values(outcome(12))) < 1
    assert shared(GOLD.values(outcome()), READ.values(Arm(key="A1", label="x"))) == 0
