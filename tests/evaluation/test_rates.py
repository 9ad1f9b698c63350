import pytest

from extractor.evaluation import Tally
from extractor.evaluation.rate import Rate
from extractor.evaluation.rates import RATES

TALLY = Tally(
    correct=6,
    wrong=2,
    missing=3,
    spurious=1,
    correctly_null=9,
    invalid=1,
    partial=1,
    partial_credit=0.5,
    fabricated=1,
    evidence_right=4,
    evidence_none=1,
    absence_right=1,
    absence_wrong=1,
)


@pytest.mark.parametrize(
    ("name", "part", "n"),
    [
        ("omission", 4, 12),
        ("hallucination", 1, 10),
        ("wrong", 2, 8),
        ("error", 7, 13),
        ("fabricated", 1, 9),
        ("gold_null", 10, 22),
        ("precision", 6, 9),
        ("recall", 6, 12),
        ("lenient_precision", 6.5, 9),
        ("lenient_recall", 6.5, 12),
        ("right_words", 4, 5),
        ("wrong_words", 1, 5),
        ("right_absence", 1, 2),
    ],
)
def test_each_rate_has_a_denominator_of_its_own(name: str, part: float, n: int) -> None:
    assert RATES[name](TALLY) == Rate(part, n)


def test_every_rate_is_told() -> None:
    assert {rate(Tally()).value for rate in RATES.values()} == {None}
    assert Rate(1, 4).value == 0.25
