from collections.abc import Callable
from typing import Any

import pytest

from extractor.evaluation import score
from extractor.evaluation.faults import displaced
from extractor.evaluation.part import ItemCount
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def arms(*labels: str) -> dict[str, Any]:
    return {"arms": [{"key": f"A{at}", "label": label} for at, label in enumerate(labels, start=1)]}


def found(gold: Extraction, predicted: Extraction) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(event.fault.value, event.gold, event.predicted) for event in score(gold, predicted).events]


def count(gold: Extraction, predicted: Extraction, path: str = "/arms") -> ItemCount:
    return next(item for item in score(gold, predicted).items if item.path == path)


@pytest.mark.parametrize(
    ("positions", "moves"), [([], 0), ([0, 1, 2], 0), ([2, 0, 1], 1), ([2, 1, 0], 2), ([0, 2, 4], 0)]
)
def test_order_is_told_by_how_many_items_would_have_to_move(positions: list[int], moves: int) -> None:
    assert displaced(positions) == moves


def test_one_item_for_two_is_a_merge_and_two_for_one_a_split(extraction: Build) -> None:
    apart = extraction(arms("Sorafenib 400 mg", "TACE", "Placebo"))
    together = extraction(arms("Sorafenib 400 mg plus TACE", "Placebo"))
    assert found(apart, together) == [("MERGED", ("/arms/0", "/arms/1"), ("/arms/0",))]
    assert found(together, apart) == [("SPLIT", ("/arms/0",), ("/arms/0", "/arms/1"))]
    assert (count(apart, together).merged, count(together, apart).split) == (1, 1)


def test_an_item_within_the_name_of_another_pair_is_neither(extraction: Build) -> None:
    gold = extraction(arms("TACE", "TACE plus sorafenib"))
    assert found(gold, extraction(arms("TACE", "TACE plus sorafenib"))) == []
    assert found(gold, extraction(arms("TACE plus sorafenib"))) == []


def test_an_item_said_twice_is_spurious_once_and_named(extraction: Build) -> None:
    gold, predicted = extraction(arms("TACE", "Placebo")), extraction(arms("TACE", "TACE", "Placebo"))
    assert found(gold, predicted) == [("REPEATED", (), ("/arms/1", "/arms/0"))]
    assert (count(gold, predicted).spurious, count(gold, predicted).repeated) == (1, 1)
    assert found(predicted, predicted) == []


def test_another_order_costs_nothing_and_is_told(extraction: Build) -> None:
    gold, predicted = extraction(arms("A", "B", "C")), extraction(arms("C", "A", "B"))
    assert count(gold, predicted) == ItemCount("/arms", 3, 0, 0, displaced=1)
