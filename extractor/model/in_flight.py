"""Requests that are being answered now: an equal one waits for the answer instead of being sent too."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from dataclasses import replace

from extractor.errors import ExtractorError, ModelError, Spent
from extractor.model.client import Reply

_Waiter = Future["Reply | None"]


class InFlight:
    """For all threads and event loops of a process."""

    def __init__(self) -> None:
        self._waiters: dict[str, list[_Waiter]] = {}
        self._lock = threading.Lock()

    async def once(self, key: str, ask: Callable[[], Awaitable[Reply]]) -> Reply:
        """What `ask` returns, or what it returns to a call with the same key that came before.

        An answer somebody else asked for counts as cached, an error as unpaid: each is paid once. Where who
        asked was cancelled, one of those who wait asks.
        """
        while (waiter := self._lead_or_wait(key)) is not None:
            if (answer := await asyncio.wrap_future(waiter)) is not None:
                return answer
        try:
            reply = await ask()
        except ExtractorError as error:
            for waiter in self._waiting(key):
                waiter.set_exception(_unpaid(error))
            raise
        except BaseException:
            for waiter in self._waiting(key):
                waiter.set_result(None)
            raise
        for waiter in self._waiting(key):
            waiter.set_result(replace(reply, cached=True))
        return reply

    def _lead_or_wait(self, key: str) -> _Waiter | None:
        """None for the first; a future of the first one's answer for the others."""
        with self._lock:
            waiters = self._waiters.get(key)
            if waiters is None:
                self._waiters[key] = []
                return None
            waiters.append(Future())
            return waiters[-1]

    def _waiting(self, key: str) -> list[_Waiter]:
        """Who waits for this answer and was not cancelled; whoever comes now asks anew."""
        with self._lock:
            waiters = self._waiters.pop(key)
        return [waiter for waiter in waiters if waiter.set_running_or_notify_cancel()]


def _unpaid(error: ExtractorError) -> ExtractorError:
    """The same error for somebody who paid nothing. No constructor runs: each class has its own."""
    kind = type(error)
    again = kind.__new__(kind, *error.args)
    again.args = error.args
    again.__dict__.update(error.__dict__)
    if isinstance(again, ModelError):
        again.spent = Spent()
    return again
