"""The body of a request: what all pages share is written once, a page's messages each time."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extractor.errors import SettingsError
from extractor.model.client import Message, Prefix, Request
from extractor.model.modes import Mode

_OURS = {"model", "messages", "stream", "n", "response_format", "tools", "tool_choice", "prompt_cache_key"}
_CACHE_KEY_LENGTH = 32


def request_body(request: Request, mode: Mode, *, cache_key: bool = True) -> bytes:
    """The exact JSON of a request, for a server or a provider's batch file.

    `cache_key` adds `prompt_cache_key`, which helps a provider to find the prefix it has kept. Raises
    SettingsError where a parameter of the prefix is one that we set.
    """
    return _shape(_Known(request.prefix), mode, cache_key).around(request.turns)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A body without its turns. `tail` is said at the end of the last turn, `end` closes the body."""

    head: bytes
    tail: str
    end: bytes

    def around(self, turns: Sequence[Message]) -> bytes:
        messages = [{"role": turn.role, "content": turn.content} for turn in turns]
        if self.tail and messages:
            messages[-1]["content"] += self.tail
        written = (_json(message) for message in messages)
        return b"".join((self.head, *(b"," + message for message in written), self.end))


class _Known:
    """A prefix that is equal to one with the same hash."""

    def __init__(self, prefix: Prefix) -> None:
        self.prefix = prefix

    def __hash__(self) -> int:
        return hash(self.prefix.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.prefix.sha256 == self.prefix.sha256


@lru_cache(maxsize=64)
def _shape(known: _Known, mode: Mode, cache_key: bool) -> _Shape:
    from extractor.model.instructor_modes import TURN, arguments  # noqa: PLC0415 - costs a second

    prefix = known.prefix
    if taken := sorted(_OURS & prefix.parameters.keys()):
        raise SettingsError(
            f"the parameters of a request name {', '.join(taken)}",
            hint="These are set for you: leave them out",
        )
    shaped = arguments(prefix, mode)
    system, turn = shaped.pop("messages")
    if cache_key:
        shaped["prompt_cache_key"] = prefix.sha256[:_CACHE_KEY_LENGTH]
    head = _json(shaped)[:-1] + b',"messages":[' + _json(system)
    return _Shape(head, turn["content"].removeprefix(TURN), b"]}")


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
