from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.evaluation import score
from extractor.evaluation.review_curve import DoubtClass, ReviewCurve, review_curve
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
CLASSES = st.lists(
    st.integers(1, 50).flatmap(lambda n: st.builds(DoubtClass, st.just("c"), st.just(n), st.integers(0, n))),
    min_size=1,
)


def test_the_doubtful_are_looked_at_first(extraction: Build) -> None:
    gold = extraction({"brief_title": "A", "acronym": "X"})
    read = extraction(
        {"brief_title": "B", "acronym": "X"},
        evidence={"/brief_title": {"status": "AMBIGUOUS"}, "/acronym": {"status": "VERIFIED"}},
    )
    curve = review_curve([(score(gold, read), read)])
    titles = [one for one in curve.classes if one.name in {"AMBIGUOUS", "VERIFIED"}]
    assert titles == [DoubtClass("AMBIGUOUS", 1, 1), DoubtClass("VERIFIED", 1, 0)]


def test_a_finding_makes_a_value_more_doubtful_than_its_equals(extraction: Build) -> None:
    gold = extraction({"brief_title": "A", "acronym": "X"})
    evidence = {"/brief_title": {"status": "VERIFIED"}, "/acronym": {"status": "VERIFIED"}}
    finding = {"code": "ambiguous", "pointer": "/acronym", "message": "m"}
    read = extraction({"brief_title": "A", "acronym": "X"}, evidence=evidence, findings=[finding])
    names = [one.name for one in review_curve([(score(gold, read), read)]).classes]
    assert names.index("VERIFIED, with a finding") < names.index("VERIFIED")


def test_what_is_missing_is_not_on_the_curve(extraction: Build) -> None:
    gold, read = extraction({"brief_title": "A"}), extraction({})
    curve = review_curve([(score(gold, read), read)])
    assert (curve.errors, curve.points, curve.area, curve.caught(0.1)) == (0, (), None, None)


def test_between_the_corners_the_curve_is_straight() -> None:
    curve = ReviewCurve((DoubtClass("a", 10, 8), DoubtClass("b", 90, 2)))
    assert curve.points == ((0, 0), (0.1, 0.8), (1, 1))
    assert curve.caught(0.05) == pytest.approx(0.4)
    assert curve.caught(1) == 1
    assert curve.area == pytest.approx(0.1 * 0.4 + 0.9 * 0.9)


@given(CLASSES)
def test_a_curve_rises_from_nothing_to_all(classes: list[DoubtClass]) -> None:
    curve = ReviewCurve(tuple(classes))
    caught = [curve.caught(budget / 20) for budget in range(21)]
    if curve.errors:
        rounded = [round(share, 12) for share in caught if share is not None]  # points lie between corners
        assert rounded == sorted(rounded)
        assert (caught[0], caught[-1]) == (0, pytest.approx(1))
        assert 0 <= (curve.area or 0) <= 1
