"""One SDK client for each event loop: connections are kept between requests, and closed with their loop."""

import asyncio
import weakref
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar


class Closable(Protocol):
    """What belongs to one event loop and must be closed in it."""

    async def close(self) -> None:
        """Close it."""
        ...

    def is_closed(self) -> bool:
        """Whether it is closed."""
        ...


_Sdk = TypeVar("_Sdk", bound=Closable)


@dataclass(frozen=True, slots=True)
class _Held(Generic[_Sdk]):
    sdk: _Sdk
    keeper: AsyncGenerator[None, None]
    at_last: "weakref.finalize[Any, Any]"


class Connections(Generic[_Sdk]):
    """Opens with `build` what the running loop has not yet.

    It is closed by `aclose`, or when its loop shuts down (`asyncio.run` does that), or in its loop when
    nobody uses this object any more.
    """

    def __init__(self, build: Callable[[], _Sdk]) -> None:
        self._build = build
        self._held: dict[asyncio.AbstractEventLoop, _Held[_Sdk]] = {}

    async def sdk(self) -> _Sdk:
        """That of the running loop."""
        loop = asyncio.get_running_loop()
        held = self._held.get(loop)
        if held is None or held.sdk.is_closed():
            self._forget_closed()
            held = self._held[loop] = await self._open(loop)
        return held.sdk

    async def aclose(self) -> None:
        """Close all that are open, each in its loop. What is used after that is opened anew."""
        while self._held:
            loop, held = self._held.popitem()
            held.at_last.detach()
            if loop is asyncio.get_running_loop():
                await held.keeper.aclose()
            elif loop.is_running():
                await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(_end(held.keeper), loop))

    async def _open(self, loop: asyncio.AbstractEventLoop) -> _Held[_Sdk]:
        sdk = self._build()
        keeper = _keep(sdk)
        await anext(keeper)
        at_last = weakref.finalize(self, _end_soon, loop, keeper)
        at_last.atexit = False
        return _Held(sdk, keeper, at_last)

    def _forget_closed(self) -> None:
        for loop, held in list(self._held.items()):
            if loop.is_closed() or held.sdk.is_closed():
                held.at_last.detach()
                del self._held[loop]


async def _keep(sdk: Closable) -> AsyncGenerator[None, None]:
    """A generator that a loop knows of since its first step, and ends when it shuts down."""
    try:
        yield
    finally:
        await sdk.close()


async def _end(keeper: AsyncGenerator[None, None]) -> None:
    await keeper.aclose()


def _end_soon(loop: asyncio.AbstractEventLoop, keeper: AsyncGenerator[None, None]) -> None:
    if loop.is_running():
        asyncio.run_coroutine_threadsafe(_end(keeper), loop)
