"""What instructor is trusted with, held against what it does."""

import json
from typing import Any

import pytest
from asking import SCHEMA, prefix
from openai.types.chat import ChatCompletion
from openai_server import Play, completion, refusal, tool_call

from extractor.model.instructor_modes import TURN, answer_in, arguments
from extractor.model.modes import Mode

TEA = '{"tea": "blue"}'


def theirs(play: Play) -> ChatCompletion:
    """The completion as the SDK gives it to instructor."""
    return ChatCompletion.model_validate(json.loads(play.body))


@pytest.mark.parametrize("mode", Mode)
def test_the_turn_keeps_its_place_whatever_the_mode(mode: Mode) -> None:
    messages = arguments(prefix(), mode)["messages"]
    assert [message["role"] for message in messages] == ["system", "user"]
    assert messages[1]["content"].startswith(TURN)
    assert messages[0]["content"].startswith("rules")


@pytest.mark.parametrize("mode", Mode)
def test_a_prefix_is_not_changed_by_shaping_it(mode: Mode) -> None:
    one = prefix(parameters={"seed": 1})
    before = one.sha256, json.dumps(one.schema)
    arguments(one, mode)
    assert (prefix(parameters={"seed": 1}).sha256, json.dumps(one.schema)) == before


def test_the_schema_goes_out_as_it_is() -> None:
    odd: dict[str, Any] = SCHEMA | {
        "title": "Odd",
        "$defs": {"Cup": {"type": "integer", "description": "a cup"}},
        "properties": {"z": {"$ref": "#/$defs/Cup"}, "a": {"enum": ["x"]}},
        "required": ["z", "a"],
    }
    asked = arguments(prefix(schema=odd), Mode.JSON_SCHEMA)["response_format"]["json_schema"]["schema"]
    assert json.dumps(asked) == json.dumps(odd)
    tool = arguments(prefix(schema=odd), Mode.TOOLS)["tools"][0]["function"]
    assert tool["name"] == "Answer"
    assert list(tool["parameters"]["properties"]) == ["z", "a"]
    assert tool["parameters"]["$defs"] == odd["$defs"]


def test_answers_are_read_out_of_tools_and_prose() -> None:
    assert answer_in(theirs(tool_call(TEA)), Mode.TOOLS) == TEA
    assert answer_in(theirs(completion(f"Here: {TEA}")), Mode.MD_JSON) == TEA


@pytest.mark.parametrize("play", [completion(TEA), refusal(), tool_call("{", finish_reason="length")])
def test_what_it_finds_no_tool_in_is_no_answer(play: Play) -> None:
    with pytest.raises(ValueError, match=r"^[A-Za-z]+$"):
        answer_in(theirs(play), Mode.TOOLS)


def test_a_million_characters_of_prose_are_refused_and_not_searched() -> None:
    with pytest.raises(ValueError, match="ValueError"):
        answer_in(theirs(completion("x" * 1_100_000 + TEA)), Mode.MD_JSON)
