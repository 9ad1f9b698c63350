"""A client that is a server on a fake clock, in all its moods, and what asks it through a ThrottledClient."""

import asyncio
from typing import Any

from fake_clock import FakeClock
from scripted import question

from extractor.errors import Spent
from extractor.jobs.clock import Clock
from extractor.jobs.throttle import Limits, Throttle
from extractor.jobs.throttled_client import ThrottledClient
from extractor.model.client import Reply, Request
from extractor.model.faults import ConnectionFailedError, DeadlineError, Fault, RateLimitedError

PAID = Spent(sent=1)


class Server:
    """A server of its own making: each request takes a second; `down`, `silent`, `most` make it fail."""

    endpoint = "http://server/v1"

    def __init__(self, clock: Clock, *, most: int = 10**9, down: tuple[float, float] = (0, 0)) -> None:
        self.clock = clock
        self.most = most
        self.down = down
        self.busy = 0
        self.silent = (0.0, 0.0)
        self.sent: list[float] = []
        self.asked: list[str] = []
        self.refused = 0
        self.fault: Fault | None = None
        self.tokens = 20

    async def complete(self, request: Request, /) -> Reply:
        self.sent.append(self.clock.time())
        self.asked.append(request.turns[0].content)
        if self.silent[0] <= self.clock.time() + 1 < self.silent[1]:
            await self.clock.sleep(4)
            raise DeadlineError("late", spent=PAID)
        if self.fault and request.turns[0].content == "bad":
            raise type(self.fault)(self.fault.message, spent=PAID)
        if self.busy >= self.most:
            self.refused += 1
            raise RateLimitedError("429", spent=PAID)
        self.busy += 1
        await self.clock.sleep(1)
        self.busy -= 1
        if self.down[0] <= self.clock.time() < self.down[1]:
            raise ConnectionFailedError("refused", spent=PAID)
        return Reply("{}", tokens_in=10, tokens_out=self.tokens - 10)


async def ask(client: ThrottledClient, count: int, workers: int) -> list[Reply]:
    numbers, replies = iter(range(count)), []

    async def work() -> None:
        for number in numbers:
            replies.append(await client.complete(question(f"page {number}")))  # noqa: PERF401 - as they come

    await asyncio.gather(*(work() for _ in range(workers)))
    return replies


def made(limits: Limits | None = None, **options: Any) -> tuple[FakeClock, Server, Throttle, ThrottledClient]:
    clock = FakeClock()
    server = Server(clock, **options)
    throttle = Throttle(limits, clock=clock)
    return clock, server, throttle, ThrottledClient(server, throttle)
