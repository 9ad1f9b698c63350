"""Pages through a reader, some at once."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing

import pytest

from extractor.jobs.flow import flow


class Reading:
    """Reads numbers; the last digit says for how many turns of the loop."""

    def __init__(self) -> None:
        self.busy = self.most = self.begun = self.cancelled = 0

    async def read(self, page: int) -> str:
        self.begun += 1
        self.busy += 1
        self.most = max(self.most, self.busy)
        try:
            for _ in range(page % 10):
                await asyncio.sleep(0)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.busy -= 1
        return f"page {page}"


async def _all(results: AsyncIterator[str]) -> list[str]:
    return [result async for result in results]


async def _all_and_error(results: AsyncIterator[str]) -> tuple[list[str], Exception | None]:
    found: list[str] = []
    try:
        async for result in results:
            found.append(result)  # noqa: PERF401 - what came before the error counts
    except Exception as error:  # noqa: BLE001 - the tests say which
        return found, error
    return found, None


@pytest.mark.parametrize("workers", [1, 3, 64])
def test_each_page_is_read_once_by_no_more_than_the_workers(workers: int) -> None:
    reading = Reading()
    found = asyncio.run(_all(flow(range(9, 500, 10), reading.read, workers=workers)))
    assert sorted(found) == sorted(f"page {page}" for page in range(9, 500, 10))
    assert reading.most == min(workers, 50)


def test_results_come_as_they_are_ready_not_in_order() -> None:
    assert asyncio.run(_all(flow([9, 0], Reading().read, workers=2))) == ["page 0", "page 9"]


def test_pages_are_taken_only_as_results_are() -> None:
    taken = []

    def pages() -> Iterator[int]:
        for page in range(10_000):
            taken.append(page)
            yield page

    async def work() -> None:
        given = 0
        async with aclosing(flow(pages(), Reading().read, workers=4)) as results:
            async for _ in results:
                given += 1
                for _ in range(20):
                    await asyncio.sleep(0)
                assert len(taken) - given <= 8
                if given == 100:
                    break

    asyncio.run(work())
    assert len(taken) <= 109


def test_no_pages_end_at_once() -> None:
    assert asyncio.run(_all(flow([], Reading().read, workers=8))) == []


def test_an_error_is_raised_after_what_is_in_flight_was_given() -> None:
    reading = Reading()

    async def read(page: int) -> str:
        if page == 3:
            raise ConnectionError("gone")
        return await reading.read(page + 6)

    results = flow(range(100), read, workers=4)
    found, error = asyncio.run(_all_and_error(results))
    assert isinstance(error, ConnectionError)
    assert len(found) == 3
    assert reading.begun == 3


def test_an_error_of_the_pages_stops_the_work_too() -> None:
    def pages() -> Iterator[int]:
        yield from range(5)
        raise OSError("the disk is gone")

    results = flow(pages(), Reading().read, workers=2)
    found, error = asyncio.run(_all_and_error(results))
    assert isinstance(error, OSError)
    assert len(found) == 5


def test_pages_that_ended_in_an_error_can_leave_a_result() -> None:
    async def read(page: int) -> str:
        raise ConnectionError(str(page))

    results = flow(range(9), read, workers=2, unfinished=lambda page, _: f"open {page}")
    found, error = asyncio.run(_all_and_error(results))
    assert isinstance(error, ConnectionError)
    assert found == ["open 0"]


def test_closing_cancels_what_is_in_flight_and_leaves_no_task() -> None:
    reading = Reading()

    async def work() -> None:
        async with aclosing(flow(range(1, 100), reading.read, workers=5)) as results:
            await anext(results)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(work())
    assert reading.busy == 0
    assert reading.cancelled >= 1


def test_cancelling_who_waits_cancels_what_is_in_flight() -> None:
    reading = Reading()

    async def work() -> None:
        task = asyncio.create_task(_all(flow(range(9, 10**6, 10), reading.read, workers=5)))
        for _ in range(30):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(work())
    assert reading.busy == 0
