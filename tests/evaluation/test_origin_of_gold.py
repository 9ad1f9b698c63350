"""Gold is read from its page: none of its values is made up there, most of them are on any other page."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from extractor.evaluation import Suite
from extractor.evaluation.aspects import Origin
from extractor.evaluation.case import Case
from extractor.evaluation.origin import Source
from extractor.evaluation.slots import Slot, scored_slots
from extractor.records.declare import Scoring

CASES = Suite.load(Path(__file__).resolve().parents[2] / "eval" / "suite.toml").cases
WORDY = {Scoring.TEXT, Scoring.LONG_TEXT, Scoring.IDENTIFIER}


def values(item: BaseModel) -> Iterator[tuple[Slot, Any]]:
    """Every scored value of a record with its field."""
    for slot in scored_slots(type(item)):
        found = item.__dict__[slot.name]
        for value in found if isinstance(found, list) else [found]:
            if isinstance(value, BaseModel) and slot.has_parts:
                yield from values(value)
            elif value is not None:
                yield slot.of_item() if slot.is_list else slot, value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_no_value_of_gold_is_made_up_on_its_own_page(case: Case) -> None:
    source = Source(case.page().text)
    found = values(case.gold_extraction().record)
    assert [pair for pair in found if source.origin(pair[1], pair[0]) is Origin.NOT_IN_SOURCE] == []


def test_most_words_of_gold_are_made_up_on_another_page() -> None:
    origins: Counter[Origin | None] = Counter()
    for case, other in zip(CASES, (*CASES[1:], CASES[0]), strict=True):
        source = Source(other.page().text)
        for slot, value in values(case.gold_extraction().record):
            if slot.declared.scoring in WORDY:
                origins[source.origin(value, slot)] += 1
    assert origins[Origin.NOT_IN_SOURCE] > 0.8 * origins.total()
