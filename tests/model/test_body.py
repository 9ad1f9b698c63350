import json
from dataclasses import replace
from typing import Any

import pytest
from asking import SCHEMA, prefix, request

from extractor.errors import SettingsError
from extractor.model.body import request_body
from extractor.model.client import Message, Request
from extractor.model.modes import Mode


def body(question: Request, mode: Mode = Mode.JSON_SCHEMA) -> Any:
    return json.loads(request_body(question, mode))


def test_the_head_of_a_body_is_the_same_bytes_for_every_page() -> None:
    one, two = (request_body(request(page), Mode.JSON_SCHEMA) for page in ("first", "second"))
    common = next(at for at, (left, right) in enumerate(zip(one, two, strict=False)) if left != right)
    assert one[:common].endswith(b'{"role":"user","content":"')


def test_equal_prefixes_made_twice_give_equal_bytes() -> None:
    assert request_body(request(), Mode.TOOLS) == request_body(request(), Mode.TOOLS)


@pytest.mark.parametrize(
    "text", ["{{7*7}} {# x #} {% bad %}", 'a "quote" \\u0041 \\n', "naïve 试验 \u2028", "</page>"]
)
def test_no_template_and_no_escape_changes_a_page(text: str) -> None:
    for mode in Mode:
        said = body(request(text), mode)["messages"][1]["content"]
        assert said.startswith(text)
        assert said == text or mode is Mode.MD_JSON


def test_earlier_answers_follow_in_order() -> None:
    turns = (Message("user", "page"), Message("assistant", "{}"), Message("user", "wrong"))
    for mode in Mode:
        messages = body(Request(prefix(), turns), mode)["messages"]
        assert [message["role"] for message in messages] == ["system", "user", "assistant", "user"]
        assert messages[2]["content"] == "{}"
        assert messages[1]["content"] == "page"


def test_each_mode_asks_in_its_way() -> None:
    asked = {mode: body(request(), mode) for mode in Mode}
    plain = {"name": "Answer", "schema": SCHEMA}
    assert asked[Mode.JSON_SCHEMA]["response_format"]["json_schema"] == plain
    assert asked[Mode.STRICT]["response_format"]["json_schema"] == plain | {"strict": True}
    assert asked[Mode.TOOLS]["tools"][0]["function"]["parameters"] == SCHEMA
    assert "json_schema" in asked[Mode.MD_JSON]["messages"][0]["content"]
    assert asked[Mode.MD_JSON].keys() == {"model", "messages", "prompt_cache_key"}


def test_markdown_pays_once_for_a_schema_that_stands_in_the_rules() -> None:
    rules = "rules " + json.dumps(SCHEMA, separators=(",", ":"))
    messages = body(request(system=rules), Mode.MD_JSON)["messages"]
    assert messages[0]["content"] == rules
    assert messages[1]["content"].startswith("page\n\n")
    assert "```json" in messages[1]["content"]


def test_the_cache_key_follows_the_prefix_and_can_be_left_out() -> None:
    one, two = request(), request(system="other rules")
    assert (
        body(one)["prompt_cache_key"] == body(replace(one, turns=(Message("user", "x"),)))["prompt_cache_key"]
    )
    assert body(one)["prompt_cache_key"] != body(two)["prompt_cache_key"]
    assert b"prompt_cache_key" not in request_body(one, Mode.JSON_SCHEMA, cache_key=False)


def test_a_parameter_that_we_set_ourselves_is_refused() -> None:
    with pytest.raises(SettingsError, match="messages, stream"):
        body(request(parameters={"stream": True, "messages": [], "seed": 1}))
