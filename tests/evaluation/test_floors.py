from extractor.evaluation import Tally
from extractor.evaluation.floors import Floor, Floors
from extractor.records.declare import Tier

TALLY = Tally(correct=8, spurious=2)  # F1 16/18, spurious share 0.2


def test_a_score_on_the_floor_passes() -> None:
    assert Floors(Floor(f1=16 / 18, spurious_share=0.2)).failures(TALLY, {}) == []


def test_a_score_below_the_floor_is_told_in_words() -> None:
    failures = Floors(Floor(f1=0.9, spurious_share=0.1)).failures(TALLY, {})
    assert failures == [
        "overall: F1 is 0.8889, the floor is 0.9000",
        "overall: the spurious share is 0.2000, the limit is 0.1000",
    ]


def test_each_tier_has_its_own_floor() -> None:
    floors = Floors(tiers={Tier.PROSE: Floor(f1=0.9), Tier.COMPUTED: Floor(f1=0.5)})
    failures = floors.failures(TALLY, {"prose": TALLY, "computed": TALLY})
    assert failures == ["tier prose: F1 is 0.8889, the floor is 0.9000"]


def test_a_score_that_cannot_be_had_does_not_reach_a_floor() -> None:
    floors = Floors(tiers={Tier.PROSE: Floor(f1=0.1, spurious_share=0.1)})
    assert floors.failures(TALLY, {}) == ["tier prose: F1 has no value, the floor is 0.1000"]


def test_no_floor_asks_for_nothing() -> None:
    assert Floors().failures(Tally(missing=5), {}) == []
