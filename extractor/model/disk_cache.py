"""A Client around a Client that keeps answers on disk. The only file that imports diskcache.

diskcache unpickles what its rows tell it to and opens the files they name, so that whoever can write to the
folder can run code in a reader. Here rows hold text and nothing else: no pickle is read or written, and no
file is opened or removed because a row names it. Each value carries its own hash and key.
"""

import hashlib
import logging
import os
import sqlite3
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import diskcache
from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.errors import SettingsError
from extractor.model.client import Client, Reply, Request, endpoint_of

_log = logging.getLogger(__name__)

_NEVER_A_FILE = 2**62
_SETTINGS = {
    "eviction_policy": "none",
    "cull_limit": 0,
    "size_limit": 2**40,
    "statistics": 0,
    "tag_index": 0,
    "disk_min_file_size": _NEVER_A_FILE,
}
# What sqlite, the disk and a tampered table of settings can raise. ModelError is none of them.
_FAULTS = (sqlite3.Error, OSError, diskcache.Timeout, ValueError, TypeError, LookupError, AttributeError)

_Value = TypeVar("_Value")


class _UnsafeRowError(Exception):
    """A row asks for more than text."""


class _TextDisk(diskcache.Disk):  # type: ignore[misc] # diskcache ships no types
    """Keys and values are str inside the row."""

    def put(self, key: Any) -> tuple[str, bool]:
        if type(key) is not str:
            raise _UnsafeRowError(f"a key of type {type(key).__name__}")
        return key, True

    def get(self, key: Any, raw: bool) -> str:
        if not raw or type(key) is not str:
            raise _UnsafeRowError("a key that is no text")
        return key

    def store(self, value: Any, read: bool, key: Any = None) -> tuple[int, int, None, str]:
        if read or type(value) is not str:
            raise _UnsafeRowError(f"a value of type {type(value).__name__}")
        size, mode, _, stored = super().store(value, read, key=key)
        return size, mode, None, stored

    def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> str:
        if mode != diskcache.core.MODE_RAW or filename is not None or read or type(value) is not str:
            raise _UnsafeRowError("a value that is no text in its row")
        return value

    def remove(self, file_path: str) -> None:  # noqa: ARG002 - the name comes from a row and is not used
        _log.warning("the answer cache names a file, which we never do: the file is left alone")


class _Row(BaseModel):
    """A value as it is stored, after its hash."""

    model_config = ConfigDict(extra="forbid", strict=True)

    key: str
    reply: Reply


class CachedClient:
    """Answers from `folder` what was answered before, else asks `client` and keeps the answer.

    Only whole, finished answers are kept. `hits`, `misses` and `damaged` count what was found; a damaged
    entry is a miss and is written anew. If the cache itself fails, one warning is logged and the client goes
    on without it. Raises SettingsError for a folder that others can write to or that is a symbolic link.
    """

    def __init__(self, client: Client, folder: Path) -> None:
        self._client = client
        self._folder = folder
        self.hits = self.misses = self.damaged = 0
        self._cache: Any = None
        self._cache = self._guarded(self._open)

    @property
    def endpoint(self) -> str:
        """The endpoint of the client inside."""
        return endpoint_of(self._client)

    def complete(self, request: Request) -> Reply:
        """The kept answer of the same request to the same endpoint, or a new one."""
        key = request.key(self.endpoint)
        if found := self._guarded(lambda: self._find(key)):
            self.hits += 1
            return found
        self.misses += 1
        reply = self._client.complete(request)
        if reply.finished:
            self._guarded(lambda: self._keep(key, reply))
        return reply

    def close(self) -> None:
        """Close the database of this thread."""
        if self._cache is not None:
            self._cache.close()

    def _open(self) -> diskcache.Cache:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _check_folder(self._folder)
        return diskcache.Cache(str(self._folder), disk=_TextDisk, **_SETTINGS)

    def _find(self, key: str) -> Reply | None:
        if self._cache is None:
            return None
        try:
            text = self._cache.get(key)
            return None if text is None else _unpack(text, key)
        except (_UnsafeRowError, ValidationError):
            self.damaged += 1
        except sqlite3.OperationalError as error:
            if "decode" not in str(error):  # a flipped byte may leave text that is no UTF-8
                raise
            self.damaged += 1
        return None

    def _keep(self, key: str, reply: Reply) -> None:
        if self._cache is not None:
            self._cache.set(key, _pack(key, reply))

    def _guarded(self, action: Callable[[], _Value]) -> _Value | None:
        """Run what touches the cache; at its first fault warn and go on without it."""
        try:
            return action()
        except _FAULTS as error:
            self._cache = None
            _log.warning(
                "the answer cache in %s fails (%s): going on without it", self._folder, type(error).__name__
            )
            return None


def _check_folder(folder: Path) -> None:
    mode = folder.lstat().st_mode
    if stat.S_ISLNK(mode):
        raise SettingsError(
            f"the cache folder {folder} is a symbolic link",
            hint="Set EXTRACTOR_CACHE_DIR to the folder itself",
        )
    if os.name == "posix" and mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise SettingsError(f"others may write to the cache folder {folder}", hint=f"Run: chmod 700 {folder}")


def _pack(key: str, reply: Reply) -> str:
    text = _Row(key=key, reply=reply).model_dump_json()
    return f"{_sha256(text)}\n{text}"


def _unpack(value: str, key: str) -> Reply:
    digest, _, text = value.partition("\n")
    if digest != _sha256(text):
        raise _UnsafeRowError("a value that is not the one that was written")
    row = _Row.model_validate_json(text)
    if row.key != key:
        raise _UnsafeRowError("a value that was written for another request")
    return replace(row.reply, cached=True)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
