import json
from typing import Any

import pytest
from openai_server import TOKENS_CACHED, TOKENS_IN, TOKENS_OUT, completion, tool_call

from extractor.errors import Spent
from extractor.model.completion import read, spent_on
from extractor.model.faults import UnreadableReplyError
from extractor.model.modes import Mode


def decoded(content: Any = "{}", **options: Any) -> Any:
    return json.loads(completion(content, **options).body)


def test_text_end_and_tokens_are_read() -> None:
    reply = read(decoded('{"a": 1}'))
    assert (reply.text, reply.finish_reason, reply.refusal) == ('{"a": 1}', "stop", None)
    assert (reply.tokens_in, reply.tokens_out, reply.tokens_cached) == (TOKENS_IN, TOKENS_OUT, TOKENS_CACHED)


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": None, "prompt_tokens_details": None}])
def test_a_server_may_leave_out_usage(usage: Any) -> None:
    reply = read(decoded() | {"usage": usage})
    assert (reply.tokens_in, reply.tokens_out, reply.tokens_cached) == (0, 0, 0)


def test_a_refusal_is_kept_and_an_empty_one_is_none() -> None:
    assert read(decoded(None, refusal="no")).refusal == "no"
    assert read(decoded(refusal="")).refusal is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("stop", "stop"),
        ("STOP", "stop"),
        ("end_turn", "stop"),
        ("length", "length"),
        ("max_tokens", "length"),
        ("content_filter", "content_filter"),
        ("other", "other"),
        (None, None),
    ],
)
def test_endings_are_told_in_one_set_of_words(said: Any, meant: str | None) -> None:
    assert read(decoded(finish_reason=said)).finish_reason == meant


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
        {"choices": [{"message": {"content": "{}"}}], "usage": {"prompt_tokens": -1}},
        {"choices": [{"message": {"content": '{"a": "\ud800"}'}}]},
        {"choices": [{"message": {"refusal": "\ud800"}}]},
    ],
)
def test_what_is_no_completion_is_named_so(broken: Any) -> None:
    with pytest.raises(UnreadableReplyError, match="no chat completion"):
        read(broken)


def test_what_is_no_completion_may_have_cost_something_all_the_same() -> None:
    with pytest.raises(UnreadableReplyError) as caught:
        read(decoded() | {"choices": []})
    assert caught.value.spent == spent_on(decoded()) == Spent(0, TOKENS_IN, TOKENS_OUT, TOKENS_CACHED)
    assert spent_on([]) == spent_on({"usage": "much"}) == Spent()


TEA = '{"tea": "blue"}'


@pytest.mark.parametrize("mode", [Mode.JSON_SCHEMA, Mode.STRICT])
@pytest.mark.parametrize("text", [f"Here: {TEA}", f"```json\n{TEA}\n```", f"<think>{{}}</think>{TEA}"])
def test_where_json_was_asked_for_nothing_is_taken_out_of_prose(mode: Mode, text: str) -> None:
    assert read(decoded(text), mode).text == text


def test_the_arguments_of_a_tool_are_the_answer() -> None:
    reply = read(json.loads(tool_call(TEA).body), Mode.TOOLS)
    assert (reply.text, reply.finished) == (TEA, True)


@pytest.mark.parametrize("arguments", ['{"tea": NaN', "", '{"tea": 1, "tea": 2}'])
def test_arguments_are_handed_on_as_they_were_written(arguments: str) -> None:
    assert read(json.loads(tool_call(arguments).body), Mode.TOOLS).text == arguments


def test_arguments_that_a_server_has_decoded_already_are_written_again() -> None:
    body = json.loads(tool_call(TEA).body)
    body["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"] = {"tea": "blue"}
    assert json.loads(read(body, Mode.TOOLS).text) == {"tea": "blue"}


def test_a_model_that_calls_no_tool_is_read_by_its_words() -> None:
    assert read(decoded(TEA), Mode.TOOLS).text == TEA


def test_a_call_cut_at_the_limit_of_tokens_stays_a_cut_one() -> None:
    reply = read(json.loads(tool_call('{"tea', finish_reason="length").body), Mode.TOOLS)
    assert (reply.text, reply.finish_reason) == ('{"tea', "length")


@pytest.mark.parametrize(
    "text",
    [
        TEA,
        f"Here it is: {TEA}",
        f"```json\n{TEA}\n```",
        f"```\n{TEA}\n```\nAsk me for more [2], {{or}} less.",
        f"As in the example:\n```json\n{{}}\n```\nthe answer is:\n```json\n{TEA}\n```",
        f'<think>Perhaps {{"tea": "red"}}?</think>\n{TEA}',
        f"<think>```json\n{{}}\n```</think>{TEA}",
        f'An example is {{"tea": "red"}}, the answer {TEA}',
        f"The answer {TEA} is on the page [1].",
    ],
)
def test_in_markdown_the_last_object_said_is_the_answer(text: str) -> None:
    assert read(decoded(text), Mode.MD_JSON).text == TEA


@pytest.mark.parametrize("text", ["no object", "", '{"tea": {"kind": "blue"}, "cups": oops}', "[1]", "} {"])
def test_where_markdown_holds_no_whole_object_the_words_are_handed_on(text: str) -> None:
    assert read(decoded(text), Mode.MD_JSON).text == text


def test_a_broken_object_in_a_fence_is_handed_on_alone() -> None:
    assert read(decoded('So:\n```json\n{"tea": blue}\n```'), Mode.MD_JSON).text == '{"tea": blue}'


def test_an_answer_of_markdown_cut_at_the_limit_is_not_searched() -> None:
    cut = f'{{"cups": [{TEA}, '
    assert read(decoded(cut, finish_reason="length"), Mode.MD_JSON).text == cut
