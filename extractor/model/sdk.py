"""The openai SDK as we use it: it sends, and takes nothing from the environment."""

import logging
from urllib.parse import parse_qsl, urlsplit, urlunsplit

import httpx2
import openai

from extractor.model.faults import ConnectionFailedError, Fault
from extractor.model.transport import BoundedTransport

_CHATTY = ("openai", "httpx2")


class Sdk(openai.AsyncOpenAI):
    """An SDK client with our key and our headers, for one event loop.

    Variables that the SDK would read (OPENAI_BASE_URL, OPENAI_ORG_ID, OPENAI_PROJECT_ID, OPENAI_ADMIN_KEY,
    OPENAI_CUSTOM_HEADERS, OPENAI_LOG) change nothing.
    """

    def __init__(self, base_url: str, api_key: str) -> None:
        parts = urlsplit(base_url)
        super().__init__(
            api_key=api_key,
            base_url=urlunsplit(parts._replace(query="", fragment="")),
            default_query=dict(parse_qsl(parts.query)),
            max_retries=0,
            timeout=None,
            http_client=httpx2.AsyncClient(
                transport=BoundedTransport(tls=parts.scheme == "https"),
                follow_redirects=False,
                trust_env=False,
                timeout=None,
            ),
        )
        self._ours: dict[str, str | openai.Omit] = {
            "Authorization": f"Bearer {api_key}",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "Content-Type": "application/json",
            "User-Agent": f"AsyncOpenAI/Python {openai.__version__}",
        }
        _keep_pages_out_of_logs()

    async def ask(self, body: bytes) -> httpx2.Response:
        """What comes back, whatever its status. Raises a Fault where nothing usable does."""
        try:
            return await self.post("/chat/completions", cast_to=httpx2.Response, content=body)
        except openai.APIStatusError as error:
            return error.response
        except openai.APIConnectionError as error:
            # `from None`: the SDK's error holds the request, and with it page and key.
            if isinstance(error.__cause__, Fault):
                raise error.__cause__ from None
            cause = type(error.__cause__ or error).__name__
            raise ConnectionFailedError(f"no connection to {self.base_url.host} ({cause})") from None

    @property
    def default_headers(self) -> dict[str, str | openai.Omit]:
        """Our headers and no others."""
        return self._ours


def _keep_pages_out_of_logs() -> None:
    """The SDK writes whole requests to its log at DEBUG; whoever wants that sets its level afterwards."""
    for name in _CHATTY:
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))
