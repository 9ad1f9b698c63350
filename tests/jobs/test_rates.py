"""A bucket that fills at a steady rate."""

import pytest
from fake_clock import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from extractor.jobs.rates import Bucket


def _times(bucket: Bucket, clock: FakeClock, amounts: list[float]) -> list[float]:
    """When each amount may be used, by somebody who takes the next when it may use the last."""
    times = []
    for amount in amounts:
        clock.now += bucket.take(amount)
        times.append(clock.now)
    return times


def _most_in_a_minute(times: list[float], amounts: list[float]) -> float:
    return max(
        sum(amount for at, amount in zip(times, amounts, strict=True) if begin <= at < begin + 60 - 1e-6)
        for begin in times
    )


@pytest.mark.parametrize("per_minute", [1, 7, 60, 600, 5000])
def test_no_minute_lets_out_more_than_its_worth_and_little_less(per_minute: int) -> None:
    clock = FakeClock()
    amounts = [1.0] * min(3 * per_minute, 6000)
    times = _times(Bucket(per_minute, clock), clock, amounts)
    assert _most_in_a_minute(times, amounts) <= per_minute
    assert len(amounts) * 60 / max(60, times[-1] - times[0]) >= per_minute * 0.97


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
    bucket = Bucket(600, FakeClock())
    assert [bucket.take() for _ in range(10)] == [0.0] * 10
    assert bucket.take() > 0


def test_those_who_wait_at_once_wait_one_after_another() -> None:
    bucket = Bucket(60, FakeClock())
    assert [bucket.take() for _ in range(4)] == pytest.approx([0, 1, 2, 3])


def test_what_was_estimated_too_high_is_given_back() -> None:
    bucket = Bucket(60, FakeClock())
    bucket.take(31)
    bucket.give_back(20)
    assert bucket.take() == pytest.approx(11)


def test_what_was_not_used_does_not_pile_up() -> None:
    clock = FakeClock()
    bucket = Bucket(60, clock)
    clock.now += 3600
    assert [bucket.take() for _ in range(2)] == pytest.approx([0, 1])


def test_a_new_rate_counts_for_what_is_taken_from_then_on() -> None:
    bucket = Bucket(600, FakeClock())
    for _ in range(10):
        bucket.take()
    bucket.per_minute = 30
    assert bucket.take() == pytest.approx(2)


def test_a_part_of_a_request_each_minute_is_a_rate_too() -> None:
    clock = FakeClock()
    assert _times(Bucket(0.25, clock), clock, [1.0] * 3) == pytest.approx([1000, 1240, 1480])


def test_nothing_each_minute_is_no_rate() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Bucket(0, FakeClock())
