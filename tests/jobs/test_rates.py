"""A bucket that fills at a steady rate."""

import asyncio
import random

import pytest
from fake_clock import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from extractor.jobs.rates import Bucket


def _times(bucket: Bucket, clock: FakeClock, amounts: list[float]) -> list[float]:
    """When each amount may be used, by somebody who draws the next when it may use the last."""

    async def work() -> list[float]:
        times = []
        for amount in amounts:
            await bucket.draw(lambda amount=amount: amount)  # type: ignore[misc]
            times.append(clock.now)
        return times

    return clock.run(work())


def _waits(bucket: Bucket, clock: FakeClock, *amounts: float) -> list[float]:
    """After how many seconds each may be used."""
    began = clock.now
    return [at - began for at in _times(bucket, clock, list(amounts))]


def _most_in_a_minute(times: list[float], amounts: list[float]) -> float:
    return max(
        sum(amount for at, amount in zip(times, amounts, strict=True) if begin <= at < begin + 60 - 1e-6)
        for begin in times
    )


@pytest.mark.parametrize("per_minute", [1, 7, 60, 120, 600, 5000])
def test_no_minute_lets_out_more_than_its_worth_and_little_less(per_minute: int) -> None:
    clock = FakeClock()
    amounts = [1.0] * min(3 * per_minute, 6000)
    times = _times(Bucket(per_minute, clock), clock, amounts)
    assert _most_in_a_minute(times, amounts) <= per_minute
    assert len(amounts) * 60 / max(60, times[-1] - times[0]) >= per_minute * 0.95


def test_no_minute_holds_more_where_some_take_two_seconds_longer_to_arrive() -> None:
    clock, order = FakeClock(), random.Random(1)
    times = _times(Bucket(120, clock), clock, [1.0] * 480)
    arrived = sorted(at + order.choice([0.0, 1.99]) for at in times)
    assert _most_in_a_minute(arrived, [1.0] * 480) <= 120


@given(
    per_minute=st.integers(1, 100_000),
    amounts=st.lists(st.integers(1, 5_000), min_size=1, max_size=40),
)
def test_an_amount_larger_than_the_burst_waits_until_it_is_paid(per_minute: int, amounts: list[int]) -> None:
    clock = FakeClock()
    began = clock.now
    last = _times(Bucket(per_minute, clock), clock, [float(one) for one in amounts])[-1]
    assert sum(amounts) <= max(1.0, per_minute / 60) + (last - began) * per_minute / 60 + 1e-3


def test_a_second_s_worth_goes_at_once() -> None:
    clock = FakeClock()
    waits = _waits(Bucket(600, clock), clock, *[1.0] * 11)
    assert waits[:10] == [0.0] * 10
    assert waits[10] > 0


def test_one_waits_after_another() -> None:
    clock = FakeClock()
    second = 62 / 60
    assert _waits(Bucket(60, clock), clock, 1, 1, 1) == pytest.approx([0, second, 2 * second])


def test_what_was_estimated_too_high_is_given_back_to_who_comes_next() -> None:
    clock = FakeClock()
    bucket = Bucket(60, clock)
    bucket.give_back(-31)
    bucket.give_back(20)
    assert _waits(bucket, clock, 1) == pytest.approx([11 * 62 / 60])


def test_an_estimate_that_is_set_right_delays_who_waits_already() -> None:
    clock = FakeClock()
    bucket, amounts = Bucket(60, clock), iter([11.0, 41.0])

    async def work() -> float:
        waiting = asyncio.create_task(bucket.draw(lambda: next(amounts, 41.0)))
        await asyncio.sleep(0)
        bucket.give_back(-20)
        return await waiting

    assert clock.run(work()) == 41
    assert clock.now - 1000 == pytest.approx(60 * 62 / 60)


def test_who_is_cancelled_while_waiting_has_drawn_nothing() -> None:
    clock = FakeClock()
    bucket = Bucket(60, clock)

    async def work() -> float:
        waiting = asyncio.create_task(bucket.draw(lambda: 1000.0))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        return await bucket.draw(lambda: 1.0)

    assert clock.run(work()) == 1
    assert clock.now == 1000


def test_what_was_not_used_does_not_pile_up() -> None:
    clock = FakeClock()
    bucket = Bucket(60, clock)
    clock.now += 3600
    assert _waits(bucket, clock, 1, 1) == pytest.approx([0, 62 / 60])


def test_a_new_rate_counts_for_what_is_drawn_from_then_on() -> None:
    clock = FakeClock()
    bucket = Bucket(600, clock)
    _waits(bucket, clock, *[1.0] * 10)
    bucket.per_minute = 30
    assert _waits(bucket, clock, 1) == pytest.approx([62 / 30])


def test_a_part_of_a_request_each_minute_is_a_rate_too() -> None:
    clock = FakeClock()
    assert _waits(Bucket(0.25, clock), clock, 1, 1, 1) == pytest.approx([0, 248, 496])


def test_nothing_each_minute_is_no_rate() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Bucket(0, FakeClock())
