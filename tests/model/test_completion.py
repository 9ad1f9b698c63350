import json
from typing import Any

import pytest
from openai_server import TOKENS_CACHED, TOKENS_IN, TOKENS_OUT, completion

from extractor.model.completion import read
from extractor.model.faults import UnreadableReplyError


def decoded(**options: Any) -> Any:
    return json.loads(completion(options.pop("content", "{}"), **options).body)


def test_text_end_and_tokens_are_read() -> None:
    reply = read(decoded(content='{"a": 1}'))
    assert (reply.text, reply.finish_reason, reply.refusal) == ('{"a": 1}', "stop", None)
    assert (reply.tokens_in, reply.tokens_out, reply.tokens_cached) == (TOKENS_IN, TOKENS_OUT, TOKENS_CACHED)


def test_a_server_may_leave_out_usage() -> None:
    reply = read(decoded() | {"usage": None})
    assert (reply.tokens_in, reply.tokens_out, reply.tokens_cached) == (0, 0, 0)


def test_a_refusal_is_kept() -> None:
    assert read(decoded(content=None, refusal="no")).refusal == "no"


@pytest.mark.parametrize(
    "broken",
    [
        "<html>",
        None,
        [],
        {},
        {"choices": None},
        {"choices": []},
        {"choices": [{"message": None}]},
        {"choices": [{"message": {"content": [{"type": "text", "text": "{}"}]}}]},
        {"choices": [{"message": {"content": "{}"}}], "usage": {"prompt_tokens": "many"}},
        {"choices": [{"message": {"content": '{"a": "\ud800"}'}}]},
    ],
)
def test_what_is_no_completion_is_named_so(broken: Any) -> None:
    with pytest.raises(UnreadableReplyError, match="no chat completion"):
        read(broken)
