import json
from typing import Any

from jsonschema import Draft202012Validator

from extractor.model.wire import WireRecord, wire_schema, wire_schema_hash
from extractor.records.record import TrialRecord


def test_a_valid_answer_follows_the_schema_that_is_sent(answer: dict[str, Any]) -> None:
    Draft202012Validator(wire_schema()).validate(answer)


def test_the_schema_that_is_sent_refuses_unknown_keys(answer: dict[str, Any]) -> None:
    answer["record"]["colour"] = "blue"
    assert not Draft202012Validator(wire_schema()).is_valid(answer)


def test_the_schema_holds_no_descriptions_titles_defaults_or_marks_of_ours() -> None:
    text = json.dumps(wire_schema())
    assert '"description": "' not in text
    assert '"title": "' not in text
    assert '"default"' not in text
    assert '"x-' not in text


def test_fields_that_are_called_description_stay() -> None:
    assert "description" in wire_schema()["$defs"]["WireArm"]["properties"]


def test_a_wire_record_has_the_fields_of_a_record_in_their_order() -> None:
    assert list(WireRecord.model_fields) == list(TrialRecord.model_fields)


def test_the_hash_is_hexadecimal_and_stays() -> None:
    assert len(wire_schema_hash()) == 64
    assert wire_schema_hash() == wire_schema_hash()
