import pytest

from extractor.evaluation import Tally
from extractor.evaluation.measure import GATED, measure_named


@pytest.mark.parametrize("name", GATED)
def test_a_gated_measure_is_the_share_of_that_name(name: str) -> None:
    tally = Tally(correct=6, wrong=1, missing=2, spurious=4)
    ratio = measure_named(name)(tally)
    assert ratio.part / ratio.n == pytest.approx(getattr(tally, name))


def test_every_rate_is_a_measure_and_others_are_none() -> None:
    assert measure_named("omission")(Tally(correct=3, missing=1)) == (1, 4)
    with pytest.raises(KeyError):
        measure_named("beauty")
