import asyncio
import logging
import time
import traceback
from collections.abc import Callable
from dataclasses import replace

import pytest
from openai_server import OpenAIServer, Play, completion, failure, refusal

from extractor.errors import ModelError, SettingsError
from extractor.model import faults
from extractor.model.client import Reply, Request
from extractor.model.instructor_client import InstructorClient

Connect = Callable[..., InstructorClient]
CANARY = "sk-canary-0123456789"


def test_the_request_goes_out_as_instructor_shapes_it_for_a_json_schema(
    server: OpenAIServer, connect: Connect, request_: Request
) -> None:
    connect().complete(replace(request_, parameters={"temperature": 0}))
    assert server.received[0].path == "/v1/chat/completions"
    assert server.bodies == [
        {
            "model": "m",
            "temperature": 0,
            "messages": [{"role": "system", "content": "rules"}, {"role": "user", "content": "page"}],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "Answer", "schema": {"type": "object"}},
            },
        }
    ]


def test_the_answer_comes_back_unread(server: OpenAIServer, connect: Connect, request_: Request) -> None:
    server.play(completion("no JSON at all"))
    assert connect().complete(request_).text == "no JSON at all"


def test_refusal_and_cut_answers_come_back_as_they_are(
    server: OpenAIServer, connect: Connect, request_: Request
) -> None:
    server.play(refusal("no"), completion("{", finish_reason="length"))
    assert connect().complete(request_).refusal == "no"
    assert connect().complete(request_).finish_reason == "length"


@pytest.mark.parametrize(
    ("play", "kind", "requests"),
    [
        (failure(400), faults.BadRequestError, 1),
        (failure(401), faults.AuthenticationFaultError, 1),
        (failure(404), faults.UnknownModelError, 1),
        (failure(413), faults.PageTooLongError, 1),
        (failure(429), faults.RateLimitedError, 3),
        (failure(500), faults.ServerFaultError, 3),
        (Play(b"<html>", headers={"content-type": "text/html"}), faults.UnreadableReplyError, 1),
        (Play(b'{"id": '), faults.UnreadableReplyError, 1),
        (Play(b"[" * 200_000), faults.UnreadableReplyError, 1),
        (Play(b'{"choices": []}'), faults.UnreadableReplyError, 1),
        (Play(b"[1]"), faults.UnreadableReplyError, 1),
    ],
)
def test_a_fault_has_its_name_and_its_number_of_requests(
    server: OpenAIServer,
    connect: Connect,
    request_: Request,
    play: Play,
    kind: type[ModelError],
    requests: int,
) -> None:
    server.play(play)
    with pytest.raises(ModelError) as caught:
        connect().complete(request_)
    assert type(caught.value) is kind
    assert caught.value.hint
    assert len(server.received) == requests


def test_a_server_that_fails_once_is_asked_again(
    server: OpenAIServer, connect: Connect, request_: Request
) -> None:
    server.play(failure(500), completion("{}"))
    assert connect().complete(request_).text == "{}"
    assert len(server.received) == 2


@pytest.mark.parametrize("play", [replace(completion("{}"), delay=30), replace(completion("{}"), drip=0.05)])
def test_the_deadline_is_total_for_silent_and_for_dripping_servers(
    server: OpenAIServer, connect: Connect, request_: Request, play: Play
) -> None:
    server.play(play)
    started = time.monotonic()
    with pytest.raises(faults.DeadlineError, match=r"within 0\.4 s"):
        connect(timeout=0.4).complete(request_)
    assert time.monotonic() - started < 5


def test_a_server_that_is_not_there_is_named(request_: Request) -> None:
    with OpenAIServer(completion("{}")) as gone:
        url = gone.url
    with pytest.raises(faults.ConnectionFailedError, match=url):
        InstructorClient(base_url=url, retries=0).complete(request_)


def test_a_redirect_is_not_followed(server: OpenAIServer, connect: Connect, request_: Request) -> None:
    with OpenAIServer(completion("{}")) as other:
        server.play(Play(b"", 307, {"location": other.url + "/chat/completions"}))
        with pytest.raises(faults.BadRequestError, match="not followed"):
            connect().complete(request_)
        assert other.received == []


def test_a_server_of_ones_own_gets_a_placeholder_for_a_key(
    server: OpenAIServer, connect: Connect, request_: Request
) -> None:
    connect().complete(request_)
    assert server.received[0].headers["authorization"] == "Bearer none"


def test_the_default_server_without_a_key_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(SettingsError, match="OPENAI_API_KEY"):
        InstructorClient()


def test_it_works_where_a_loop_already_runs(connect: Connect, request_: Request) -> None:
    async def cell() -> Reply:
        return connect().complete(request_)

    assert asyncio.run(cell()).finished


@pytest.mark.parametrize(
    "play",
    [
        completion("{}"),
        failure(400, f"key {CANARY} is odd\nreally"),
        failure(401, f"Incorrect API key provided: {CANARY}"),
        failure(500, CANARY),
        Play(CANARY.encode()),
    ],
)
def test_the_key_is_sent_and_stands_nowhere_else(
    server: OpenAIServer,
    connect: Connect,
    request_: Request,
    play: Play,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server.play(play)
    client = connect(api_key=CANARY)
    printed = repr(client)
    with caplog.at_level(logging.DEBUG):
        try:
            printed += repr(client.complete(request_))
        except ModelError:
            printed += traceback.format_exc()
    assert server.received[0].headers["authorization"] == f"Bearer {CANARY}"
    assert CANARY not in printed
    assert CANARY not in caplog.text


def test_what_the_server_says_is_shown_on_one_line_and_cut(
    server: OpenAIServer, connect: Connect, request_: Request
) -> None:
    server.play(failure(400, "too\r\nlong \x1b[31m" + "x" * 500))
    with pytest.raises(faults.BadRequestError) as caught:
        connect().complete(request_)
    assert "too long [31mxxx" in caught.value.message
    assert caught.value.message.isprintable()
    assert len(caught.value.message) < 300


def test_what_it_is_given_wins_over_the_environment(
    server: OpenAIServer, connect: Connect, request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    with OpenAIServer(completion("{}")) as other:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "OPENAI_BASE_URL"):
            monkeypatch.setenv(name, other.url)
        monkeypatch.setenv("OPENAI_API_KEY", CANARY)
        monkeypatch.setenv("OPENAI_ORG_ID", "org-of-another-server")
        connect().complete(request_)
        assert other.received == []
    headers = server.received[0].headers
    assert headers["authorization"] == "Bearer none"
    assert "openai-organization" not in headers
