"""All that holds requests back, of all pages of a job together: rates, a gate, a pause, a circuit breaker."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from math import inf

from extractor.jobs.breaker import PATIENCE, Breaker
from extractor.jobs.clock import Clock, SystemClock
from extractor.jobs.gate import Gate
from extractor.jobs.rates import Bucket
from extractor.model.faults import Fault, RateLimitedError
from extractor.model.policy import FIRST_WAIT, LONGEST_WAIT

LONGEST_ASKED = 60.0
"""A server that asks for a longer pause is asked again after this one."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a job may do to a server; None is without limit.

    `in_flight` bounds the requests under way at once. `patience` is how many seconds the server may answer
    nobody before the job stops.
    """

    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    in_flight: int | None = None
    patience: float = PATIENCE


class Throttle:
    """Shared by all requests of a job; belongs to one event loop.

    `halved` counts how often the server said that it was too much.
    """

    def __init__(self, limits: Limits | None = None, *, clock: Clock | None = None) -> None:
        limits = limits or Limits()
        self.clock = clock or SystemClock()
        self.limits = limits
        self.gate = Gate(self.clock, most=limits.in_flight or inf)
        self.breaker = Breaker(self.clock, patience=limits.patience)
        self.requests = self._bucket(limits.requests_per_minute)
        self.tokens = self._bucket(limits.tokens_per_minute)
        self.halved = 0
        self._paused_until = -inf
        self._refusals = 0

    def _bucket(self, per_minute: float | None) -> Bucket | None:
        return None if per_minute is None else Bucket(per_minute, self.clock)

    def share(self, part: float) -> None:
        """Keep to this part of the rates: the rest is for other processes of the same job."""
        if self.requests and self.limits.requests_per_minute:
            self.requests.per_minute = self.limits.requests_per_minute * part
        if self.tokens and self.limits.tokens_per_minute:
            self.tokens.per_minute = self.limits.tokens_per_minute * part

    @asynccontextmanager
    async def turn(self, tokens: float) -> AsyncIterator[float]:
        """Wait until a request of so many tokens may be sent; the time at which it is.

        Raises what ended the job.
        """
        await self.gate.enter()
        try:
            probe = await self.breaker.enter()
            try:
                await self._wait(tokens)
                self.breaker.check()
                yield self.clock.time()
            finally:
                if probe:
                    self.breaker.leave()
        finally:
            self.gate.leave()

    async def _wait(self, tokens: float) -> None:
        while (pause := self._paused_until - self.clock.time()) > 0:
            await self.clock.sleep(pause)
        wait = self.requests.take() if self.requests else 0.0
        wait = max(wait, self.tokens.take(tokens) if self.tokens else 0.0)
        if wait > 0:
            await self.clock.sleep(wait)

    def answered(self, tokens: float, used: float) -> None:
        """A request that was taken for `tokens` was answered and used another number."""
        self._refusals = 0
        self.breaker.answered()
        self.gate.eased()
        if self.tokens:
            self.tokens.give_back(tokens - used)

    def failed(self, fault: Fault, tokens: float, sent_at: float) -> None:
        """A request ended in a fault."""
        if isinstance(fault, RateLimitedError):
            self._slow_down(fault, sent_at)
        self.breaker.failed(fault, busy=self.gate.busy)
        if self.tokens:
            self.tokens.give_back(tokens - fault.spent.tokens_in - fault.spent.tokens_out)

    def _slow_down(self, fault: RateLimitedError, sent_at: float) -> None:
        if self.gate.pressed(sent_at):
            self.halved += 1
            self._refusals += 1
        asked = fault.retry_after
        if asked is None:
            asked = min(FIRST_WAIT * 2.0 ** max(0, self._refusals - 1), LONGEST_WAIT)
        self._paused_until = max(self._paused_until, self.clock.time() + min(asked, LONGEST_ASKED))
