"""Sending again: which faults, how often, after which wait. The table in faults.py decides."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from extractor.model.faults import Fault
from extractor.model.policy import FIRST_WAIT, LONGEST_WAIT

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Retrying:
    """Repeats what fails on its way.

    `retries` replaces the table's number for every fault that is retried at all. A server that asks for a
    wait longer than `max_retry_after` seconds, or than is left of the deadline, is not waited for.
    """

    retries: int | None = None
    max_retry_after: float = 60.0

    async def run(self, send: Callable[[], Awaitable[_Result]], *, deadline: float) -> _Result:
        """What `send` returns at last. `deadline` is a time of the running loop. Raises the last Fault."""
        taken = 0
        while True:
            try:
                return await send()
            except Fault as fault:
                if taken >= self._times(fault):
                    raise
                wait = self._wait(fault, taken)
                left = deadline - asyncio.get_running_loop().time()
                if refused := self._too_long(fault, wait, left):
                    raise refused from None
            await asyncio.sleep(wait)
            taken += 1

    def _times(self, fault: Fault) -> int:
        times = fault.policy.retries
        return self.retries if times and self.retries is not None else times

    def _wait(self, fault: Fault, taken: int) -> float:
        if fault.retry_after is not None:
            return fault.retry_after
        doubled = min(FIRST_WAIT * 2.0**taken, LONGEST_WAIT)
        return doubled * random.uniform(0.75, 1.0)  # noqa: S311 - keeps clients from coming back together

    def _too_long(self, fault: Fault, wait: float, left: float) -> Fault | None:
        """The fault again, with the wait named, where it is no use to wait."""
        if wait > self.max_retry_after:
            limit = f"more than the {self.max_retry_after:g} s that are waited at most"
        elif wait >= left:
            limit = f"more than the {max(left, 0):.1f} s that are left of the deadline"
        else:
            return None
        asks = (
            f"it asks to wait {wait:g} s"
            if fault.retry_after is not None
            else f"the next try is in {wait:.1f} s"
        )
        told = type(fault)(
            f"{fault.message} ({asks}, {limit})", raw=fault.raw, hint=fault.hint, spent=fault.spent
        )
        told.retry_after = fault.retry_after
        return told
