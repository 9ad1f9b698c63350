"""How often one request was sent, how that ended, what it cost, and whether it is sent again."""

import random
from dataclasses import replace

from extractor.errors import Spent
from extractor.jobs.breaker import OUTAGE, Breaker
from extractor.model.client import Reply
from extractor.model.faults import Fault, RateLimitedError
from extractor.model.policy import FIRST_WAIT, LONGEST_WAIT

_LIMITED = 10
"""How often a request may be refused as one too many."""


class Tries:
    """The tries of one request; `spent` is their cost, `wait` the seconds before the next.

    A failure that may be the server's counts against the page only where the server answered somebody since
    the one before. Of these as many are allowed as the table of failures says, but one where it says none: a
    timeout may have begun before the server went away. Where nobody is answered the request is sent again
    until the breaker ends the job.
    """

    def __init__(self, breaker: Breaker) -> None:
        self.spent = Spent()
        self.wait = 0.0
        self._breaker = breaker
        self._limited = self._failed = self._own = 0
        self._answers = breaker.answers
        self._doubtful = False

    @property
    def doubted(self) -> bool:
        """Whether it has failed as often as it may, and nobody was answered since."""
        return self._doubtful and self._breaker.answers == self._answers

    def failed(self, fault: Fault, *, asked: bool) -> None:
        """Set the wait before it is sent again. Raises the fault where it is not.

        `asked` is false where the fault was met by another request, which was to find out about the server.
        """
        self.spent += fault.spent
        self.wait = 0.0
        if isinstance(fault, RateLimitedError):
            self._limited += 1
            if self._limited >= _LIMITED:
                raise fault
        elif fault.policy.stops:
            raise fault
        elif asked:
            self._count(fault)
            self.wait = 0.0 if self._breaker.is_open else self._backoff(fault)

    def _count(self, fault: Fault) -> None:
        self._failed += 1
        allowed = fault.policy.retries
        if isinstance(fault, OUTAGE):
            self._doubtful = self._failed > allowed
            allowed = max(1, allowed)
            if self._failed > 1 and self._breaker.answers == self._answers:
                return
            self._answers = self._breaker.answers
        self._own += 1
        if self._own > allowed:
            raise fault

    def _backoff(self, fault: Fault) -> float:
        if fault.retry_after is not None:
            return fault.retry_after
        doubled = min(FIRST_WAIT * 2.0 ** (self._failed - 1), LONGEST_WAIT)
        return doubled * random.uniform(0.75, 1.0)  # noqa: S311 - keeps requests from coming back together

    def on(self, reply: Reply) -> Reply:
        """The reply, with the cost of all tries."""
        before = self.spent
        if not before.sent:
            return reply
        return replace(
            reply,
            sent=reply.sent + before.sent,
            tokens_in=reply.tokens_in + before.tokens_in,
            tokens_out=reply.tokens_out + before.tokens_out,
            tokens_cached=reply.tokens_cached + before.tokens_cached,
        )
