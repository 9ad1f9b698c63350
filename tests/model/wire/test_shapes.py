from typing import Any

import pytest

from extractor.documents import Document
from extractor.model.wire.columns import Column, Group
from extractor.model.wire.leaves import WORDS, Flag
from extractor.model.wire.reading import Reading
from extractor.model.wire.shapes import Many, Said, WireObject, object_below

CUP = WireObject("Cup", "A cup.", (Column("label", WORDS, "Its label."), Column("full", Flag(), "Full?")))


@pytest.fixture
def reading() -> Reading:
    return Reading(Document.from_text("tea", id="page"))


def test_an_object_has_exactly_its_keys(reading: Reading) -> None:
    assert CUP.read({"label": "tea", "full": True}, "/cup", reading) == {"label": "tea", "full": True}
    assert reading.faults == []
    CUP.read({"label": "tea", "colour": 1, "size": 2}, "/cup", reading)
    assert reading.faults == ["/cup: keys are missing: full", "/cup: 2 keys that are not asked for"]


def test_an_object_with_words_quotes_them_for_itself(reading: Reading) -> None:
    quoted = WireObject("Cup", "", (Column("words", WORDS, "."), Column("full", Flag(), ".")), quoted=True)
    assert quoted.read({"words": "a full cup", "full": True}, "/cup", reading) == {"full": True}
    assert [quote.text for quote in reading.quotes["/cup"]] == ["a full cup"]


def test_a_said_value_is_the_value_and_its_words_are_quoted(reading: Reading) -> None:
    assert Said(Flag()).read({"words": "not full", "value": False}, "/full", reading) is False
    assert [quote.text for quote in reading.quotes["/full"]] == ["not full"]


def test_words_without_a_value_say_nothing(reading: Reading) -> None:
    assert Said(Flag()).read({"words": None, "value": True}, "/full", reading) is None
    assert reading.faults == ["/full/words: null where a value is needed"]


def test_items_of_a_list_have_places_of_their_own(reading: Reading) -> None:
    assert Many(WORDS).read(["tea", 1, "milk"], "/cups", reading) == ["tea", None, "milk"]
    assert reading.faults == ["/cups/1: no text"]


def test_an_object_is_filled_only_where_nothing_is_wrong(reading: Reading) -> None:
    def fill(made: dict[str, Any]) -> None:
        made["size"] = len(made["label"])

    filled = WireObject("Cup", "", CUP.parts, fill=fill)
    assert filled.read({"label": "tea", "full": True}, "", reading)["size"] == 3
    assert "size" not in filled.read({"label": 5, "full": True}, "", reading)


def test_two_columns_of_one_name_are_a_mistake_of_ours() -> None:
    columns = (Column("low", Flag(), "."), Group("low", (Column("low", Flag(), "."),)))
    with pytest.raises(TypeError, match="Cup"):
        WireObject("Cup", "", columns)


def test_the_object_in_a_list_is_below_it() -> None:
    assert object_below(Many(CUP)) is object_below(CUP) is CUP
    assert object_below(Many(WORDS)) is None
