"""What a loopback model server is asked and what it can play: answers, refusals, faults."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

TOKENS_IN, TOKENS_OUT, TOKENS_CACHED = 100, 20, 40
"""What every completion says it cost, where nothing else is asked for."""


@dataclass(frozen=True)
class Play:
    """One reply. `delay` is waited before it; `drip` is the pause between its bytes.

    `reset` breaks the connection instead of replying; `missing` announces that many bytes more than come.
    """

    body: bytes = b"{}"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drip: float = 0.0
    reset: bool = False
    missing: int = 0


@dataclass(frozen=True)
class Received:
    """One request as it came in. `headers` have lower-case names."""

    path: str
    headers: dict[str, str]
    raw: bytes

    @property
    def body(self) -> Any:
        """Its JSON."""
        return json.loads(self.raw)


def completion(
    content: Any,
    *,
    finish_reason: str = "stop",
    refusal: str | None = None,
    tokens: tuple[int, int, int] = (TOKENS_IN, TOKENS_OUT, TOKENS_CACHED),
    tool_calls: list[Any] | None = None,
) -> Play:
    """A chat completion. A `content` that is no text is written as JSON text. `tokens`: in, out, cached."""
    text = content if isinstance(content, str | None) else json.dumps(content)
    message = {"role": "assistant", "content": text, "refusal": refusal}
    if tool_calls is not None:
        message["tool_calls"] = tool_calls  # type: ignore[assignment]
    return Play(
        json.dumps(
            {
                "id": "chatcmpl-1",
                "object": "chat.completion",
                "created": 1,
                "model": "loopback",
                "choices": [{"index": 0, "finish_reason": finish_reason, "message": message}],
                "usage": {
                    "prompt_tokens": tokens[0],
                    "completion_tokens": tokens[1],
                    "total_tokens": tokens[0] + tokens[1],
                    "prompt_tokens_details": {"cached_tokens": tokens[2]},
                },
            }
        ).encode()
    )


def tool_call(arguments: Any, name: str = "Answer", *, finish_reason: str = "tool_calls") -> Play:
    """A completion that calls a tool. `arguments` that are no text are written as JSON text."""
    text = arguments if isinstance(arguments, str) else json.dumps(arguments)
    call = {"id": "call-1", "type": "function", "function": {"name": name, "arguments": text}}
    return completion(None, finish_reason=finish_reason, tool_calls=[call])


def refusal(words: str = "I cannot help with that.") -> Play:
    """A model that refuses."""
    return completion(None, refusal=words)


def truncated(text: str = '{"record": {') -> Play:
    """An answer that ran into the limit of tokens."""
    return completion(text, finish_reason="length")


def failure(status: int, message: str = "no", *, code: str = "", **headers: str) -> Play:
    """An HTTP error; a client that retries need not wait long. `headers`: with _ for -."""
    error = {"message": message} | ({"code": code} if code else {})
    named = {name.replace("_", "-"): value for name, value in headers.items()} or {"retry-after-ms": "1"}
    return Play(json.dumps({"error": error}).encode(), status, named)
