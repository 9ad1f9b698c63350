"""Lines of a file, each up to a limit: a file that is one line of a gigabyte is never held in memory."""

from collections.abc import Iterator
from typing import BinaryIO

_CHUNK = 1 << 20


def lines(file: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Line numbers from 1 and lines with their ends; None stands for a line longer than `limit` bytes.

    A byte order mark before the first line is dropped.
    """
    number = 0
    while line := file.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            _pass_over(file)
            yield number, None
            continue
        yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _pass_over(file: BinaryIO) -> None:
    """Read to the end of the line in hand."""
    while piece := file.readline(_CHUNK):
        if piece.endswith(b"\n"):
            return
