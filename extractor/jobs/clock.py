"""The clock that waits are measured by. Tests have one of their own, in which a minute costs nothing."""

import asyncio
from time import monotonic
from typing import Protocol


class Clock(Protocol):
    """A time in seconds that never goes backwards, and a way to wait for a later one."""

    def time(self) -> float:
        """Seconds since some moment."""
        ...

    async def sleep(self, seconds: float, /) -> None:
        """Wait."""
        ...


class SystemClock:
    """The computer's own, which no setting of the time of day moves."""

    def time(self) -> float:
        """Seconds since some moment."""
        return monotonic()

    async def sleep(self, seconds: float, /) -> None:
        """Wait."""
        await asyncio.sleep(seconds)
