"""What holds requests back, halted."""

import asyncio

import pytest
from moody_server import made
from scripted import question

from extractor.jobs.throttle import Limits
from extractor.model.client import Reply
from extractor.model.faults import Fault, RequestCancelledError


def test_what_waits_when_the_job_is_halted_is_given_up_unpaid_and_what_is_sent_is_answered() -> None:
    clock, server, throttle, client = made(Limits(requests_per_minute=60))

    async def work() -> list[object]:
        asked = [asyncio.create_task(client.complete(question(f"page {number}"))) for number in range(5)]
        await clock.sleep(0.5)
        throttle.halt()
        later = client.complete(question("later"))
        return await asyncio.gather(*asked, later, return_exceptions=True)

    first, *rest = clock.run(work())
    assert isinstance(first, Reply)
    assert {type(end) for end in rest} == {RequestCancelledError}
    assert sum(end.spent.sent for end in rest if isinstance(end, Fault)) == 0
    assert (len(server.sent), clock.now) == (1, 1001)


def test_a_halted_job_does_not_probe() -> None:
    clock, server, throttle, client = made(down=(0, 10**9))

    async def work() -> list[object]:
        asked = [asyncio.create_task(client.complete(question(f"page {number}"))) for number in range(16)]
        await clock.sleep(1.5)
        throttle.halt()
        return await asyncio.gather(*asked, return_exceptions=True)

    ends = clock.run(work())
    assert {type(end) for end in ends} == {RequestCancelledError}
    assert throttle.spent.sent == len(server.sent) == 16
    assert sum(end.spent.sent for end in ends if isinstance(end, Fault)) == 16
    assert clock.now == 1001.5


def test_nothing_more_is_sent_for_a_halted_job_not_even_what_need_not_wait() -> None:
    clock, server, throttle, client = made()
    throttle.halt()
    with pytest.raises(RequestCancelledError):
        clock.run(client.complete(question("page")))
    assert server.sent == []
