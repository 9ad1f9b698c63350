"""How many requests may be under way at once."""

import asyncio

import pytest
from fake_clock import FakeClock

from extractor.jobs.gate import Gate


async def _settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def test_it_admits_up_to_its_limit_in_the_order_of_asking() -> None:
    async def work() -> list[int]:
        gate, order = Gate(FakeClock(), most=2), []

        async def one(number: int) -> None:
            await gate.enter()
            order.append(number)
            await _settle()
            assert gate.busy <= 2
            gate.leave()

        await asyncio.gather(*map(one, range(9)))
        assert gate.busy == 0
        return order

    assert asyncio.run(work()) == list(range(9))


def test_a_refusal_halves_and_answers_bring_it_back() -> None:
    clock = FakeClock()
    gate = Gate(clock, most=64)
    gate.busy = 64
    assert gate.pressed(clock.now)
    assert gate.limit == 32
    answers = 0
    while gate.limit < 64:
        gate.eased()
        answers += 1
    assert 16 * 32 <= answers <= 17 * 64


def test_refusals_of_what_was_sent_before_the_last_halving_say_nothing_new() -> None:
    clock = FakeClock()
    gate = Gate(clock, most=64)
    gate.busy = 64
    sent_at = clock.now
    clock.now += 1
    assert gate.pressed(sent_at)
    assert not gate.pressed(sent_at)
    assert gate.limit == 32


def test_without_a_limit_it_halves_what_is_under_way() -> None:
    clock = FakeClock()
    gate = Gate(clock)
    gate.busy = 40
    gate.pressed(clock.now)
    assert gate.limit == 20


def test_one_is_always_admitted() -> None:
    clock = FakeClock()
    gate = Gate(clock, most=3)
    for _ in range(9):
        gate.pressed(clock.now)
        clock.now += 1
    assert gate.limit == 1
    asyncio.run(asyncio.wait_for(gate.enter(), 1))


@pytest.mark.parametrize("turns_before_cancelling", [0, 1])
def test_who_is_cancelled_takes_no_place(turns_before_cancelling: int) -> None:
    async def work() -> None:
        gate = Gate(FakeClock(), most=1)
        await gate.enter()
        waiting = asyncio.create_task(gate.enter())
        await _settle()
        if turns_before_cancelling:
            gate.leave()  # admitted, and cancelled before it could know
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        if not turns_before_cancelling:
            gate.leave()
        assert gate.busy == 0
        await asyncio.wait_for(gate.enter(), 1)

    asyncio.run(work())
