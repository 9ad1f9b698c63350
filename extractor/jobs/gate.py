"""How many requests may be under way at once: fewer when the server says that it is too many, then more."""

import asyncio
from collections import deque
from math import inf

from extractor.jobs.clock import Clock

_STEPS = 16
"""Rounds of answers in which a limit that was halved is back where it was."""


class Gate:
    """Admits in the order of asking, at most `limit` at once.

    It begins at `most`, by default without a limit. `pressed` halves it, `eased` raises it slowly back to
    what it was: additive increase, multiplicative decrease. Belongs to one event loop.
    """

    def __init__(self, clock: Clock, *, most: float = inf) -> None:
        self.limit: float = most
        self.busy = 0
        self._most = most
        self._step = 1.0
        self._clock = clock
        self._pressed_at = -inf
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def enter(self) -> None:
        """Wait for admission. Every admission is ended by `leave`."""
        if self.enters():
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave()
            raise

    def enters(self) -> bool:
        """Admission at once, if there is room and nobody waits."""
        free = not self._waiting and self.busy + 1 <= self.limit
        self.busy += free
        return free

    def leave(self) -> None:
        """One is done; the next are admitted."""
        self.busy -= 1
        self._admit()

    def eased(self) -> None:
        """A request was answered: a round of answers raises the limit by one step."""
        if self.limit < self._most:
            self.limit = min(self._most, self.limit + self._step / self.limit)
            self._admit()

    def pressed(self, sent_at: float) -> bool:
        """A request sent at that time was too many: halve the limit. Whether it was halved.

        Refusals of requests that were sent before the last halving say nothing new.
        """
        if sent_at < self._pressed_at:
            return False
        self._pressed_at = self._clock.time()
        before = min(self.limit, self.busy)
        self.limit = max(1.0, before / 2)
        self._step = max(1.0, self.limit / _STEPS)
        return True

    def _admit(self) -> None:
        while self._waiting and self.busy + 1 <= self.limit:
            turn = self._waiting.popleft()
            if not turn.done():
                self.busy += 1
                turn.set_result(None)
