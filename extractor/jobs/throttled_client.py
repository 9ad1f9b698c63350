"""A Client around a Client that keeps to the limits of a job, and sends again what failed on its way."""

import random
from dataclasses import replace

from extractor.errors import Spent
from extractor.jobs.breaker import OUTAGE
from extractor.jobs.throttle import Throttle
from extractor.model.client import Client, Reply, Request, endpoint_of
from extractor.model.faults import Fault, RateLimitedError
from extractor.model.policy import FIRST_WAIT, LONGEST_WAIT
from extractor.model.tokens import estimated_tokens, of_text

_LIMITED_TRIES = 10
"""How often a request may be refused as one too many."""
_OUTAGE_TRIES = 10
"""How often a request may fail while nobody is answered; less often than `patience` allows for most jobs."""


class ThrottledClient:
    """Each request waits for its turn: see Throttle.

    The client inside must not send again by itself (`InstructorClient(retries=0)`), so that each request that
    goes out is counted. What the table of failures says to send again is sent again here: at the end of an
    outage as often as it takes, and after a refusal as one too many up to ten times.
    """

    def __init__(self, client: Client, throttle: Throttle) -> None:
        self._client = client
        self._endpoint = endpoint_of(client)
        self._throttle = throttle
        self._prefixes: dict[str, int] = {}
        self._longest = 0

    @property
    def endpoint(self) -> str:
        """The endpoint of the client inside."""
        return self._endpoint

    async def complete(self, request: Request) -> Reply:
        """The answer of the client inside, with the cost of all tries."""
        tokens = self._tokens(request)
        tries = _Tries()
        while True:
            async with self._throttle.turn(tokens) as sent_at:
                try:
                    reply = await self._client.complete(request)
                except Fault as fault:
                    self._throttle.failed(fault, tokens, sent_at)
                    wait = tries.after(fault, down=self._throttle.breaker.is_open)
                else:
                    self._answered(reply, tokens)
                    return tries.on(reply)
            await self._throttle.clock.sleep(wait)

    async def aclose(self) -> None:
        """Close the client inside."""
        if (aclose := getattr(self._client, "aclose", None)) is not None:
            await aclose()

    def _answered(self, reply: Reply, tokens: float) -> None:
        self._longest = max(self._longest, reply.tokens_out)
        self._throttle.answered(tokens, reply.tokens_in + reply.tokens_out)

    def _tokens(self, request: Request) -> float:
        """An estimate: the input by its length, the answer as the longest so far."""
        if self._throttle.tokens is None:
            return 0.0
        key = request.prefix.sha256
        if key not in self._prefixes:
            self._prefixes[key] = estimated_tokens(Request(request.prefix, ()))
        return self._prefixes[key] + sum(of_text(turn.content) for turn in request.turns) + self._longest


class _Tries:
    """How often one request was sent, how that ended, what it cost."""

    def __init__(self) -> None:
        self._limited = self._failed = 0
        self._spent = Spent()

    def after(self, fault: Fault, *, down: bool) -> float:
        """How long to wait before sending again; raises the fault, with the cost of all tries, where not."""
        self._spent += fault.spent
        fault.spent = self._spent
        if isinstance(fault, RateLimitedError):
            self._limited += 1
            if self._limited >= _LIMITED_TRIES:
                raise fault
            return 0.0
        self._failed += 1
        waiting_out = down and isinstance(fault, OUTAGE)
        if fault.policy.stops or self._failed > (_OUTAGE_TRIES if waiting_out else fault.policy.retries):
            raise fault
        return 0.0 if waiting_out else self._backoff(fault)

    def _backoff(self, fault: Fault) -> float:
        if fault.retry_after is not None:
            return fault.retry_after
        doubled = min(FIRST_WAIT * 2.0 ** (self._failed - 1), LONGEST_WAIT)
        return doubled * random.uniform(0.75, 1.0)  # noqa: S311 - keeps requests from coming back together

    def on(self, reply: Reply) -> Reply:
        """The reply, with the cost of all tries."""
        before = self._spent
        return replace(
            reply,
            sent=reply.sent + before.sent,
            tokens_in=reply.tokens_in + before.tokens_in,
            tokens_out=reply.tokens_out + before.tokens_out,
            tokens_cached=reply.tokens_cached + before.tokens_cached,
        )
