import asyncio
import gzip
import json
import math
import time
from dataclasses import replace
from typing import Any

import pytest
from asking import SCHEMA, ask, bill, client, fault, request, spent_on, until
from openai_server import OpenAIServer, Play, Received, completion, failure, refusal, truncated

from extractor.errors import SettingsError, Spent
from extractor.model import faults
from extractor.model.client import Reply
from extractor.model.faults import Fault
from extractor.model.instructor_client import InstructorClient
from extractor.model.transport import MAX_REPLY_BYTES

BOMB = gzip.compress(b" " * 50_000_000)
USAGE = b'"usage": {"prompt_tokens": 7, "completion_tokens": 3}'


def test_a_request_holds_model_parameters_schema_and_messages() -> None:
    with OpenAIServer(completion({"tea": "blue"})) as server:
        ask(client(server), request(parameters={"temperature": 0}))
    (body,) = server.bodies
    assert server.received[0].path == "/v1/chat/completions"
    assert len(body.pop("prompt_cache_key")) == 32
    assert body == {
        "model": "m",
        "temperature": 0,
        "messages": [{"role": "system", "content": "rules"}, {"role": "user", "content": "page"}],
        "response_format": {"type": "json_schema", "json_schema": {"name": "Answer", "schema": SCHEMA}},
    }


def test_a_client_that_is_made_ready_has_sent_nothing() -> None:
    with OpenAIServer(completion({})) as server:
        asyncio.run(client(server).ready(request()))
        assert (server.bill.sent, server.connections) == (0, 0)


def test_an_answer_comes_back_unread_with_what_it_cost() -> None:
    with OpenAIServer(completion("no JSON at all", tokens=(11, 5, 2))) as server:
        assert ask(client(server)) == Reply("no JSON at all", tokens_in=11, tokens_out=5, tokens_cached=2)


def test_refused_filtered_cut_and_empty_answers_come_back_as_they_are_after_one_request() -> None:
    with OpenAIServer(
        refusal("no"), truncated("{"), completion("", finish_reason="content_filter")
    ) as server:
        asked = client(server)
        assert ask(asked).refusal == "no"
        assert ask(asked).finish_reason == "length"
        assert ask(asked).finish_reason == "content_filter"
        server.play(completion(None))
        assert ask(asked).text == ""
    assert len(server.received) == 4


FAULTS: list[tuple[str, Play, type[Fault], int]] = [
    ("400", failure(400), faults.BadRequestError, 1),
    ("400 for length", failure(400, "maximum context length is 9"), faults.PageTooLongError, 1),
    ("400 for content", failure(400, code="content_filter"), faults.FilteredAnswerError, 1),
    ("400 for the model", failure(400, code="model_not_found"), faults.UnknownModelError, 1),
    ("401", failure(401), faults.AuthenticationFaultError, 1),
    ("402", failure(402), faults.NoCreditError, 1),
    ("403", failure(403), faults.AuthenticationFaultError, 1),
    ("404", failure(404), faults.UnknownModelError, 1),
    ("413", failure(413), faults.PageTooLongError, 1),
    ("422", failure(422), faults.BadRequestError, 1),
    ("429", failure(429), faults.RateLimitedError, 3),
    ("429 for a quota", failure(429, code="insufficient_quota"), faults.NoCreditError, 1),
    ("500", failure(500), faults.ServerFaultError, 3),
    ("503", failure(503), faults.ServerFaultError, 3),
    ("529", failure(529), faults.ServerFaultError, 3),
    ("a page of HTML", Play(b"<html>", headers={"content-type": "text/html"}), faults.NotJsonError, 2),
    ("broken JSON", Play(b'{"id": '), faults.NotJsonError, 2),
    ("nothing", Play(b""), faults.NotJsonError, 2),
    ("20,000 deep", Play(b'{"choices":' + b"[" * 20_000), faults.NotJsonError, 2),
    ("a number of 5,000 digits", Play(b'{"choices":' + b"9" * 5000 + b"}"), faults.NotJsonError, 2),
    ("no Unicode", Play(b'{"id": "\xff"}'), faults.NotJsonError, 2),
    ("no choices", Play(b'{"choices": [], ' + USAGE + b"}"), faults.UnreadableReplyError, 2),
    ("choices null", Play(b'{"choices": null, ' + USAGE + b"}"), faults.UnreadableReplyError, 2),
    ("a list", Play(b"[1]"), faults.UnreadableReplyError, 2),
    ("200 with an error", Play(b'{"error": {"message": "busy", "code": 503}}'), faults.ServerFaultError, 3),
    ("200 with a limit", Play(b'{"error": {"message": "wait", "code": 402}}'), faults.NoCreditError, 1),
    ("reset", Play(reset=True), faults.ConnectionFailedError, 3),
    ("a body cut short", replace(completion("{}"), missing=9), faults.ConnectionFailedError, 3),
    ("a gzip bomb", Play(BOMB, headers={"content-encoding": "gzip"}), faults.ReplyTooLargeError, 1),
    ("a huge reply", Play(b" " * (MAX_REPLY_BYTES + 1)), faults.ReplyTooLargeError, 1),
]


