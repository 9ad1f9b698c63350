"""The door to a model: one request, one reply, a protocol of one method.

Whatever answers requests is a Client: a server, a cache around a client, a recorder, a test's script.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation. `role` is system, user or assistant."""

    role: str
    content: str = field(repr=False)


@dataclass(frozen=True)
class Prefix:
    """What all requests of one kind share: the rules, the schema of the answer, the model, its parameters.

    Make it once and use it for every page: clients prepare it once. `parameters` are further fields of the
    request as the server names them, such as `temperature`. `name` tells the kinds apart in reports.
    """

    name: str
    system: str = field(repr=False)
    schema: Mapping[str, Any] = field(repr=False)
    schema_name: str
    model: str
    parameters: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 over all but `name`. The order of keys in the schema counts: a model writes in it."""
        whole = {
            "system": self.system,
            "schema": self.schema,
            "schema_name": self.schema_name,
            "model": self.model,
            "parameters": sorted(self.parameters.items()),
        }
        text = json.dumps(whole, separators=(",", ":"), allow_nan=False)
        return hashlib.sha256(text.encode("ascii")).hexdigest()


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a model: the prefix, then the page, then earlier answers and what was wrong with them.

    `document` is the page's id, for names of files and for messages: it is never sent and no part of the key.
    Nor is `fresh`: a cache asks again, and keeps the new answer.
    """

    prefix: Prefix
    turns: tuple[Message, ...]
    document: str = ""
    fresh: bool = False

    @property
    def messages(self) -> tuple[Message, ...]:
        """All messages in order, the system message first."""
        return Message("system", self.prefix.system), *self.turns

    def key(self, endpoint: str = "") -> str:
        """SHA-256, in hexadecimal, over everything that decides the answer.

        `endpoint` names the server that gives it. No key, account or time is part of it.
        """
        whole = hashlib.sha256(f"{endpoint}\n{self.prefix.sha256}\n".encode())
        for turn in self.turns:
            content = turn.content.encode()
            whole.update(f"{turn.role} {len(content)}\n".encode())
            whole.update(content)
        return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the text as the model wrote it, and how the writing ended.

    `finish_reason` is the server's word (`stop`, `length`, `content_filter` …), `refusal` what the model
    said instead of an answer. `tokens_cached` are those of `tokens_in` that the provider had cached.
    `sent` counts the HTTP requests that were sent for it, failed ones too. `cached` is true where an answer
    that was paid before was used and no request was sent.
    """

    text: str = field(repr=False)
    finish_reason: str | None = "stop"
    refusal: str | None = field(default=None, repr=False)
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    sent: int = 1
    cached: bool = False

    @property
    def finished(self) -> bool:
        """Whether this is a whole answer that may be kept."""
        return self.finish_reason == "stop" and self.refusal is None and bool(self.text.strip())


class Client(Protocol):
    """Anything that answers a request."""

    async def complete(self, request: Request, /) -> Reply:
        """Answer one request. Raises ModelError where no reply can be had."""
        ...


@runtime_checkable
class HasEndpoint(Protocol):
    """A client that says which server answers; caches keep the answers of servers apart by it."""

    @property
    def endpoint(self) -> str:
        """The server's address, without credentials or query."""
        ...


@runtime_checkable
class Remembers(Protocol):
    """A client that has answers at hand, for which nobody need wait."""

    def kept(self, request: Request, /) -> Reply | None:
        """What `complete` would return at once; None where it would ask."""
        ...


def endpoint_of(client: Client) -> str:
    """The endpoint a client names; empty for one that names none."""
    return client.endpoint if isinstance(client, HasEndpoint) else ""
