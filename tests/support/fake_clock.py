"""A clock that goes on only when everybody waits."""

import asyncio
import heapq
from collections.abc import Coroutine
from itertools import count
from typing import Any, TypeVar

Result = TypeVar("Result")
_TURNS = 50
"""More than any chain of callbacks in a test needs to come to rest."""


class FakeClock:
    """A Clock. `run` carries a coroutine to its end and goes on to the next waking when all wait."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = count()

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float, /) -> None:
        until = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now + seconds, next(self._numbers), until))
        await until

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run(self._run(work))

    async def _run(self, work: Coroutine[Any, Any, Result]) -> Result:
        task = asyncio.create_task(work)
        while True:
            for _ in range(_TURNS):
                await asyncio.sleep(0)
            if task.done():
                return task.result()
            assert self._sleepers, "everybody waits for something that never comes"
            self._wake()

    def _wake(self) -> None:
        at, _, sleeper = heapq.heappop(self._sleepers)
        if not sleeper.done():
            self.now = max(self.now, at)
            sleeper.set_result(None)
