"""Text under keys in a folder, by diskcache. The only file that imports it.

diskcache unpickles what its rows tell it to and opens the files they name, so that whoever can write to the
folder can run code in a reader. Here rows hold text and nothing else: no pickle is read or written, and no
file is opened or removed because a row names it.
"""

import logging
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import diskcache

from extractor.model.cache_folder import DATABASE
from extractor.model.cache_rows import DamagedRowError

_log = logging.getLogger(__name__)

_NEVER_A_FILE = 2**62
_SETTINGS = {
    "eviction_policy": "none",
    "cull_limit": 0,
    "size_limit": 2**40,
    "statistics": 0,
    "tag_index": 0,
    "sqlite_auto_vacuum": 0,
    # The defaults let a job's memory grow by 100 MB with its answers; reads are no slower without them.
    "sqlite_mmap_size": 0,
    "sqlite_cache_size": 256,
    "disk_min_file_size": _NEVER_A_FILE,
}
RAW: int = diskcache.core.MODE_RAW
"""How diskcache marks a value that stands in its row as it is."""


Row = tuple[str, str]
"""A key and its text."""


class BusyError(Exception):
    """Another process held the database for longer than we wait."""


class TextCache(Protocol):
    """What keeps text under keys. Its methods raise sqlite3.Error, OSError and the two errors named."""

    def get(self, key: str) -> str | None:
        """The text under a key. Raises DamagedRowError for a row that is no text, BusyError."""
        ...

    def set(self, rows: Sequence[Row]) -> None:
        """Keep texts under keys, all or none; they are on disk when this returns. Raises BusyError."""
        ...

    def close(self) -> None:
        """Close the connection for reading and the one of this thread for writing; use opens them again."""
        ...


class _TextDisk(diskcache.Disk):  # type: ignore[misc] # diskcache ships no types
    """Keys and values are str inside the row."""

    def put(self, key: Any) -> tuple[str, bool]:
        if type(key) is not str:
            raise DamagedRowError(f"a key of type {type(key).__name__}")
        return key, True

    def get(self, key: Any, raw: bool) -> str:
        if not raw or type(key) is not str:
            raise DamagedRowError("a key that is no text")
        return key

    def store(self, value: Any, read: bool, key: Any = None) -> tuple[int, int, None, str]:
        if read or type(value) is not str:
            raise DamagedRowError(f"a value of type {type(value).__name__}")
        size, mode, _, stored = super().store(value, read, key=key)
        return size, mode, None, stored

    def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> str:
        return text_of(mode, filename, None if read else value)

    def remove(self, file_path: str) -> None:  # noqa: ARG002 - the name comes from a row and is not used
        _log.warning("the answer cache names a file, which we never do: the file is left alone")


class DiskTextCache:
    """A folder to read and write, for threads and processes. `timeout` is the wait for a lock in seconds."""

    def __init__(self, folder: Path, timeout: float) -> None:
        self._cache = diskcache.Cache(str(folder), timeout=timeout, disk=_TextDisk, **_SETTINGS)
        self._cache.close()  # only the thread that writes keeps a connection to write
        self._reading = _Reading(folder, "mode=rw", timeout)

    def get(self, key: str) -> str | None:
        """See TextCache."""
        return self._reading.get(key)

    def set(self, rows: Sequence[Row]) -> None:
        """See TextCache."""
        try:
            with self._cache.transact():
                for key, text in rows:
                    self._cache.set(key, text)
        except diskcache.Timeout as error:  # which diskcache makes of every error at the start of a write
            raise _told_apart(error.__context__) from None

    def close(self) -> None:
        """See TextCache."""
        self._reading.close()
        self._cache.close()


class FrozenTextCache:
    """A folder that can be read only. Answers that another process is about to write are not seen."""

    def __init__(self, folder: Path) -> None:
        self._reading = _Reading(folder, "mode=ro&immutable=1", timeout=0)
        self.get("")

    def get(self, key: str) -> str | None:
        """See TextCache."""
        return self._reading.get(key)

    def set(self, rows: Sequence[Row]) -> None:
        """Keep nothing: the folder is for reading."""

    def close(self) -> None:
        """See TextCache."""
        self._reading.close()


class _Reading:
    """One connection for all threads: diskcache has one for each, which no other thread can close."""

    def __init__(self, folder: Path, mode: str, timeout: float) -> None:
        self._uri = f"{(folder / DATABASE).absolute().as_uri()}?{mode}"
        self._timeout = timeout
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def get(self, key: str) -> str | None:
        query = "SELECT mode, filename, value FROM Cache WHERE key = ? AND raw = 1"
        try:
            with self._lock:
                self._connection = self._connection or self._connect()
                row = self._connection.execute(query, (key,)).fetchone()
        except sqlite3.OperationalError as error:
            raise _told_apart(error) from None
        return None if row is None else text_of(*row)

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._uri, self._timeout, uri=True, check_same_thread=False)


def text_of(mode: int, filename: str | None, value: Any) -> str:
    """The text of a row. Raises DamagedRowError for whatever else a row may ask for."""
    if mode != RAW or filename is not None or type(value) is not str:
        raise DamagedRowError("it is no text in its row")
    return value


def _told_apart(error: BaseException | None) -> BaseException:
    """What an error of sqlite is: a damaged row, a busy database, or itself."""
    if "decode" in str(error):  # a flipped byte may leave text that is no UTF-8
        return DamagedRowError("it is no text")
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_BUSY) & 0xFF
    busy = code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
    return BusyError() if busy or error is None else error
