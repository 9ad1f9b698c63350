"""Lines of a file that a provider wrote and a person downloaded: cut, marked, doubled or far too long."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MAX_LINE = 64_000_000
"""Bytes of a line: no answer is nearly as long."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end. `text` is None where it is too long; `torn` means that its end is missing."""

    number: int
    text: str | None
    torn: bool = False


def lines_of(path: Path, *, limit: int = MAX_LINE) -> Iterator[Line]:
    """The lines of a file that are not blank; LF and CRLF end them, a byte order mark is dropped.

    Bytes that are no UTF-8 are written as escapes. No more than one line is held in memory, and of one that
    is too long only its beginning. Raises OSError.
    """
    number = 0
    with path.open("rb") as file:
        while data := file.readline(limit + 1):
            number += 1
            if len(data) > limit:
                yield Line(number, None, torn=not _skip(file, data, limit))
                continue
            torn = not data.endswith(b"\n")
            data = data.removeprefix(codecs.BOM_UTF8) if number == 1 else data
            if text := data.decode(errors="backslashreplace").strip("\r\n \t"):
                yield Line(number, text, torn=torn)


def _skip(file: BinaryIO, data: bytes, limit: int) -> bool:
    """Go to the end of a line; whether there is one."""
    while data and not data.endswith(b"\n"):
        data = file.readline(limit)
    return bool(data)
