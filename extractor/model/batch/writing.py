"""One round of requests as files in the provider's form, split by size and count."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import SettingsError
from extractor.model.batch.files import whole_folder, write_synced
from extractor.model.batch.manifest import MANIFEST, AskedRequest, Manifest, RequestFile, round_folder
from extractor.model.batch.terms import Terms
from extractor.model.client import Request

MAX_BYTES = 200_000_000
"""OpenAI takes files of up to 200 MB."""
MAX_LINES = 50_000
"""OpenAI takes files of up to 50,000 requests."""
URL = "/v1/chat/completions"
_LINE_ENDS = [(end.encode(), f"\\u{ord(end):04x}".encode()) for end in ("\x85", "\u2028", "\u2029")]
"""Some readers end lines here too. In JSON they stand in texts only, where an escape is the same."""


@dataclass(frozen=True, slots=True)
class Open:
    """A request without an answer, and the pages it is about."""

    custom_id: str
    request: Request
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """How large a file may be."""

    max_bytes: int = MAX_BYTES
    max_lines: int = MAX_LINES


def write_round(
    folder: Path,
    number: int,
    terms: Terms,
    requests: Iterable[Open],
    body: Callable[[Request], bytes],
    split: Split,
) -> Manifest:
    """Write a round, whole or not at all: its files and its manifest. `body` gives the JSON of a request.

    Equal requests give equal bytes. Raises SettingsError for a request that fits into no file, OSError.
    """
    files: list[RequestFile] = []
    asked: list[AskedRequest] = []
    with whole_folder(round_folder(folder, number)) as place:
        for name, held in _files(requests, body, split):
            data = [line for _, line in held]
            write_synced(place / name, data)
            files.append(_described(name, data))
            asked += [_asked(one, name) for one, _ in held]
        manifest = Manifest(round=number, terms=terms, files=files, requests=asked)
        write_synced(place / MANIFEST, [manifest.to_json().encode()])
    return manifest


_Held = list[tuple[Open, bytes]]


def _files(
    requests: Iterable[Open], body: Callable[[Request], bytes], split: Split
) -> Iterator[tuple[str, _Held]]:
    """Names of files with what goes into each, in the order of the requests."""
    held: _Held = []
    size, number = 0, 1
    for one in requests:
        line = _line(one, body, split)
        if held and (size + len(line) > split.max_bytes or len(held) >= split.max_lines):
            yield f"requests-{number:03}.jsonl", held
            held, size, number = [], 0, number + 1
        held.append((one, line))
        size += len(line)
    if held:
        yield f"requests-{number:03}.jsonl", held


def _line(one: Open, body: Callable[[Request], bytes], split: Split) -> bytes:
    head = json.dumps({"custom_id": one.custom_id, "method": "POST", "url": URL}, separators=(",", ":"))
    line = head[:-1].encode() + b',"body":' + body(one.request) + b"}\n"
    for end, escape in _LINE_ENDS:
        line = line.replace(end, escape)
    if len(line) > split.max_bytes:
        raise SettingsError(
            f"{', '.join(one.pages)}: one request alone has {len(line):,} bytes, more than a file may have",
            hint="Leave the page out, or have it cut into pieces",
        )
    return line


def _asked(one: Open, name: str) -> AskedRequest:
    turns = sum(message.role == "user" for message in one.request.turns)
    return AskedRequest(
        custom_id=one.custom_id,
        asked_in=one.request.prefix.name,
        turn=turns,
        pages=list(one.pages),
        file=name,
    )


def _described(name: str, lines: list[bytes]) -> RequestFile:
    whole = hashlib.sha256()
    for line in lines:
        whole.update(line)
    return RequestFile(name=name, lines=len(lines), bytes=sum(map(len, lines)), sha256=whole.hexdigest())
