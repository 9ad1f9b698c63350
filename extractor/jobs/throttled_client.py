"""A Client around a Client that keeps to the limits of a job, and sends again what failed on its way."""

import asyncio
from dataclasses import replace

from extractor.errors import Spent
from extractor.jobs.throttle import Throttle, Turn
from extractor.jobs.token_estimate import TokenEstimate
from extractor.jobs.tries import Tries
from extractor.model.client import Client, Message, Reply, Request, endpoint_of
from extractor.model.faults import Fault

_ANYBODY = (Message("user", "Is anybody there?"),)


class ThrottledClient:
    """Each request waits for its turn: see Throttle.

    The client inside must not send again by itself (`InstructorClient(retries=0)`), so that each request that
    goes out is counted. What failed on its way is sent again here; see Tries. Where a request has failed and
    nobody was answered meanwhile, a question of one line goes first, to tell the page from the server.
    """

    def __init__(self, client: Client, throttle: Throttle) -> None:
        self._client = client
        self._endpoint = endpoint_of(client)
        self._throttle = throttle
        self._estimate = TokenEstimate()
        self._is_ready = False

    @property
    def endpoint(self) -> str:
        """The endpoint of the client inside."""
        return self._endpoint

    async def complete(self, request: Request) -> Reply:
        """The answer of the client inside, with the cost of all tries."""
        if not self._is_ready:
            self._is_ready = True
            await self._ready(request)
        length = 0 if self._throttle.tokens is None else self._estimate.length(request)
        tries = Tries(self._throttle.breaker)
        try:
            while True:
                async with self._throttle.turn(lambda: self._estimate.of(length)) as turn:
                    if reply := await self._sent(request, tries, turn):
                        self._estimate.learn(length, reply)
                        return tries.on(reply)
                if tries.wait:
                    await self._throttle.sleep(tries.wait)
        except Fault as fault:
            fault.spent = tries.spent
            raise

    async def aclose(self) -> None:
        """Close the client inside."""
        if (aclose := getattr(self._client, "aclose", None)) is not None:
            await aclose()

    async def _ready(self, request: Request) -> None:
        """Have loaded what the first request would load on its way: it would be late for its minute."""
        if (ready := getattr(self._client, "ready", None)) is not None:
            await ready(request)

    async def _sent(self, request: Request, tries: Tries, turn: Turn) -> Reply | None:
        """The answer; None where the request is to be sent again."""
        doubted = tries.doubted
        try:
            reply = await self._client.complete(replace(request, turns=_ANYBODY) if doubted else request)
        except Fault as fault:
            self._throttle.failed(turn, fault)
            tries.failed(fault, asked=not doubted)
            return None
        except asyncio.CancelledError:
            self._throttle.spent += Spent(sent=1)
            raise
        spent = Spent(reply.sent, reply.tokens_in, reply.tokens_out, reply.tokens_cached)
        self._throttle.answered(turn, spent)
        if not doubted:
            return reply
        tries.spent += spent
        tries.wait = 0.0
        return None
