from collections.abc import Callable

import pytest

from extractor.evaluation import score
from extractor.evaluation.edits import Edits, EditWeights, edits
from extractor.evaluation.score import score_failure
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def arm(key: str, label: str, **rest: object) -> dict[str, object]:
    return {"key": key, "label": label, "listed": True, **rest}


def test_a_perfect_record_costs_nothing_and_saves_all(extraction: Build) -> None:
    gold = extraction({"brief_title": "A", "arms": [arm("A1", "x")]})
    found = edits(score(gold, gold))
    assert (found.substitute, found.insert, found.delete, found.move) == (0, 0, 0, 0)
    assert found.saved(EditWeights()) == 1


def test_wrong_values_are_written_over_missing_ones_written_spurious_ones_struck(extraction: Build) -> None:
    gold = extraction({"brief_title": "A", "acronym": "X"})
    found = edits(score(gold, extraction({"brief_title": "B", "official_title": "C"})))
    assert (found.substitute, found.insert, found.delete, found.move) == (1, 1, 1, 0)


def test_a_spurious_item_is_struck_at_once_and_a_missing_one_written_value_by_value(
    extraction: Build,
) -> None:
    whole = extraction({"arms": [arm("A1", "x"), arm("A2", "placebo", description="sugar")]})
    part = extraction({"arms": [arm("A1", "x")]})
    assert edits(score(part, whole)).delete == 1
    assert edits(score(whole, part)).insert == 2


def test_an_item_in_the_wrong_list_is_moved(extraction: Build) -> None:
    criterion = {"text": "pregnant women"}
    gold = extraction({"eligibility": {"exclusion": [criterion]}})
    found = edits(score(gold, extraction({"eligibility": {"inclusion": [criterion]}})))
    assert (found.insert, found.delete, found.move) == (0, 0, 1)


def test_a_stray_word_fills_one_gap_only(extraction: Build) -> None:
    gold = extraction({"eligibility": {"exclusion": [{"text": "x"}]}})
    twice = extraction({"eligibility": {"inclusion": [{"text": "x"}, {"text": "x"}]}})
    found = edits(score(gold, twice))
    assert (found.move, found.delete) == (1, 1)


def test_an_unreadable_page_is_written_from_nothing(extraction: Build) -> None:
    gold = extraction({"brief_title": "A", "acronym": "X"})
    found = edits(score_failure(gold, "broken"))
    assert found.insert == found.written == edits(score(gold, gold)).written
    assert found.saved(EditWeights()) == 0


def test_weights_price_each_kind() -> None:
    found = Edits(substitute=1, insert=2, delete=3, move=4, written=100)
    assert found.cost(EditWeights(substitute=1000, insert=100, delete=10, move=1)) == 1234
    assert (found + found).cost(EditWeights()) == 20
    assert found.saved(EditWeights()) == pytest.approx(0.9)
    assert Edits().saved(EditWeights()) is None
