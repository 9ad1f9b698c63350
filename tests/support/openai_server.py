"""A loopback server that speaks `/v1/chat/completions`, plays a script and keeps its own bill.

It runs on an event loop in a thread of its own and can hold hundreds of connections at once.
"""

import asyncio
import json
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import Any, Self

from openai_connection import Connection
from openai_plays import (
    TOKENS_CACHED,
    TOKENS_IN,
    TOKENS_OUT,
    Play,
    Received,
    completion,
    failure,
    refusal,
    tool_call,
    truncated,
)

__all__ = [
    "TOKENS_CACHED",
    "TOKENS_IN",
    "TOKENS_OUT",
    "Bill",
    "OpenAIServer",
    "Play",
    "Received",
    "completion",
    "failure",
    "refusal",
    "tool_call",
    "truncated",
]

Entry = Play | Callable[[Received], Play]


@dataclass(frozen=True)
class Bill:
    """What the server counts: requests that came in, tokens of replies that went out whole."""

    sent: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0


class OpenAIServer:
    """Plays `script` in order and its last entry for ever. Use it as a context manager.

    An entry is a Play or a function of the request that gives one; `play` changes the script at any time.
    `connections` counts those that were opened, `open` those that are open now, `most` the most requests
    that were being answered at once, `dropped` those whose client left before the answer was out. With `port`
    it comes back at the place where another one was.
    """

    def __init__(self, *script: Entry, port: int = 0) -> None:
        self.script: list[Entry] = list(script)
        self.received: list[Received] = []
        self.bill = Bill()
        self.connections = self.open = self.busy = self.most = self.dropped = 0
        self._socket = socket.create_server(("127.0.0.1", port), backlog=1024)
        self.port: int = self._socket.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="openai-server")
        self._held: set[Connection] = set()

    @property
    def url(self) -> str:
        """The base URL for a client."""
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def bodies(self) -> list[Any]:
        """The JSON of every request."""
        return [request.body for request in self.received]

    def play(self, *script: Entry) -> Self:
        """Play another script from now on."""
        self.script = list(script)
        return self

    def begin(self, received: Received) -> Play:
        """Note a request; the reply that is due."""
        self.received.append(received)
        self.busy += 1
        self.most = max(self.most, self.busy)
        self._charge(Bill(sent=1))
        entry = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        return entry if isinstance(entry, Play) else entry(received)

    def end(self, play: Play | None) -> None:
        """Note that a reply went out whole, or None for one that did not."""
        self.busy -= 1
        if play is None:
            self.dropped += 1
        elif not play.reset and not play.missing:
            self._charge(_charged(play.body))

    def opened(self, connection: Connection) -> None:
        """Note a new connection."""
        self._held.add(connection)
        self.connections += 1
        self.open += 1

    def closed(self, connection: Connection) -> None:
        """Note the end of a connection."""
        self._held.discard(connection)
        self.open -= 1

    def _charge(self, more: Bill) -> None:
        bill = self.bill
        self.bill = Bill(
            bill.sent + more.sent,
            bill.tokens_in + more.tokens_in,
            bill.tokens_out + more.tokens_out,
            bill.tokens_cached + more.tokens_cached,
        )

    def __enter__(self) -> Self:
        self._thread.start()
        self._server = self._run(
            self._loop.create_server(lambda: Connection(self), sock=self._socket)  # type: ignore[arg-type]
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._run(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _stop(self) -> None:
        self._server.close()
        for connection in list(self._held):
            connection.abort()
        while self._held:  # noqa: ASYNC110 - a tick or two
            await asyncio.sleep(0)
        await self._server.wait_closed()

    def _run(self, coroutine: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(10)


@lru_cache(maxsize=64)
def _charged(body: bytes) -> Bill:
    """The tokens a reply says it cost."""
    try:
        usage = json.loads(body)["usage"]
        cached = (usage.get("prompt_tokens_details") or {}).get("cached_tokens", 0)
        return Bill(0, usage["prompt_tokens"], usage["completion_tokens"], cached)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Bill()
