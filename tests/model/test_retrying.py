import asyncio
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from asking import ask, bill, client, fault, spent_on
from openai_server import OpenAIServer, Play, completion, failure

from extractor.model import faults
from extractor.model.retrying import Retrying

OK = completion("{}")


def test_a_request_that_fails_once_is_sent_again_and_both_are_counted() -> None:
    for play in (failure(429), failure(500), Play(b'{"choices": null, "usage": {"prompt_tokens": 3}}')):
        with OpenAIServer(play, OK) as server:
            reply = ask(client(server))
        assert reply.text == "{}"
        assert reply.sent == len(server.received) == 2
        assert spent_on(reply) == bill(server) or play.status == 200


def test_retry_after_is_waited_for_in_seconds_and_as_a_date() -> None:
    for asked in (
        lambda: "1",
        lambda: format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True),
    ):
        with OpenAIServer(failure(429, retry_after=asked()), OK) as server:
            begun = time.monotonic()
            assert ask(client(server)).sent == 2
            assert 0.5 < time.monotonic() - begun < 4


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_for_too_long_a_wait_is_not_waited_for(status: int) -> None:
    with OpenAIServer(failure(status, retry_after="90")) as server:
        begun = time.monotonic()
        error = fault(client(server, max_retry_after=30))
        assert time.monotonic() - begun < 5
    assert "asks to wait 90 s, more than the 30 s that are waited at most" in error.message
    assert (error.retry_after, error.spent.sent) == (90, 1)


def test_a_wait_past_the_deadline_ends_with_the_fault_itself_at_once() -> None:
    with OpenAIServer(failure(429, retry_after="20")) as server:
        begun = time.monotonic()
        error = fault(client(server, timeout=3))
        assert time.monotonic() - begun < 2.5
    assert type(error) is faults.RateLimitedError
    assert "left of the deadline" in error.message


@pytest.mark.parametrize(("retries", "sent"), [(0, 1), (1, 2), (4, 5)])
def test_a_number_of_retries_replaces_the_tables(retries: int, sent: int) -> None:
    with OpenAIServer(failure(500)) as server:
        assert fault(client(server, retries=retries)).spent.sent == sent
        assert fault(client(server.play(failure(401)), retries=retries)).spent.sent == 1


def test_without_advice_of_the_server_the_waits_double() -> None:
    with OpenAIServer(replace(failure(500), headers={})) as server:
        begun = time.monotonic()
        assert fault(client(server)).spent.sent == 3
    assert 0.375 + 0.75 <= time.monotonic() - begun < 4


def test_the_deadline_includes_waits_and_retries() -> None:
    with OpenAIServer(replace(failure(500), delay=0.3)) as server:
        begun = time.monotonic()
        error = fault(client(server, timeout=0.7, retries=50))
        assert time.monotonic() - begun < 3
    assert type(error) is faults.DeadlineError
    assert error.spent == bill(server)


def test_what_is_no_fault_is_not_repeated() -> None:
    calls = []

    async def broken() -> None:
        calls.append(1)
        raise KeyError("x")

    with pytest.raises(KeyError):
        asyncio.run(Retrying(retries=5).run(broken, deadline=1e9))
    assert calls == [1]
