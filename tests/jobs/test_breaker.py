"""What keeps a job from failing all its pages with the server."""

import asyncio

import pytest
from fake_clock import FakeClock

from extractor.errors import Spent
from extractor.jobs.breaker import Breaker, ServerDownError, ServerNotFoundError
from extractor.model.faults import (
    AuthenticationFaultError,
    BadRequestError,
    ConnectionFailedError,
    RateLimitedError,
    ServerFaultError,
)


def _open(breaker: Breaker) -> None:
    for _ in range(3):
        breaker.failed(ServerFaultError("503"), busy=3)


def test_it_opens_after_failures_in_a_row() -> None:
    breaker = Breaker(FakeClock())
    for _ in range(2):
        breaker.failed(ServerFaultError("503"), busy=3)
    assert not breaker.is_open
    breaker.failed(ConnectionFailedError("refused"), busy=3)
    assert breaker.is_open


def test_an_answer_between_failures_keeps_it_closed() -> None:
    breaker = Breaker(FakeClock())
    for _ in range(9):
        breaker.failed(ServerFaultError("503"), busy=3)
        breaker.answered()
    assert not breaker.is_open


def test_the_more_is_under_way_the_more_failures_it_takes() -> None:
    breaker = Breaker(FakeClock())
    for _ in range(24):
        breaker.failed(ServerFaultError("503"), busy=100)
    assert not breaker.is_open
    breaker.failed(ServerFaultError("503"), busy=100)
    assert breaker.is_open


def test_a_server_that_refuses_one_request_is_alive() -> None:
    breaker = Breaker(FakeClock())
    _open(breaker)
    breaker.failed(BadRequestError("no"), busy=1)
    assert not breaker.is_open


def test_one_at_a_time_probes_with_growing_pauses_and_an_answer_frees_all() -> None:
    clock = FakeClock()

    async def work() -> list[tuple[float, int]]:
        breaker, probes = Breaker(clock), []
        _open(breaker)

        async def one(number: int) -> None:
            if await breaker.enter():
                probes.append((clock.now - 1000, number))
                if len(probes) == 6:
                    breaker.answered()
                else:
                    breaker.failed(ServerFaultError("503"), busy=9)
                breaker.leave()

        await asyncio.gather(*map(one, range(20)))
        return probes

    assert clock.run(work()) == [(1, 0), (3, 1), (7, 2), (15, 3), (31, 4), (61, 5)]
    assert clock.now == 1061


def test_a_server_that_answers_nobody_for_long_ends_the_job() -> None:
    clock = FakeClock()

    async def work() -> None:
        breaker = Breaker(clock, patience=100)
        _open(breaker)
        for _ in range(50):
            assert await breaker.enter()
            breaker.failed(ConnectionFailedError("refused"), busy=1)
            breaker.leave()

    with pytest.raises(ServerDownError, match=r"no request for 1[0-9][0-9] s .refused"):
        clock.run(work())
    assert 1100 < clock.now < 1135


def _refused_for(breaker: Breaker, clock: FakeClock, seconds: int) -> None:
    """A refused connection a second."""
    for _ in range(seconds):
        clock.now += 1
        breaker.failed(ConnectionFailedError("refused"), busy=1)


def test_a_server_that_was_never_there_ends_the_job_after_seconds() -> None:
    clock = FakeClock()
    breaker = Breaker(clock, patience=100)
    _refused_for(breaker, clock, 6)
    breaker.check()
    _refused_for(breaker, clock, 1)
    with pytest.raises(ServerNotFoundError, match=r"no request reached .*refused.*--base-url.*again"):
        breaker.check()


@pytest.mark.parametrize("first", ["an answer", "a failure", "word from another process"])
def test_a_server_that_was_there_once_is_waited_for(first: str) -> None:
    clock = FakeClock()
    breaker = Breaker(clock, patience=100)
    if first == "an answer":
        breaker.answered()
    elif first == "a failure":
        breaker.failed(ServerFaultError("503"), busy=1)
    else:
        breaker.reached()
    _refused_for(breaker, clock, 99)
    breaker.check()
    _refused_for(breaker, clock, 3)
    with pytest.raises(ServerDownError, match=r"answered no request for 10[0-9] s"):
        breaker.check()


def test_a_shorter_patience_counts_from_the_first_request_on() -> None:
    clock = FakeClock()
    breaker = Breaker(clock, patience=1)
    _refused_for(breaker, clock, 3)
    with pytest.raises(ServerNotFoundError):
        breaker.check()


def test_refusing_everybody_for_long_is_answering_nobody() -> None:
    clock = FakeClock()
    breaker = Breaker(clock, patience=100)
    for _ in range(3):
        breaker.failed(RateLimitedError("slow down"), busy=1)
        clock.now += 60
    with pytest.raises(ServerDownError, match="slow down"):
        clock.run(breaker.enter())


def test_a_wrong_key_ends_the_job_for_those_who_wait_too() -> None:
    clock = FakeClock()

    async def work() -> None:
        breaker = Breaker(clock)
        _open(breaker)
        waiting = [asyncio.create_task(breaker.enter()) for _ in range(3)]
        await asyncio.sleep(0)
        breaker.failed(AuthenticationFaultError("401", spent=Spent(1, 5, 5)), busy=1)
        ends = await asyncio.gather(*waiting, return_exceptions=True)
        assert [type(end) for end in ends] == [AuthenticationFaultError] * 3
        assert len(set(map(id, ends))) == 3
        assert all(isinstance(end, AuthenticationFaultError) and end.spent == Spent() for end in ends)

    clock.run(work())


def test_who_is_cancelled_while_waiting_lets_the_next_one_probe() -> None:
    clock = FakeClock()

    async def work() -> bool:
        breaker = Breaker(clock)
        _open(breaker)
        first = asyncio.create_task(breaker.enter())
        await asyncio.sleep(0)
        first.cancel()
        return await breaker.enter()

    assert clock.run(work())
