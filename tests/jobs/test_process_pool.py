"""Work of the processor in child processes. The children are real."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pool_work
import pytest

from extractor.errors import ReplayMissError, SettingsError
from extractor.jobs.process_pool import ProcessKilledError, ProcessPool


def _all(items: list[str], processes: int = 2) -> list[tuple[str, int] | BaseException]:
    async def work() -> list[tuple[str, int] | BaseException]:
        with ProcessPool(pool_work.work, processes) as pool:
            return await asyncio.gather(*map(pool.call, items), return_exceptions=True)

    return asyncio.run(work())


def _numbers() -> Iterator[str]:
    return (f"page {number}" for number in range(20))


def test_items_are_worked_on_in_other_processes() -> None:
    found = _all([*_numbers()])
    assert [one[0] for one in found if isinstance(one, tuple)] == [*_numbers()]
    pids = {one[1] for one in found if isinstance(one, tuple)}
    assert os.getpid() not in pids
    assert 1 <= len(pids) <= 2


def test_an_item_whose_process_was_killed_is_done_again_and_so_are_its_neighbours(tmp_path: Path) -> None:
    items = [*_numbers(), f"die {tmp_path / 'once'}", "last"]
    found = _all(items)
    assert [one[0] for one in found if isinstance(one, tuple)] == items


def test_an_item_that_kills_its_process_each_time_fails_alone() -> None:
    found = _all(["first", "die", *_numbers()])
    assert [type(one) for one in found] == [tuple, ProcessKilledError, *[tuple] * 20]


def test_the_pool_goes_on_after_a_killing() -> None:
    async def work() -> list[str]:
        with ProcessPool(pool_work.work, 2) as pool:
            with pytest.raises(ProcessKilledError, match="killed twice"):
                await pool.call("die")
            return [(await pool.call("after"))[0] for _ in range(3)]

    assert asyncio.run(work()) == ["after"] * 3


def test_errors_come_back_with_all_they_hold() -> None:
    [error] = _all(["raise"])
    assert isinstance(error, ReplayMissError)
    assert (error.document, error.pass_name, str(error)) == ("d", "p", "d: no answer")


def test_work_that_cannot_travel_is_refused_at_once() -> None:
    with pytest.raises(SettingsError, match=r"other processes.*one worker"):
        ProcessPool(lambda item: item, 2)
