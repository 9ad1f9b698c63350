"""How bytes go out and come back: by aiohttp, under the SDK, with a bound on what a server may send.

aiohttp takes half of the processor time that the SDK's default takes, and a quarter with hundreds of requests
in flight. Imports aiohttp and httpx2: load it where a request is made.
"""

import ssl
import zlib
from collections.abc import AsyncIterator
from functools import cache

import aiohttp
import httpx2

from extractor.model.faults import ConnectionFailedError, ReplyTooLargeError, UnreadableReplyError

MAX_REPLY_BYTES = 20_000_000
"""No record is nearly this large."""
_PIECE = 65_536
_ZLIB = {"gzip", "x-gzip", "deflate"}
_EITHER_HEADER = 47
"""Tells zlib to accept the headers of gzip and of zlib."""
_CONNECT_SECONDS = 20.0
_NOT_HANDED_ON = {"content-encoding", "content-length", "transfer-encoding", "set-cookie"}
"""What no longer holds when the body is read; and cookies, which the SDK's client would send back."""


class BoundedTransport(httpx2.AsyncBaseTransport):
    """Sends requests of one event loop over connections that are kept open.

    Reads neither proxies nor certificates from the environment, follows no redirect, keeps no cookie. A
    reply of more than `limit` bytes, counted after unpacking, is refused while it comes in. Raises
    ConnectionFailedError, ReplyTooLargeError, UnreadableReplyError.
    """

    def __init__(self, *, limit: int = MAX_REPLY_BYTES, connections: int = 1000, tls: bool = True) -> None:
        self._limit = limit
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=connections, ssl=_certificates() if tls else True),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=_CONNECT_SECONDS),
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request and read the whole reply."""
        try:
            async with self._session.request(
                request.method,
                str(request.url.copy_with(userinfo=b"")),
                headers=request.headers.multi_items(),
                data=request.content,
                allow_redirects=False,
            ) as response:
                body = await self._body(response)
        except (aiohttp.ClientError, OSError) as error:
            # `from None`: such an error can print the address with what stands in its query.
            raise ConnectionFailedError(
                f"no connection to {request.url.host}, or a broken one ({type(error).__name__})"
            ) from None
        headers = [
            (name, text) for name, text in response.headers.items() if name.lower() not in _NOT_HANDED_ON
        ]
        return httpx2.Response(response.status, headers=headers, content=body)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._session.close()

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        packed = await self._joined(response.content.iter_chunked(_PIECE))
        encoding = response.headers.get("content-encoding", "identity").lower().strip()
        if encoding == "identity" or not packed:
            return packed
        if encoding not in _ZLIB:
            raise UnreadableReplyError(f"the server packs replies as {encoding[:20]!r}, unasked")
        return self._unpacked(packed)

    async def _joined(self, pieces: AsyncIterator[bytes]) -> bytes:
        found: list[bytes] = []
        seen = 0
        async for piece in pieces:
            seen += len(piece)
            self._check(seen)
            found.append(piece)
        return b"".join(found)

    def _unpacked(self, packed: bytes) -> bytes:
        unpacking = zlib.decompressobj(_EITHER_HEADER)
        try:
            body = unpacking.decompress(packed, self._limit + 1)
        except zlib.error:
            body = b""
        self._check(len(body))
        if not unpacking.eof:
            raise UnreadableReplyError("the server's reply is packed and damaged")
        return body

    def _check(self, size: int) -> None:
        if size > self._limit:
            raise ReplyTooLargeError(f"the server's reply is larger than {self._limit:,} bytes")


@cache
def _certificates() -> ssl.SSLContext:
    """What certificates are checked against; it takes 50 ms to load."""
    return httpx2.create_ssl_context(trust_env=False)
