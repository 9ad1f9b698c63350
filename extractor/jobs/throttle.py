"""All that holds requests back, of all pages of a job together: rates, a gate, a pause, a circuit breaker."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from math import inf

from extractor.errors import Spent
from extractor.jobs.breaker import PATIENCE, Breaker
from extractor.jobs.clock import Clock, SystemClock
from extractor.jobs.gate import Gate
from extractor.jobs.rates import Bucket
from extractor.model.faults import Fault, RateLimitedError, RequestCancelledError
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


@dataclass(frozen=True, slots=True)
class Turn:
    """Leave to send: since when, and for how many tokens."""

    sent_at: float
    tokens: float


class Throttle:
    """Shared by all requests of a job; belongs to one event loop.

    `halved` counts how often the server said that it was too much, `spent` is what all requests cost so far,
    `halted` says that nothing more is sent.
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
        self.spent = Spent()
        self._line = asyncio.Lock()
        self._paused_until = -inf
        self._refusals = 0
        self.halted = False
        self._waits: set[asyncio.Timeout] = set()

    def _bucket(self, per_minute: float | None) -> Bucket | None:
        return None if per_minute is None else Bucket(per_minute, self.clock)

    def share(self, part: float) -> None:
        """Keep to this part of the rates: the rest is for other processes of the same job."""
        if self.requests and self.limits.requests_per_minute:
            self.requests.per_minute = self.limits.requests_per_minute * part
        if self.tokens and self.limits.tokens_per_minute:
            self.tokens.per_minute = self.limits.tokens_per_minute * part

    def halt(self) -> None:
        """Send nothing from now on: who waits, and who comes, gets a RequestCancelledError.

        What is being answered is not touched.
        """
        self.halted = True
        for wait in self._waits:
            wait.reschedule(0.0)

    @asynccontextmanager
    async def turn(self, tokens: Callable[[], float]) -> AsyncIterator[Turn]:
        """Wait until a request of so many tokens may be sent. The estimate is asked for when its turn comes.

        Raises what ended the job, and RequestCancelledError.
        """
        self.breaker.check()
        if self.halted:
            raise _stopped()
        probe, taken = False, 0.0
        if not (self._is_free and self.gate.enters()):
            async with self._waiting():
                probe, taken = await self._admitted(tokens)
        try:
            yield Turn(self.clock.time(), taken)
        finally:
            if probe:
                self.breaker.leave()
            self.gate.leave()

    @property
    def _is_free(self) -> bool:
        """Whether nothing but the gate can hold a request back."""
        limited = self.requests or self.tokens
        return not (limited or self.breaker.is_open or self._paused_until > self.clock.time())

    async def sleep(self, seconds: float) -> None:
        """Wait before sending again. Raises RequestCancelledError."""
        if self.halted:
            raise _stopped()
        async with self._waiting():
            await self.clock.sleep(seconds)

    @asynccontextmanager
    async def _waiting(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(None) as wait:
                self._waits.add(wait)
                try:
                    yield
                finally:
                    self._waits.discard(wait)
        except TimeoutError:
            raise _stopped() from None

    async def _admitted(self, tokens: Callable[[], float]) -> tuple[bool, float]:
        """Whether it is a probe, and the tokens that were drawn for it."""
        await self.gate.enter()
        try:
            probe = await self.breaker.enter()
            try:
                drawn = await self._drawn(tokens)
                self.breaker.check()
            except BaseException:
                if probe:
                    self.breaker.leave()
                raise
        except BaseException:
            self.gate.leave()
            raise
        return probe, drawn

    async def _drawn(self, tokens: Callable[[], float]) -> float:
        while (pause := self._paused_until - self.clock.time()) > 0:
            await self.clock.sleep(pause)
        if not (self.requests or self.tokens):
            return 0.0
        async with self._line:
            if self.requests:
                await self.requests.draw(lambda: 1.0)
            return await self.tokens.draw(tokens) if self.tokens else 0.0

    def answered(self, turn: Turn, spent: Spent) -> None:
        """A request was answered, and cost that."""
        self._refusals = 0
        self.breaker.answered()
        self.gate.eased()
        self._settle(turn, spent)

    def failed(self, turn: Turn, fault: Fault) -> None:
        """A request ended in a fault."""
        if isinstance(fault, RateLimitedError):
            self._slow_down(fault, turn.sent_at)
        self.breaker.failed(fault, busy=self.gate.busy)
        self._settle(turn, fault.spent)

    def _settle(self, turn: Turn, spent: Spent) -> None:
        self.spent += spent
        if self.tokens:
            self.tokens.give_back(turn.tokens - spent.tokens_in - spent.tokens_out)

    def _slow_down(self, fault: RateLimitedError, sent_at: float) -> None:
        if self.gate.pressed(sent_at):
            self.halved += 1
            self._refusals += 1
        asked = fault.retry_after
        if asked is None:
            asked = min(FIRST_WAIT * 2.0 ** max(0, self._refusals - 1), LONGEST_WAIT)
        self._paused_until = max(self._paused_until, self.clock.time() + min(asked, LONGEST_ASKED))


def _stopped() -> RequestCancelledError:
    return RequestCancelledError("the run was stopped before it was sent")
