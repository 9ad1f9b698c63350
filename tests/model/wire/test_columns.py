from typing import Any

import pytest

from extractor.documents import Document
from extractor.model.wire.columns import Column, Group
from extractor.model.wire.leaves import WORDS, Flag
from extractor.model.wire.reading import Reading

LID = Group(
    "lid",
    (
        Column("lid_label", WORDS, "Label.", nullable=True, field="label", needed=True),
        Column("lid_open", Flag(), "Open?", nullable=True, field="open"),
    ),
)


@pytest.fixture
def reading() -> Reading:
    return Reading(Document.from_text("tea", id="page"))


def lid(reading: Reading, label: Any, *, opened: Any) -> Any:
    made: dict[str, Any] = {}
    LID.put({"lid_label": label, "lid_open": opened}, made, "/cup", reading)
    return made["lid"]


def test_columns_of_a_group_are_one_object(reading: Reading) -> None:
    assert lid(reading, "tin", opened=False) == {"label": "tin", "open": False}
    assert lid(reading, "tin", opened=None) == {"label": "tin", "open": None}
    assert lid(reading, None, opened=None) is None
    assert reading.faults == []


def test_a_group_without_what_it_needs_is_a_fault(reading: Reading) -> None:
    lid(reading, None, opened=True)
    assert reading.faults == ["/cup/lid_label: null where the columns beside it have values"]


def test_a_faulty_column_is_named_once(reading: Reading) -> None:
    lid(reading, 5, opened=True)
    assert reading.faults == ["/cup/lid_label: no text"]


def test_null_is_allowed_where_the_column_says_so(reading: Reading) -> None:
    assert Column("label", WORDS, ".", nullable=True).schema({}) == {
        "anyOf": [{"type": "string"}, {"type": "null"}]
    }
    assert Column("label", WORDS, ".").take({"label": None}, "", reading) is None
    assert reading.faults == ["/label: null where a value is needed"]


def test_a_column_says_what_stands_in_it_and_where_it_comes_from() -> None:
    assert Column("open", Flag(), ".", role="judgement").kind == "judgement, true or false"
    assert Column("open", Flag(), ".").kind == "true or false"
