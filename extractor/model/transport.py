"""A transport that bounds what a server may send back. Imports httpx2: load it where a request is made."""

from collections.abc import AsyncIterator

import httpx2

from extractor.model.faults import UnreadableReplyError

MAX_REPLY_BYTES = 20_000_000
"""No record is nearly this large."""


class BoundedTransport(httpx2.AsyncBaseTransport):
    """Refuses compressed replies (none was asked for) and replies of more than `limit` bytes.

    Without compression the bytes counted are the bytes kept in memory, so a small reply cannot unfold
    into a huge one.
    """

    def __init__(self, inner: httpx2.AsyncBaseTransport, *, limit: int = MAX_REPLY_BYTES) -> None:
        self._inner = inner
        self._limit = limit

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request; the reply's body is counted while it is read. Raises UnreadableReplyError."""
        response = await self._inner.handle_async_request(request)
        encoding = response.headers.get("content-encoding", "identity")
        if encoding.lower() != "identity":
            await response.aclose()
            raise UnreadableReplyError(
                f"the server sent a reply packed as {encoding[:20]!r}, though none was asked for",
                hint="Turn compression off at the server or the gateway before it",
            )
        return httpx2.Response(
            status_code=response.status_code,
            headers=response.headers,
            stream=_Counted(response, self._limit),
            extensions=response.extensions,
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


class _Counted(httpx2.AsyncByteStream):
    def __init__(self, response: httpx2.Response, limit: int) -> None:
        self._response = response
        self._limit = limit

    async def __aiter__(self) -> AsyncIterator[bytes]:
        seen = 0
        async for chunk in self._response.aiter_raw():
            seen += len(chunk)
            if seen > self._limit:
                raise UnreadableReplyError(
                    f"the server's reply is larger than {self._limit:,} bytes",
                    hint="No answer is that large: check the address (OPENAI_BASE_URL)",
                )
            yield chunk

    async def aclose(self) -> None:
        await self._response.aclose()
