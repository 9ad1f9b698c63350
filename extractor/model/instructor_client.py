"""The Client that asks a server over HTTP. It loads openai, instructor and aiohttp when it asks, not before.

Who does what:
* instructor shapes the request for the mode, once for each prefix, and reads answers out of tools and prose
  (instructor_modes.py).
* the openai SDK sends it: address, key, headers, errors by status (sdk.py), over aiohttp (transport.py).
* this client sets the total deadline, sends again what failed on its way (retrying.py), gives up what the
  server does not take (dialect.py), names the errors (status.py), counts what was spent. It does not judge an
  answer: strict reading, and asking again with what was wrong, belong to the reader.
"""

import asyncio
import json
import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from extractor.errors import SettingsError, Spent
from extractor.model import completion
from extractor.model.body import request_body
from extractor.model.client import Reply, Request
from extractor.model.connections import Connections
from extractor.model.dialect import Agreement, Dialect
from extractor.model.endpoint import DEFAULT_BASE_URL, checked_key, identity, public_address
from extractor.model.faults import BadRequestError, DeadlineError, Fault, NotJsonError
from extractor.model.modes import Mode
from extractor.model.retrying import Retrying
from extractor.model.status import fault_of, words_of

if TYPE_CHECKING:
    import httpx2

    from extractor.model.sdk import Sdk

DEFAULT_TIMEOUT = 300.0
"""Seconds for one request, its retries included: a long page takes minutes to write down."""
_ERRORS = range(400, 600)
_SERVER_ERROR = 500


class InstructorClient:
    """Asks an OpenAI-compatible server.

    `timeout` is the total deadline of one request in seconds, its retries and waits included. `retries` is
    how often a request that failed on its way is sent again (None: as the table of failures says). A server
    that asks for a wait of more than `max_retry_after` seconds is not waited for. Where a server does not
    take `mode`, the client says so once and goes on in the mode that every server takes; see `mode`.

    One client may serve several threads and event loops. Its connections are kept for each loop; they are
    closed with the loop or by `aclose`. Variables of the environment are not read and redirects are not
    followed. Raises SettingsError for a missing or broken key or address.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        retries: int | None = None,
        mode: Mode = Mode.JSON_SCHEMA,
        max_retry_after: float = 60.0,
    ) -> None:
        if not 0 < timeout < math.inf or (retries or 0) < 0:
            raise SettingsError("the timeout or the number of retries is negative or no time at all")
        self._base_url = base_url or DEFAULT_BASE_URL
        self._endpoint = public_address(self._base_url)
        self._api_key = checked_key(api_key, self._endpoint)
        self._timeout = timeout
        self._retrying = Retrying(retries, max_retry_after)
        self._identity = identity(self._endpoint, Mode(mode))
        self._agreement = Agreement(Mode(mode), self._endpoint)
        self._connections: Connections[Sdk] = Connections(self._sdk)

    def __repr__(self) -> str:
        return f"InstructorClient({self._endpoint!r}, mode={self.mode.value!r})"

    @property
    def endpoint(self) -> str:
        """The server's address, without credentials or query; with the mode, if another was chosen."""
        return self._identity

    @property
    def mode(self) -> Mode:
        """The mode in which answers are asked for now."""
        return self._agreement.current.mode

    async def complete(self, request: Request) -> Reply:
        """Ask the server. Raises a Fault of `extractor.model.faults`; its `.spent` says what was paid."""
        tally = _Tally()
        try:
            async with asyncio.timeout(self._timeout) as limit:
                deadline = limit.when() or 0.0
                reply = await self._retrying.run(lambda: self._ask(request, tally), deadline=deadline)
        except TimeoutError:
            raise DeadlineError(
                f"no whole answer from {self._endpoint} within {self._timeout:g} s", spent=tally.spent
            ) from None
        except Fault as fault:
            fault.spent = tally.spent
            raise
        return tally.on(reply)

    async def ready(self, request: Request) -> None:
        """Load what the first request would load, in its time. Nothing is sent."""
        dialect = self._agreement.current
        request_body(request, dialect.mode, cache_key=dialect.cache_key)
        await self._connections.sdk()

    async def aclose(self) -> None:
        """Close the connections. The client may be used again."""
        await self._connections.aclose()

    async def _ask(self, request: Request, tally: "_Tally") -> Reply:
        """Send once, and once more for each thing the server refuses to know."""
        while True:
            dialect = self._agreement.current
            response = await self._send(request, dialect, tally)
            found = _decoded(response, self._endpoint)
            tally.spent += completion.spent_on(found)
            status = _failed(response, found)
            if status is None:
                return completion.read(found, dialect.mode)
            fault = fault_of(status, found, self._endpoint, key=self._api_key, headers=response.headers)
            refused = isinstance(fault, BadRequestError)
            if not (refused and self._agreement.give_way(dialect, words_of(found))):
                raise fault

    async def _send(self, request: Request, dialect: Dialect, tally: "_Tally") -> "httpx2.Response":
        body = request_body(request, dialect.mode, cache_key=dialect.cache_key)
        sdk = await self._connections.sdk()
        tally.spent += Spent(sent=1)
        return await sdk.ask(body)

    def _sdk(self) -> "Sdk":
        from extractor.model.sdk import Sdk  # noqa: PLC0415 - costs a second that a cached run need not pay

        return Sdk(self._base_url, self._api_key or "none")


class _Tally:
    """What one request has cost so far, over all its tries."""

    def __init__(self) -> None:
        self.spent = Spent()

    def on(self, reply: Reply) -> Reply:
        """The reply with the cost of all tries."""
        spent = self.spent
        return replace(
            reply,
            sent=spent.sent,
            tokens_in=spent.tokens_in,
            tokens_out=spent.tokens_out,
            tokens_cached=spent.tokens_cached,
        )


def _decoded(response: "httpx2.Response", endpoint: str) -> Any:
    """The JSON of a reply; the text of an error that is none."""
    try:
        return json.loads(response.content)
    except (ValueError, RecursionError):
        if response.is_success:
            raise NotJsonError(f"{endpoint} answered something that is no JSON") from None
        return response.text


def _failed(response: "httpx2.Response", found: Any) -> int | None:
    """The status of a failure; gateways also send 200 with an error inside."""
    if not response.is_success:
        return response.status_code
    if not isinstance(found, dict) or not found.get("error") or found.get("choices"):
        return None
    code = found["error"].get("code") if isinstance(found["error"], dict) else None
    return code if isinstance(code, int) and code in _ERRORS else _SERVER_ERROR
