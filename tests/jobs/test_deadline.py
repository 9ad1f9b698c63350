"""The time after which a job begins no further page."""

import itertools

import pytest
from fake_clock import FakeClock

from extractor.jobs.deadline import DeadlineReachedError, until


def test_pages_come_until_the_time_is_up() -> None:
    clock, taken = FakeClock(), []
    pages = until(10, iter(range(100)), clock=clock)
    for page in itertools.islice(pages, 3):
        taken.append(page)
        clock.now += 4
    with pytest.raises(DeadlineReachedError, match=r"10 s .* Run the same command again"):
        next(pages)
    assert taken == [0, 1, 2]


def test_a_job_that_is_through_in_time_ends_well() -> None:
    assert list(until(10, range(3))) == [0, 1, 2]


def test_a_job_whose_last_page_is_begun_in_time_ends_well() -> None:
    clock = FakeClock()
    for _ in until(10, range(3), clock=clock):
        clock.now += 4.9
    assert clock.now > 1010
