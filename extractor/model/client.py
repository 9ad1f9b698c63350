"""The door to a model: one request, one reply, a protocol of one method.

Whatever answers requests is a Client: a server, a cache around a client, a test's script.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation. `role` is system, user or assistant."""

    role: str
    content: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a model, with the JSON Schema its answer must follow.

    `parameters` are further fields of the request as the server names them, such as `temperature`.
    """

    messages: tuple[Message, ...]
    schema: Mapping[str, Any] = field(repr=False)
    schema_name: str
    model: str
    parameters: Mapping[str, Any] = field(default_factory=dict)

    def key(self, endpoint: str = "") -> str:
        """SHA-256 over everything that decides the answer; `endpoint` names the server that gives it.

        The order of keys in the schema counts, for a model writes its answer in that order.
        """
        whole = {
            "endpoint": endpoint,
            "model": self.model,
            "messages": [[message.role, message.content] for message in self.messages],
            "schema_name": self.schema_name,
            "schema": self.schema,
            "parameters": sorted(self.parameters.items()),
        }
        text = json.dumps(whole, separators=(",", ":"), allow_nan=False)
        return hashlib.sha256(text.encode("ascii")).hexdigest()


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the text as the model wrote it, and how the writing ended.

    `finish_reason` is the server's word (`stop`, `length`, `content_filter` …), `refusal` what the model
    said instead of an answer. `tokens_cached` are those of `tokens_in` that the provider had cached.
    `cached` is true where our own cache answered and no request was sent.
    """

    text: str = field(repr=False)
    finish_reason: str | None = "stop"
    refusal: str | None = field(default=None, repr=False)
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    cached: bool = False

    @property
    def finished(self) -> bool:
        """Whether this is a whole answer that may be kept."""
        return self.finish_reason == "stop" and self.refusal is None and bool(self.text.strip())


class Client(Protocol):
    """Anything that answers a request."""

    def complete(self, request: Request, /) -> Reply:
        """Answer one request. Raises ModelError where no reply can be had."""
        ...


@runtime_checkable
class HasEndpoint(Protocol):
    """A client that says which server answers; caches keep the answers of servers apart by it."""

    @property
    def endpoint(self) -> str:
        """The server's address, without credentials or query."""
        ...


def endpoint_of(client: Client) -> str:
    """The endpoint a client names; empty for one that names none."""
    return client.endpoint if isinstance(client, HasEndpoint) else ""
