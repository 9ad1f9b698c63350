"""Answers on disk. Whatever happens to the folder costs kept answers, never the reading, and is said once."""

import logging
import sqlite3
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from extractor.errors import SettingsError
from extractor.model.cache_folder import Identity, identity, prepare, set_aside
from extractor.model.cache_rows import DamagedRowError, pack, unpack
from extractor.model.client import Reply
from extractor.model.text_cache import BusyError, DiskTextCache, FrozenTextCache, Row, TextCache

_log = logging.getLogger(__name__)
_Value = TypeVar("_Value")

# What sqlite, the disk and a tampered table of settings can raise, and a folder that is no longer safe.
_FAULTS = (sqlite3.Error, OSError, ValueError, TypeError, LookupError, AttributeError, SettingsError)
_CORRUPT = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_CLOSED_TO_US = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}


class AnswerStore:
    """The answers in a folder, for all threads of a process and for several processes.

    * A damaged row is counted in `damaged` and is as good as none.
    * A folder that is deleted or replaced while it is open is opened anew.
    * A corrupted database is renamed `cache.corrupt-…` and a new one begun.
    * A folder that cannot be written to is read.
    * At any other fault, such as a full disk, the store does without the disk: without writing where
      writing failed, without reading too where reading failed.

    `timeout` is how many seconds a lock of another process is waited for; after that a read finds nothing
    and a write is left out. Raises SettingsError for a folder that others can write to or that is a link.
    """

    def __init__(self, folder: Path, *, timeout: float = 60.0) -> None:
        self._folder = folder
        self._timeout = timeout
        self._lock = threading.RLock()
        self._cache: TextCache | None = None
        self._identity: Identity | None = None
        self._writes = True
        self._warned: set[str] = set()
        self.damaged = 0
        self._open_or_do_without()

    def find(self, key: str) -> Reply | None:
        """The answer under a key, marked as cached."""
        try:
            text = self._attempt(lambda cache: cache.get(key))
            return None if text is None else unpack(text, key)
        except DamagedRowError:
            with self._lock:
                self.damaged += 1
        except _FAULTS as error:
            self._do_without(error)
        return None

    def row(self, key: str, reply: Reply, model: str) -> Row | None:
        """What to write down for an answer; None where it cannot be kept."""
        if not self._writes:
            return None
        try:
            return key, pack(key, reply, model)
        except ValueError:
            self._warn("text", "an answer is no Unicode text and is not kept")
            return None

    def keep(self, rows: Sequence[Row]) -> bool:
        """Write rows down; whether they are on disk now."""
        try:
            return self._writes and bool(self._attempt(partial(_written, rows=rows)))
        except _FAULTS as error:
            self._writes = False
            self._warn("writing", f"no answer can be kept ({_said(error)}): going on without keeping any")
        return False

    def close(self) -> None:
        """Close the database, for writing that of this thread; it is opened again when it is used."""
        if self._cache is not None:
            self._cache.close()

    def _attempt(self, action: Callable[[TextCache], _Value]) -> _Value | None:
        """Run what touches the database, once more after a corrupted one was put aside."""
        try:
            cache = self._current()
            return None if cache is None else action(cache)
        except BusyError:
            self._warn("busy", f"its database was locked for {self._timeout:g} s: going on without waiting")
            return None
        except sqlite3.DatabaseError as error:
            if not _is(error, _CORRUPT):
                raise
        again = self._begin_anew(cache)
        return None if again is None else action(again)

    def _current(self) -> TextCache | None:
        """The database as it is open; anew where its file is gone or another one."""
        cache = self._cache
        if cache is None or identity(self._folder) == self._identity:
            return cache
        with self._lock:
            if self._cache is cache:
                self._warn("gone", "it was deleted or replaced while it was open: it is opened anew")
                cache.close()
                self._open()
            return self._cache

    def _begin_anew(self, failed: TextCache | None) -> TextCache | None:
        with self._lock:
            if self._cache is failed and failed is not None:
                failed.close()
                self._put_aside(self._identity)
                self._open()
            return self._cache

    def _open_or_do_without(self) -> None:
        try:
            self._open()
        except SettingsError:  # before anything was read: for the user to mend
            raise
        except _FAULTS as error:
            self._do_without(error)

    def _open(self) -> None:
        prepare(self._folder)
        try:
            self._cache = DiskTextCache(self._folder, self._timeout)
        except (sqlite3.Error, OSError) as error:
            if _is(error, _CORRUPT):
                self._put_aside(identity(self._folder))
                self._cache = DiskTextCache(self._folder, self._timeout)
            elif _is(error, _CLOSED_TO_US) and identity(self._folder):
                self._cache = FrozenTextCache(self._folder)
                self._writes = False
                self._warn("frozen", "it cannot be written to: its answers are used and none is added")
            else:
                raise
        self._identity = identity(self._folder)

    def _put_aside(self, known: Identity | None) -> None:
        if aside := set_aside(self._folder, known):
            self._warn("corrupt", f"its database is corrupted: renamed {aside.name}, and a new one begun")

    def _do_without(self, error: Exception) -> None:
        self._cache, self._writes = None, False
        self._warn("off", f"it fails ({_said(error)}): going on without it")

    def _warn(self, kind: str, message: str) -> None:
        """Say something once."""
        with self._lock:
            if kind in self._warned:
                return
            self._warned.add(kind)
        _log.warning("the answer cache in %s: %s", self._folder, message)


def _written(cache: TextCache, *, rows: Sequence[Row]) -> bool:
    cache.set(rows)
    return True


def _is(error: Exception, codes: set[int]) -> bool:
    """Whether sqlite says one of these; its extended codes hold the plain one in their last byte."""
    return getattr(error, "sqlite_errorcode", -1) & 0xFF in codes


def _said(error: Exception) -> str:
    name = type(error).__name__
    return f"{name}: {error}" if isinstance(error, sqlite3.Error | OSError | SettingsError) else name
