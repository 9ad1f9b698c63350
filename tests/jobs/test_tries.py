"""Whether a page or the server is to blame for a failure."""

import asyncio

import pytest
from moody_server import ask, made
from scripted import question

from extractor.errors import Spent
from extractor.jobs.breaker import ServerDownError
from extractor.jobs.throttle import Limits
from extractor.model.faults import DeadlineError, Fault, ServerFaultError


def test_one_page_that_breaks_the_server_fails_alone() -> None:
    clock, server, throttle, client = made()
    server.fault = ServerFaultError("500")

    async def work() -> Spent:
        others = asyncio.create_task(ask(client, 60, 4))
        with pytest.raises(ServerFaultError) as caught:
            await client.complete(question("bad"))
        await others
        return caught.value.spent

    assert clock.run(work()) in {Spent(sent=3), Spent(sent=4)}
    assert not throttle.breaker.is_open


def test_a_page_that_breaks_the_server_does_not_hold_up_a_single_worker_for_ever() -> None:
    clock, server, _, client = made()
    server.fault = ServerFaultError("500")

    async def work() -> None:
        with pytest.raises(ServerFaultError):
            await client.complete(question("bad"))
        await client.complete(question("good"))

    clock.run(work())
    assert clock.now < 1200


@pytest.mark.parametrize("pages", [1, 3, 16])
def test_no_page_fails_for_a_server_that_never_answers_however_many_are_read_at_once(pages: int) -> None:
    clock, server, _, client = made(Limits(patience=300))
    server.silent = (0, 10**9)

    async def work() -> list[object]:
        asked = (client.complete(question(f"page {number}")) for number in range(pages))
        return await asyncio.gather(*asked, return_exceptions=True)

    ends = clock.run(work())
    assert {type(end) for end in ends} == {ServerDownError}
    assert sum(end.spent.sent for end in ends if isinstance(end, Fault)) == len(server.sent)


def test_a_server_that_hangs_for_a_time_costs_that_time_and_no_page() -> None:
    clock, server, _, client = made()
    server.silent = (1010, 1070)
    assert len(clock.run(ask(client, 640, 64))) == 640
    assert clock.now < 1150


@pytest.mark.parametrize(("fault", "sent"), [(DeadlineError("late"), 3), (ServerFaultError("500"), 7)])
def test_a_page_alone_is_told_from_a_server_that_is_down_by_a_question_of_one_line(
    fault: Fault, sent: int
) -> None:
    clock, server, throttle, client = made()
    server.fault = fault
    with pytest.raises(type(fault)) as caught:
        clock.run(client.complete(question("bad")))
    assert caught.value.spent.sent == throttle.spent.sent == len(server.sent) == sent
    assert server.asked[-2:] == ["Is anybody there?", "bad"]
    assert clock.now < 1020
