"""What keeps a job from failing all its pages with the server: it waits and probes, or stops the job."""

import asyncio

from extractor.errors import Spent
from extractor.jobs.clock import Clock
from extractor.model.faults import (
    ConnectionFailedError,
    DeadlineError,
    Fault,
    RateLimitedError,
    ServerFaultError,
)
from extractor.model.policy import Policy

OUTAGE = (ServerFaultError, ConnectionFailedError, DeadlineError)
"""Faults of which many in a row say that the server is down."""
PATIENCE = 300.0
"""Seconds without any answer after which a job gives up."""
FIRST_PATIENCE = 5.0
"""The same for a server that was never reached: its address is wrong, or nothing runs there."""
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
_LEAST_FAILURES = 3


class ServerDownError(ServerFaultError):
    """The server has answered nobody for long. The job stops; unanswered pages are still to be done."""

    policy = Policy("server_down", "Run the same command again when the server is back", stops=True)


class ServerNotFoundError(ServerDownError):
    """There was no connection to the server at all, from the first request on."""

    policy = Policy(
        "server_not_found",
        "Check the address (--base-url, OPENAI_BASE_URL) and that the server is running, "
        "then run the same command again",
        stops=True,
    )


class Breaker:
    """One for each job and server. Belongs to one event loop.

    Closed, everybody may send. It opens when failures in a row, without an answer between, reach a quarter of
    what is under way (at least 3): then one request at a time probes, with growing pauses, and all others
    wait; an answer closes it. No answer for `patience` seconds (a few if nobody was ever reached), or a fault
    that stops jobs, such as a wrong key, ends it: whoever wants to send is told so. `answers` counts how
    often the server was found alive.
    """

    def __init__(self, clock: Clock, *, patience: float = PATIENCE) -> None:
        self._clock = clock
        self._patience = patience
        self.answers = 0
        self._failures = 0
        self._failing_since: float | None = None
        self._ended: Fault | None = None
        self._reached = False
        self._pause = 0.0
        self._probing = asyncio.Lock()

    @property
    def is_open(self) -> bool:
        """Whether the server seems to be down."""
        return self._pause > 0

    def failing(self) -> float | None:
        """For how many seconds the server has answered nobody, None where it seems to be well."""
        since = self._failing_since
        return self._clock.time() - since if self.is_open and since is not None else None

    def check(self) -> None:
        """Raise what ended the job, if anything did: a fault for each request, which cost nothing."""
        if self._ended is None:
            return
        kind, old = type(self._ended), self._ended
        raise kind(old.message, hint=old.hint, spent=Spent())

    async def enter(self) -> bool:
        """Wait until a request may be sent; whether it is a probe, after which `leave` must be called.

        Raises the fault that ended the job.
        """
        self.check()
        if not self.is_open:
            return False
        await self._probing.acquire()
        try:
            if self.is_open and self._ended is None:
                await self._clock.sleep(self._pause)
                self._pause = min(self._pause * 2, _LONGEST_PAUSE)
            self.check()
        except BaseException:
            self._probing.release()
            raise
        if not self.is_open:
            self._probing.release()
        return self.is_open

    def leave(self) -> None:
        """The probe has ended."""
        self._probing.release()

    def reached(self) -> None:
        """Somebody was answered, here or in another process of the job: the address is right."""
        self._reached = True

    def answered(self) -> None:
        """The server answered, be it with a refusal of one request."""
        self.reached()
        self.answers += 1
        self._failures, self._failing_since, self._pause = 0, None, 0.0

    def failed(self, fault: Fault, *, busy: int) -> None:
        """A request ended in a fault, while `busy` were under way."""
        if not isinstance(fault, (ConnectionFailedError, DeadlineError)):
            self.reached()
        if fault.policy.stops:
            self._ended = fault
        elif isinstance(fault, RateLimitedError):
            self._lasts(fault)
        elif isinstance(fault, OUTAGE):
            self._failures += 1
            if not self.is_open and self._failures >= max(_LEAST_FAILURES, busy // 4):
                self._pause = _FIRST_PAUSE
            self._lasts(fault)
        else:
            self.answered()

    def _lasts(self, fault: Fault) -> None:
        """End the job where nobody was answered for long."""
        now = self._clock.time()
        self._failing_since = now if self._failing_since is None else self._failing_since
        lasted = now - self._failing_since
        if not self._reached and isinstance(fault, ConnectionFailedError):
            if lasted > min(self._patience, FIRST_PATIENCE):
                self._ended = ServerNotFoundError(f"no request reached the server ({fault.message})")
        elif lasted > self._patience:
            self._ended = ServerDownError(
                f"the server has answered no request for {lasted:.0f} s ({fault.message})"
            )
