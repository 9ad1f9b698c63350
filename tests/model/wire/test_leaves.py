import json
from decimal import Decimal
from typing import Any

import pytest
from wire_answers import answer, read

from extractor.documents import Document
from extractor.model.wire.derive import leaf_of
from extractor.model.wire.forms import form_of
from extractor.model.wire.leaves import WORDS, Choice, Flag, Leaf
from extractor.model.wire.reading import AnswerError, Reading
from extractor.records.declare import declarations
from extractor.records.design import Design, Enrollment, Phase
from extractor.records.results import ResultStatement
from extractor.records.times import PartialDate

NUMBER = leaf_of(ResultStatement, "value", declarations(ResultStatement)["value"])
COUNT = leaf_of(Enrollment, "count", declarations(Enrollment)["count"])
DATE = leaf_of(PartialDate, "date", declarations(PartialDate)["date"])


def said(leaf: Leaf, value: Any) -> tuple[Any, list[str]]:
    """What a leaf reads, and the faults it names."""
    reading = Reading(Document.from_text("tea", id="page"))
    return leaf.read(value, "/tea", reading), reading.faults


@pytest.mark.parametrize(
    ("leaf", "value", "made"),
    [
        (WORDS, "Blue tea", "Blue tea"),
        (Flag(), False, False),
        (Choice.of(Phase), "NA", "NA"),
        (NUMBER, Decimal("1.50"), 1.5),
        (NUMBER, Decimal("18.0"), 18),
        (COUNT, 120, 120),
        (COUNT, Decimal("120.0"), 120),
        (DATE, "2031-02", "2031-02"),
    ],
)
def test_a_value_is_read_in_the_form_of_the_record(leaf: Leaf, value: Any, made: Any) -> None:
    found, faults = said(leaf, value)
    assert faults == []
    assert (found, type(found)) == (made, type(made))


@pytest.mark.parametrize(
    ("leaf", "value"),
    [
        (WORDS, 5),
        (WORDS, ""),
        (WORDS, "\t "),
        (Flag(), 0),
        (Flag(), "true"),
        (Choice.of(Phase), "Phase 2"),
        (Choice.of(Phase), ["NA"]),
        (NUMBER, True),
        (NUMBER, "5"),
        (NUMBER, Decimal("1.1234567890123456789")),
        (COUNT, Decimal("1.5")),
        (COUNT, -1),
        (COUNT, True),
        (DATE, "2031-13"),
        (DATE, "Feb 2031"),
        (DATE, 2031),
    ],
)
def test_a_value_of_another_type_is_a_fault_with_its_place(leaf: Leaf, value: Any) -> None:
    found, faults = said(leaf, value)
    assert found is None
    assert len(faults) == 1
    assert faults[0].startswith("/tea: ")


def test_an_enumeration_is_defined_once_for_all_its_places() -> None:
    definitions: dict[str, Any] = {}
    choice = Choice.of(Phase)
    assert choice.schema(definitions) == choice.schema(definitions) == {"$ref": "#/$defs/Phase"}
    assert definitions == {"Phase": {"type": "string", "enum": [phase.value for phase in Phase]}}


def test_numbers_of_an_answer_reach_the_part_as_plain_json() -> None:
    form = form_of(("location_count_stated",))
    part = read(form, answer(form, location_count_stated={"words": "12 sites", "value": 12}))
    assert json.loads(json.dumps(part.record)) == {"location_count_stated": 12}
    with pytest.raises(AnswerError, match="/location_count_stated/value"):
        read(form, answer(form, location_count_stated={"words": "12 sites", "value": 12.5}))


def test_a_flag_is_no_number_to_the_design() -> None:
    leaf = leaf_of(Design, "multicenter", declarations(Design)["multicenter"])
    assert leaf == Flag()
