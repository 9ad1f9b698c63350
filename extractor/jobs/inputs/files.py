"""Regular files, opened so that neither a link nor a pipe nor a device can slip in."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from extractor.conversion.convert import MEDIA_TYPES
from extractor.jobs.inputs.page import InputPage, unreadable

_KINDS = (
    (stat.S_ISLNK, "a link; name what it leads to"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def why_skipped(path: Path) -> str | None:
    """Why nothing is read from this path, or None for a regular file or a folder. Raises OSError."""
    mode = path.lstat().st_mode
    return next((reason for test, reason in _KINDS if test(mode)), None)


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file; what became a link or a pipe meanwhile is refused. Raises OSError."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(0, "not a regular file")
    return os.fdopen(handle, "rb")


def page_of_file(path: Path, *, id: str, max_bytes: int, origin: str | None = None) -> InputPage:
    """The page in a file: its bytes, or the problem that will be reported under its id."""
    where = origin or str(path)
    try:
        with open_regular(path) as file:
            data = read_up_to(file, max_bytes + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        message = f"it cannot be opened ({why})"
        return unreadable(id, where, message, code="unreadable", hint="Check the path", max_bytes=max_bytes)
    return InputPage(id, where, data, max_bytes, media_type=MEDIA_TYPES.get(path.suffix.lower()))


def read_up_to(file: BinaryIO, limit: int) -> bytes:
    """The first `limit` bytes of a file on disk.

    Asking for that many at once would make room for them for each small page.
    """
    size = os.fstat(file.fileno()).st_size
    data = file.read(min(limit, size + 1))
    return data + file.read(limit - len(data)) if len(data) > size else data


def printable(name: str) -> str:
    """A name as text: bytes of a file name that are not UTF-8 are escaped."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def is_text(name: str) -> bool:
    """Whether a file's name is UTF-8, so that it can be an id."""
    return printable(name) == name
