"""A loopback server that speaks `/v1/chat/completions` and plays a script."""

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

TOKENS_IN, TOKENS_OUT, TOKENS_CACHED = 100, 20, 40
"""What every completion of this server says it cost."""


@dataclass(frozen=True)
class Play:
    """One reply. `delay` is waited before it; `drip` is the pause between its bytes."""

    body: bytes = b"{}"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drip: float = 0.0


@dataclass(frozen=True)
class Received:
    """One request as it came in. `headers` have lower-case names."""

    path: str
    headers: dict[str, str]
    body: Any


def completion(content: Any, *, finish_reason: str = "stop", refusal: str | None = None) -> Play:
    """A chat completion. A `content` that is no text is written as JSON text."""
    text = content if isinstance(content, str | None) else json.dumps(content)
    message = {"role": "assistant", "content": text, "refusal": refusal}
    return Play(
        json.dumps(
            {
                "id": "chatcmpl-1",
                "object": "chat.completion",
                "created": 1,
                "model": "loopback",
                "choices": [{"index": 0, "finish_reason": finish_reason, "message": message}],
                "usage": {
                    "prompt_tokens": TOKENS_IN,
                    "completion_tokens": TOKENS_OUT,
                    "total_tokens": TOKENS_IN + TOKENS_OUT,
                    "prompt_tokens_details": {"cached_tokens": TOKENS_CACHED},
                },
            }
        ).encode()
    )


def refusal(words: str = "I cannot help with that.") -> Play:
    """A model that refuses."""
    return completion(None, refusal=words)


def truncated(text: str = '{"record": {') -> Play:
    """An answer that ran into the limit of tokens."""
    return completion(text, finish_reason="length")


def failure(status: int, message: str = "no") -> Play:
    """An HTTP error; a client that retries need not wait long."""
    return Play(json.dumps({"error": {"message": message}}).encode(), status, {"retry-after-ms": "1"})


class OpenAIServer:
    """Plays `script` in order and its last entry for ever. Use it as a context manager."""

    def __init__(self, *script: Play) -> None:
        self.script = list(script)
        self.received: list[Received] = []
        self.stopping = threading.Event()
        self._http = _Http(("127.0.0.1", 0), _Handler)
        self._http.owner = self
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def url(self) -> str:
        """The base URL for a client."""
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    @property
    def bodies(self) -> list[Any]:
        """The JSON of every request."""
        return [request.body for request in self.received]

    def play(self, *script: Play) -> Self:
        """Play another script from now on."""
        self.script = list(script)
        return self

    def next(self) -> Play:
        """The reply that is due."""
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    owner: OpenAIServer


class _Handler(BaseHTTPRequestHandler):
    server: _Http

    def do_POST(self) -> None:
        owner = self.server.owner
        data = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        owner.received.append(Received(self.path, headers, json.loads(data)))
        play = owner.next()
        owner.stopping.wait(play.delay)
        try:
            self._send(play)
        except ConnectionError:
            self.close_connection = True  # a client that gave up is what the test is about

    def _send(self, play: Play) -> None:
        self.send_response(play.status)
        for name, value in ({"content-type": "application/json"} | dict(play.headers)).items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(play.body)))
        self.end_headers()
        if not play.drip:
            self.wfile.write(play.body)
            return
        for byte in play.body:
            self.wfile.write(bytes([byte]))
            if self.server.owner.stopping.wait(play.drip):
                return

    def log_message(self, format: str, *args: Any) -> None:
        """A test's output is no place for an access log."""
