from collections.abc import Callable
from typing import Any

import pytest

from extractor.evaluation import Tally, score
from extractor.evaluation.swaps import exchangeable
from extractor.records.criteria import Criterion
from extractor.records.envelope import Extraction
from extractor.records.status import Status

Build = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("gold", "predicted", "partial"),
    [
        (
            {"status": {"start_date": {"date": "2012-03"}, "completion_date": {"date": "2015"}}},
            {"status": {"start_date": {"date": "2015"}, "completion_date": {"date": "2012-03"}}},
            {"/status/start_date": "SWAPPED", "/status/completion_date": "SWAPPED"},
        ),
        (
            {"brief_title": "A trial", "official_title": "A trial of everything"},
            {"brief_title": "A trial of everything", "official_title": "A trial of everything"},
            {"/brief_title": "SUPERSET"},
        ),
        (
            {"brief_title": "Short", "official_title": "Long"},
            {"brief_title": "Long", "official_title": "Long"},
            {"/brief_title": "SWAPPED"},
        ),
        ({"brief_title": "Short"}, {"brief_title": "Long"}, {}),
    ],
)
def test_golds_value_of_another_field_is_swapped(
    extraction: Build, gold: Any, predicted: Any, partial: dict[str, str]
) -> None:
    cells = score(extraction(gold), extraction(predicted)).cells
    assert {cell.path: cell.partial for cell in cells if cell.partial} == partial


def test_a_swapped_value_earns_nothing_in_either_reading(extraction: Build) -> None:
    gold = extraction({"brief_title": "Short", "official_title": "Long"})
    predicted = extraction({"brief_title": "Long", "official_title": "Short"})
    tally = Tally.of(score(gold, predicted).cells)
    assert (tally.wrong, tally.partial, tally.partial_credit) == (2, 2, 0)


def test_only_fields_of_one_kind_can_be_taken_for_each_other() -> None:
    assert {slot.name for slot in exchangeable(Status)["/start_date"]} >= {"completion_date", "verified"}
    assert exchangeable(Criterion) == {}