@pytest.mark.parametrize(
    ("play", "kind", "sent"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS]
)
def test_a_fault_has_its_name_its_number_of_requests_and_the_servers_bill(
    play: Play, kind: type[Fault], sent: int
) -> None:
    with OpenAIServer(play) as server:
        error = fault(client(server))
    assert type(error) is kind
    assert error.hint
    assert len(server.received) == error.spent.sent == sent
    assert error.spent == bill(server)


def test_a_server_that_is_not_there_is_named() -> None:
    with OpenAIServer(completion("{}")) as gone:
        pass
    error = fault(client(gone, retries=0))
    assert type(error) is faults.ConnectionFailedError
    assert "127.0.0.1" in error.message
    assert error.spent.sent == 1


@pytest.mark.parametrize("play", [replace(completion("{}"), delay=30), replace(completion("{}"), drip=0.05)])
def test_the_deadline_is_total_for_silent_and_for_dripping_servers(play: Play) -> None:
    with OpenAIServer(play) as server:
        started = time.monotonic()
        error = fault(client(server, timeout=0.4))
        assert time.monotonic() - started < 5
    assert type(error) is faults.DeadlineError
    assert "within 0.4 s" in error.message
    assert error.spent.sent == 1


def test_a_redirect_is_not_followed_and_the_other_server_receives_nothing() -> None:
    with OpenAIServer(completion("{}")) as other, OpenAIServer(completion("{}")) as server:
        server.play(Play(b"", 307, {"location": other.url + "/chat/completions"}))
        error = fault(client(server))
        assert (other.received, other.connections) == ([], 0)
    assert type(error) is faults.BadRequestError
    assert "not followed" in error.hint
    assert len(server.received) == 1


def test_a_cancelled_request_lets_the_server_go_and_leaves_nothing_open() -> None:
    async def cancel(server: OpenAIServer) -> None:
        asked = client(server)
        task = asyncio.create_task(asked.complete(request()))
        await until(lambda: server.received)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await until(lambda: not server.open)
        assert ((await asked.complete(request())).text, server.dropped) == ("{}", 1)
        await asked.aclose()

    with OpenAIServer(replace(completion("{}"), delay=30), completion("{}")) as server:
        asyncio.run(asyncio.wait_for(cancel(server), 10))


def test_every_token_of_many_requests_and_their_retries_is_on_both_bills() -> None:
    def play(received: Received) -> Play:
        number = int(received.body["messages"][1]["content"])
        first = sum(one.body["messages"][1]["content"] == str(number) for one in server.received) == 1
        if first and number % 3 == 0:
            return Play(b'{"choices": [], ' + USAGE + b"}")
        return failure(500) if first and number % 3 == 1 else completion("{}", tokens=(number, 2, 1))

    async def all_pages() -> list[Reply]:
        asked = client(server)
        return await asyncio.gather(*(asked.complete(request(str(number))) for number in range(60)))

    with OpenAIServer(play) as server:
        replies = asyncio.run(all_pages())
    assert sum((spent_on(reply) for reply in replies), start=Spent()) == bill(server)
    assert bill(server).sent == 100


def test_many_requests_share_connections() -> None:
    async def twice() -> None:
        asked = client(server)
        for _ in range(2):
            await asyncio.gather(*(asked.complete(request()) for _ in range(300)))
        await asked.aclose()

    with OpenAIServer(replace(completion("{}"), delay=0.5)) as server:
        asyncio.run(twice())
    assert len(server.received) == 600
    assert 200 < server.most <= server.connections <= 300


@pytest.mark.parametrize(
    "options",
    [
        {"timeout": 0},
        {"timeout": math.nan},
        {"timeout": math.inf},
        {"retries": -1},
        {"base_url": "ftp://h"},
        {"api_key": "a b"},
    ],
)
def test_an_option_that_cannot_be_right_is_refused_before_anything_is_sent(options: dict[str, Any]) -> None:
    with pytest.raises(SettingsError):
        InstructorClient(**({"base_url": "http://h/v1"} | options))


def test_the_default_server_without_a_key_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(SettingsError, match="OPENAI_API_KEY"):
        InstructorClient()


def test_the_query_of_an_address_is_sent_and_not_shown() -> None:
    with OpenAIServer(completion("{}")) as server:
        asked = InstructorClient(base_url=server.url + "?version=hush")
        ask(asked)
    assert server.received[0].path == "/v1/chat/completions?version=hush"
    assert "hush" not in repr(asked) + asked.endpoint + json.dumps(server.bodies)
