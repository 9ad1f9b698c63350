"""The Client that asks a server. The only file that imports openai and instructor, and only when it asks.

Who does what:
* instructor shapes the request for the mode (JSON_SCHEMA: `response_format` with the schema). Its create
  loop is not used: it validates leniently, hides refusals and logs whole errors. Neither are its
  templating, which would run over the page, and its cache, whose keys hold the API key.
* the openai SDK sends it, and repeats it after 408, 409, 429, 5xx and lost connections.
* this file sets the total deadline, bounds the reply, names the errors. It returns the answer's text
  unread: reading and re-asking belong to the reader.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from extractor.errors import ModelError
from extractor.model import completion
from extractor.model.client import Reply, Request
from extractor.model.endpoint import DEFAULT_BASE_URL, checked_key, public_address
from extractor.model.faults import ConnectionFailedError, DeadlineError, UnreadableReplyError, of_status

if TYPE_CHECKING:
    from openai import APIConnectionError, APIStatusError, AsyncOpenAI

DEFAULT_TIMEOUT = 300.0
"""Seconds for one request, its retries included: a long page takes minutes to write down."""
_MAX_DETAIL = 200


class InstructorClient:
    """Asks an OpenAI-compatible server.

    `timeout` is the total deadline of one request in seconds, `retries` how often the SDK repeats a request
    that failed on its way. Proxy variables of the environment are not read and redirects are not followed.
    Raises SettingsError for a missing or broken key or address.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        retries: int = 2,
    ) -> None:
        self._base_url = base_url or DEFAULT_BASE_URL
        self._endpoint = public_address(self._base_url)
        self._api_key = checked_key(api_key, self._endpoint)
        self._timeout = timeout
        self._retries = retries

    def __repr__(self) -> str:
        return f"InstructorClient({self._endpoint!r})"

    @property
    def endpoint(self) -> str:
        """The server's address, without credentials or query."""
        return self._endpoint

    def complete(self, request: Request) -> Reply:
        """Ask the server once. Raises a ModelError of `extractor.model.faults`."""
        if not _loop_runs_here():
            return asyncio.run(self._complete(request))
        # A notebook already runs a loop in this thread, and a thread runs one loop.
        with ThreadPoolExecutor(max_workers=1) as pool:
            return pool.submit(asyncio.run, self._complete(request)).result()

    async def _complete(self, request: Request) -> Reply:
        import openai  # noqa: PLC0415 - costs a second that cached and modelless runs need not pay

        arguments = _arguments(request)
        # `from None`: an SDK error prints the server's words, and a server may echo the key.
        try:
            async with asyncio.timeout(self._timeout), self._sdk() as sdk:
                answer = await sdk.chat.completions.create(**arguments)
        except (TimeoutError, openai.APITimeoutError):
            raise DeadlineError(
                f"no whole answer from {self._endpoint} within {self._timeout:g} s",
                hint="Use a faster model or a longer timeout",
            ) from None
        except openai.APIConnectionError as error:
            raise self._no_connection(error) from None
        except openai.APIStatusError as error:
            raise of_status(error.status_code, self._detail(error), self._endpoint) from None
        except (ValueError, RecursionError):
            raise UnreadableReplyError(
                f"{self._endpoint} answered something that is no JSON",
                hint="Check the address (OPENAI_BASE_URL): it often ends in /v1",
            ) from None
        return completion.read(
            answer.to_dict(warnings=False) if isinstance(answer, openai.BaseModel) else answer
        )

    def _sdk(self) -> "AsyncOpenAI":
        import httpx2  # noqa: PLC0415 - see above
        from openai import AsyncOpenAI  # noqa: PLC0415

        from extractor.model.transport import BoundedTransport  # noqa: PLC0415

        http = httpx2.AsyncClient(
            transport=BoundedTransport(httpx2.AsyncHTTPTransport(trust_env=False)),
            headers={"Accept-Encoding": "identity"},
            follow_redirects=False,
            trust_env=False,
            timeout=self._timeout,
        )
        sdk = AsyncOpenAI(
            api_key=self._api_key or "none",
            base_url=self._base_url,
            max_retries=self._retries,
            timeout=self._timeout,
            http_client=http,
        )
        # The SDK takes these from the environment; they belong to no server in particular.
        sdk.organization = sdk.project = None
        return sdk

    def _no_connection(self, error: "APIConnectionError") -> ModelError:
        cause = error.__cause__
        if isinstance(cause, ModelError):
            return cause
        return ConnectionFailedError(
            f"no connection to {self._endpoint} ({type(cause or error).__name__})",
            hint="Check the address (OPENAI_BASE_URL) and that the server is running",
        )

    def _detail(self, error: "APIStatusError") -> str:
        """What the server said, on one line, without the key."""
        message = error.body.get("message") if isinstance(error.body, dict) else None
        if error.status_code in {401, 403} or not isinstance(message, str):
            return ""
        clean = message.replace(self._api_key, "***") if self._api_key else message
        line = "".join(char if char.isprintable() else " " for char in clean)
        return " ".join(line.split())[:_MAX_DETAIL]


def _loop_runs_here() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _arguments(request: Request) -> dict[str, Any]:
    """The SDK's arguments, as instructor prepares them for the mode."""
    from instructor.v2.core.mode import Mode  # noqa: PLC0415 - see above
    from instructor.v2.core.providers import Provider  # noqa: PLC0415
    from instructor.v2.core.registry import mode_registry  # noqa: PLC0415

    handlers = mode_registry.get_handlers(Provider.OPENAI, Mode.JSON_SCHEMA)
    plain = {
        **request.parameters,
        "model": request.model,
        "messages": [{"role": message.role, "content": message.content} for message in request.messages],
    }
    _, prepared = handlers.request_handler(response_model=_named_schema(request), kwargs=plain)
    return prepared


def _named_schema(request: Request) -> type[BaseModel]:
    """A class with the request's schema and its name: all that instructor asks of a model here."""

    class Named(BaseModel):
        @classmethod
        def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
            return dict(request.schema)

    Named.__name__ = request.schema_name
    return Named
