"""A client that keeps to the limits of a job. On a fake clock, and against a server that throttles."""

import asyncio
import time
from typing import ClassVar

import pytest
from fake_clock import FakeClock
from moody_server import Server, ask, made
from openai_server import OpenAIServer, Play, Received, completion, failure
from scripted import question

from extractor.jobs.breaker import ServerDownError, ServerNotFoundError
from extractor.jobs.throttle import Limits, Throttle, Turn
from extractor.jobs.throttled_client import ThrottledClient
from extractor.model.client import Reply, Request
from extractor.model.faults import (
    AuthenticationFaultError,
    RateLimitedError,
    RefusedAnswerError,
)
from extractor.model.instructor_client import InstructorClient


def test_requests_go_out_no_faster_than_allowed() -> None:
    clock, server, _, client = made(Limits(requests_per_minute=120))
    clock.run(ask(client, 360, 64))
    assert max(sum(at <= one < at + 60 for one in server.sent) for at in server.sent) <= 120
    assert clock.now - 1000 == pytest.approx(180, rel=0.05)


def test_tokens_go_out_no_faster_than_allowed_by_what_answers_say_they_cost() -> None:
    clock, server, _, client = made(Limits(tokens_per_minute=6000))
    server.tokens = 1000
    clock.run(ask(client, 60, 16))
    assert 600 <= clock.now - 1000 < 700


def test_no_minute_holds_more_tokens_than_allowed_though_each_costs_ten_times_the_estimate() -> None:
    clock, server, _, client = made(Limits(tokens_per_minute=300_000))
    server.tokens = 50_020
    clock.run(ask(client, 40, 16))
    assert max(sum(at <= one < at + 60 for one in server.sent) for at in server.sent[3:]) <= 6
    assert clock.now - 1000 < 40 * 50_020 / 300_000 * 60 * 1.1


def test_a_job_without_limits_waits_for_nothing() -> None:
    clock, _, _, client = made()
    clock.run(ask(client, 640, 64))
    assert clock.now == 1010


def test_no_more_are_in_flight_than_allowed() -> None:
    clock, server, _, client = made(Limits(in_flight=8), most=8)
    clock.run(ask(client, 64, 64))
    assert server.refused == 0
    assert clock.now == 1008


def test_a_server_that_takes_fewer_is_asked_for_fewer_and_every_request_is_answered() -> None:
    clock, server, throttle, client = made(most=10)
    replies = clock.run(ask(client, 3000, 64))
    assert len(replies) == 3000
    assert throttle.halved >= 3
    assert sum(reply.sent for reply in replies) == len(server.sent) == 3000 + server.refused
    assert server.refused < 300
    assert clock.now - 1000 < 2.2 * 3000 / 10


def test_a_server_that_takes_more_again_is_asked_for_more_again() -> None:
    clock, server, throttle, client = made(Limits(in_flight=64), most=8)
    clock.run(ask(client, 500, 64))
    assert throttle.gate.limit < 16
    server.most = 64
    clock.run(ask(client, 6000, 64))
    assert throttle.gate.limit == 64


def test_a_minute_without_a_server_costs_a_minute_and_no_request_is_lost() -> None:
    clock, server, _, client = made(down=(1010, 1070))
    replies = clock.run(ask(client, 640, 16))
    assert len(replies) == 640
    assert clock.now < 1150
    assert len(server.sent) < 640 + 32


def test_one_at_a_time_comes_through_a_minute_without_a_server_too() -> None:
    clock, _, _, client = made(down=(1003, 1063))
    assert len(clock.run(ask(client, 10, 1))) == 10


def test_a_server_that_stays_away_stops_the_job() -> None:
    clock, server, _, client = made(Limits(patience=120), down=(1010, 10**9))
    with pytest.raises(ServerDownError, match="answered no request for 1"):
        clock.run(ask(client, 640, 16))
    assert clock.now < 1200
    assert len(server.sent) < 160 + 16 + 10


def test_a_wrong_address_stops_the_job_before_any_page_fails_for_it() -> None:
    clock, server, _, client = made(Limits(patience=120), down=(0, 10**9))

    async def work() -> list[object]:
        asked = (client.complete(question(f"page {number}")) for number in range(16))
        return await asyncio.gather(*asked, return_exceptions=True)

    assert {type(end) for end in clock.run(work())} == {ServerNotFoundError}
    assert clock.now < 1020
    assert len(server.sent) < 16 * 3


def test_a_server_that_limits_everybody_for_ever_stops_the_job() -> None:
    clock, server, _, client = made(Limits(patience=120), most=0)
    with pytest.raises(ServerDownError, match="429"):
        clock.run(ask(client, 640, 32))
    assert len(server.sent) < 200


def test_what_is_not_to_be_sent_again_is_not() -> None:
    clock, server, _, client = made()
    server.fault = RefusedAnswerError("no")
    with pytest.raises(RefusedAnswerError):
        clock.run(client.complete(question("bad")))
    assert len(server.sent) == 1


def test_after_a_wrong_key_nothing_more_is_sent() -> None:
    clock, server, _, client = made(Limits(in_flight=1))
    server.fault = AuthenticationFaultError("401")

    async def work() -> list[object]:
        first = asyncio.create_task(client.complete(question("bad")))
        rest = [client.complete(question(f"page {number}")) for number in range(5)]
        return await asyncio.gather(first, *rest, return_exceptions=True)

    ends = clock.run(work())
    assert [type(end) for end in ends] == [AuthenticationFaultError] * 6
    assert len(server.sent) == 1


def test_a_server_that_asks_for_a_pause_gets_it_from_everybody() -> None:
    clock, server, throttle, client = made()

    async def work() -> None:
        fault = RateLimitedError("429")
        fault.retry_after = 20.0
        throttle.failed(Turn(clock.time(), 0), fault)
        await ask(client, 5, 5)

    clock.run(work())
    assert min(server.sent) == 1020.0


def test_a_client_is_made_ready_once_before_its_first_request() -> None:
    class Slow(Server):
        made_ready: ClassVar[list[float]] = []

        async def ready(self, request: Request) -> None:
            assert request.turns
            self.made_ready.append(self.clock.time())

    clock = FakeClock()
    server = Slow(clock)
    clock.run(ask(ThrottledClient(server, Throttle(clock=clock)), 5, 2))
    assert (server.made_ready, len(server.sent)) == ([1000.0], 5)


def test_it_names_the_endpoint_of_the_client_inside() -> None:
    assert made()[3].endpoint == Server.endpoint


def test_a_real_server_that_throttles_answers_every_request_in_the_end() -> None:
    def answer(_: Received) -> Play:
        if server.busy > 6:
            return failure(429, "slow down", retry_after_ms="60")
        reply = completion({"words": "blue tea"})
        return Play(reply.body, delay=0.02)

    async def work() -> list[Reply]:
        client = ThrottledClient(InstructorClient(base_url=server.url, retries=0), throttle)
        try:
            return await ask(client, 300, 40)
        finally:
            await client.aclose()

    throttle = Throttle()
    with OpenAIServer(answer) as server:
        began = time.monotonic()
        replies = asyncio.run(work())
        took = time.monotonic() - began
    assert len(replies) == 300
    assert server.bill.sent == sum(reply.sent for reply in replies)
    assert throttle.halved >= 2
    assert throttle.gate.limit < 20
    assert server.bill.sent < 450
    assert took < 20
