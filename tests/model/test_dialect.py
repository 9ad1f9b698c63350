import asyncio
import json
import logging
from dataclasses import replace
from typing import Any

import pytest
from asking import ask, bill, client, fault, request, spent_on
from openai_server import OpenAIServer, Play, Received, completion, failure, tool_call

from extractor.model import faults
from extractor.model.dialect import Agreement, Dialect
from extractor.model.modes import Mode

FENCED = completion('Here you are:\n```json\n{"tea": "blue"}\n```')


def old(received: Received) -> Play:
    """A server that knows neither response_format nor tools."""
    for name in ("response_format", "tools"):
        if name in received.body:
            return failure(400, f"Unrecognized request argument supplied: {name}")
    return FENCED


def strict(received: Received) -> Play:
    """A server that knows what it knows and nothing else."""
    if "prompt_cache_key" in received.body:
        return failure(422, "extra fields not permitted: prompt_cache_key")
    return completion({"tea": "blue"})


@pytest.mark.parametrize("mode", [Mode.JSON_SCHEMA, Mode.STRICT, Mode.TOOLS])
def test_a_server_that_does_not_take_the_mode_is_asked_in_markdown_from_then_on(
    mode: Mode, caplog: pytest.LogCaptureFixture
) -> None:
    with OpenAIServer(old) as server:
        asked = client(server, mode=mode)
        first, second = ask(asked), ask(asked)
    assert json.loads(first.text) == json.loads(second.text) == {"tea": "blue"}
    assert (first.sent, second.sent, len(server.received)) == (2, 1, 3)
    assert spent_on(first) + spent_on(second) == bill(server)
    assert asked.mode is Mode.MD_JSON
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert f"does not take the mode {mode}" in caplog.text


def test_a_server_that_does_not_know_the_cache_key_is_sent_none_from_then_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with OpenAIServer(strict) as server:
        asked = client(server)
        assert [ask(asked).sent, ask(asked).sent] == [2, 1]
    assert asked.mode is Mode.JSON_SCHEMA
    assert ["prompt_cache_key" in body for body in server.bodies] == [True, False, False]
    assert caplog.text.count("prompt_cache_key") == 1


def test_both_may_be_given_up_and_many_requests_at_once_say_so_once(caplog: pytest.LogCaptureFixture) -> None:
    def both(received: Received) -> Play:
        play = strict(received)
        return play if play.status != 200 else old(received)

    async def many() -> list[Any]:
        asked = client(server)
        return await asyncio.gather(*(asked.complete(request(str(page))) for page in range(20)))

    with OpenAIServer(lambda received: replace(both(received), delay=0.02)) as server:
        replies = asyncio.run(many())
    assert {json.loads(reply.text)["tea"] for reply in replies} == {"blue"}
    assert sum(reply.sent for reply in replies) == bill(server).sent == 60
    assert len(caplog.records) == 2


def test_another_bad_request_gives_nothing_up() -> None:
    with OpenAIServer(failure(400, "temperature must be 1")) as server:
        asked = client(server)
        error = fault(asked)
    assert type(error) is faults.BadRequestError
    assert (asked.mode, error.spent.sent) == (Mode.JSON_SCHEMA, 1)


def test_a_page_too_long_for_the_context_gives_nothing_up() -> None:
    said = "This model's maximum context length is 9 tokens (5 in the messages, 5 in the response_format)"
    with OpenAIServer(failure(400, said)) as server:
        asked = client(server)
        assert type(fault(asked)) is faults.PageTooLongError
    assert asked.mode is Mode.JSON_SCHEMA


def test_in_the_last_mode_there_is_nothing_to_give_up() -> None:
    with OpenAIServer(failure(400, "response_format, tools, json_schema")) as server:
        assert fault(client(server, mode=Mode.MD_JSON)).spent.sent == 1


def test_tools_are_asked_for_and_read() -> None:
    with OpenAIServer(tool_call({"tea": "blue"})) as server:
        reply = ask(client(server, mode=Mode.TOOLS))
    assert (json.loads(reply.text), reply.finished) == ({"tea": "blue"}, True)
    assert server.bodies[0]["tool_choice"] == {"type": "function", "function": {"name": "Answer"}}


def test_a_refusal_of_what_was_given_up_before_only_means_to_write_anew() -> None:
    agreement = Agreement(Mode.JSON_SCHEMA, "http://h/v1")
    first = agreement.current
    assert agreement.give_way(first, "response_format")
    assert agreement.give_way(first, "response_format")
    assert agreement.current == Dialect(Mode.MD_JSON)
    assert not agreement.give_way(agreement.current, "response_format")
