"""One connection to the loopback model server: HTTP/1.1 with keep-alive, request after request."""

import asyncio
from http import HTTPStatus
from typing import Protocol

from openai_plays import Play, Received


class Owner(Protocol):
    """The server a connection belongs to."""

    def begin(self, received: Received) -> Play:
        """Note a request; the reply that is due."""

    def end(self, play: Play | None) -> None:
        """Note that a reply went out whole, or None for one that did not."""

    def opened(self, connection: "Connection") -> None:
        """Note a new connection."""

    def closed(self, connection: "Connection") -> None:
        """Note the end of a connection."""


class Connection(asyncio.Protocol):
    """Reads requests that say their length and sends what the server plays."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._buffer = bytearray()
        self._answering: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._owner.opened(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        if self._answering is not None:
            self._answering.cancel()
        self._owner.closed(self)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        self._next()

    def abort(self) -> None:
        """Break the connection."""
        self._transport.abort()

    def _next(self) -> None:
        received = None if self._answering else self._take()
        if received is None:
            return
        play = self._owner.begin(received)
        if play.delay or play.drip:
            self._answering = asyncio.get_running_loop().create_task(self._answer_slowly(play))
        else:
            self._send(play)
            self._next()

    def _take(self) -> Received | None:
        """The next whole request."""
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        first, *lines = self._buffer[:end].decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        whole = end + 4 + int(headers.get("content-length", "0"))
        if len(self._buffer) < whole:
            return None
        body = bytes(self._buffer[end + 4 : whole])
        del self._buffer[:whole]
        return Received(first.split(" ")[1], headers, body)

    def _send(self, play: Play) -> None:
        if play.reset:
            self._transport.abort()
        else:
            self._transport.write(_head(play) + play.body)
            if play.missing:
                self._transport.close()
        self._owner.end(play)

    async def _answer_slowly(self, play: Play) -> None:
        whole = None
        try:
            await asyncio.sleep(play.delay)
            if play.drip:
                await self._drip(play)
            whole = play
        finally:
            self._answering = None
            if whole is None or play.drip:
                self._owner.end(whole)
        if not play.drip:
            self._send(play)
        self._next()

    async def _drip(self, play: Play) -> None:
        self._transport.write(_head(play))
        for byte in play.body:
            self._transport.write(bytes([byte]))
            await asyncio.sleep(play.drip)


def _head(play: Play) -> bytes:
    reason = HTTPStatus(play.status).phrase if play.status in set(HTTPStatus) else "Unknown"
    lines = [f"HTTP/1.1 {play.status} {reason}", f"content-length: {len(play.body) + play.missing}"]
    headers = {"content-type": "application/json"} | dict(play.headers)
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
