from collections.abc import Callable

import pytest

from extractor.errors import RecordError
from extractor.evaluation.slots import Slot, slot_at
from extractor.records.arms import Arm
from extractor.records.criteria import AgeConstraint, Criterion
from extractor.records.declare import declarations
from extractor.records.design import Design, Phase
from extractor.records.eligibility import Eligibility
from extractor.records.envelope import Extraction
from extractor.records.record import TrialRecord

Build = Callable[..., Extraction]


def test_a_slot_knows_lists_objects_and_single_values() -> None:
    assert Slot(TrialRecord, "arms").is_list
    assert Slot(TrialRecord, "arms").has_parts
    assert not Slot(TrialRecord, "arms").of_item().is_list
    assert not Slot(Design, "phases").has_parts
    assert Slot(Eligibility, "minimum_age").is_atom


def test_alternatives_become_what_the_model_holds() -> None:
    assert Slot(Design, "phases").parse(["PHASE1"], pointer="") == [Phase.PHASE1]
    assert Slot(Design, "phases").of_item().parse("PHASE1", pointer="") is Phase.PHASE1
    constraint = Slot(Criterion, "constraints").of_item().parse({"kind": "age"}, pointer="")
    assert constraint == AgeConstraint()


def test_null_may_stand_anywhere() -> None:
    assert Slot(Arm, "label").parse(None, pointer="") is None
    assert Slot(Design, "phases").parse(None, pointer="") == []


def test_a_value_that_does_not_fit_is_an_error_with_its_pointer() -> None:
    with pytest.raises(RecordError) as error:
        Slot(Design, "phases").parse(["PHASE9"], pointer="/design/phases")
    assert error.value.pointer == "/design/phases/0"


def test_only_values_other_than_null_are_defaults() -> None:
    assert Slot(Criterion, "negated").holds_default(value=False)
    assert not Slot(Criterion, "negated").holds_default(value=True)
    assert not Slot(Arm, "label").holds_default("x")


def test_a_pointer_leads_to_its_slot(extraction: Build) -> None:
    record = extraction({"arms": [{"key": "A1", "label": "A"}], "conditions": ["c"]}).record
    assert slot_at(record, "/arms/0/label") == Slot(Arm, "label")
    assert slot_at(record, "/arms/0") == Slot(TrialRecord, "arms", item=True)
    assert slot_at(record, "/conditions/0") == Slot(TrialRecord, "conditions", item=True)
    for wrong in ("/arms/1", "/colour", ""):
        with pytest.raises(LookupError):
            slot_at(record, wrong)


def test_every_list_of_objects_can_be_aligned() -> None:
    seen, todo = set(), [TrialRecord]
    while todo:
        model = todo.pop()
        for name in declarations(model):
            slot = Slot(model, name)
            for below in _models(slot):
                if slot.is_list and slot.has_parts:
                    assert below.alignment_keys, f"{below.__name__} names no alignment keys"
                if below not in seen:
                    seen.add(below)
                    todo.append(below)
    assert Criterion in seen


def _models(slot: Slot) -> list[type]:
    from typing import get_args  # noqa: PLC0415

    found, todo = [], [slot.owner.model_fields[slot.name].annotation]
    while todo:
        kind = todo.pop()
        todo += get_args(kind)
        if isinstance(kind, type) and hasattr(kind, "alignment_keys"):
            found.append(kind)
    return found
