"""A Client around a Client that keeps answers on disk, so that none is paid for twice."""

import os
import threading
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from weakref import WeakSet

from extractor.model.answer_store import AnswerStore
from extractor.model.answer_writer import AnswerWriter, finish
from extractor.model.client import Client, Reply, Request, endpoint_of
from extractor.model.in_flight import InFlight

_open_clients: "WeakSet[CachedClient]" = WeakSet()


class CachedClient:
    """Answers from `folder` what was answered before, else asks `client` and keeps the answer.

    Only whole, finished answers are kept, and an answer is on disk before it is handed on. Two equal requests
    at once are sent once. `hits`, `misses` and `damaged` count what was found; a damaged entry is a miss and
    is written anew. Threads, event loops and processes may share a folder; what happens to it never stops the
    reading: see AnswerStore. Raises SettingsError for a folder that others can write to or that is a
    symbolic link.

    With `fresh`, here or in a request, no kept answer is used: it is asked again, and the new answers take
    their place.
    """

    def __init__(self, client: Client, folder: Path, *, timeout: float = 60.0, fresh: bool = False) -> None:
        self._client = client
        self._endpoint = endpoint_of(client)
        self._fresh = fresh
        self._store = AnswerStore(folder, timeout=timeout)
        self._in_flight = InFlight()
        self._writer = AnswerWriter(self._store.keep)
        self._lock = threading.Lock()
        self.hits = self.misses = 0
        _open_clients.add(self)

    @property
    def endpoint(self) -> str:
        """The endpoint of the client inside."""
        return self._endpoint

    @property
    def damaged(self) -> int:
        """How many entries were found damaged."""
        return self._store.damaged

    async def complete(self, request: Request) -> Reply:
        """The kept answer of the same request to the same endpoint, or a new one."""
        key = request.key(self.endpoint)
        reply = await self._in_flight.once(key, partial(self._find_or_ask, request, key))
        if reply.cached:
            with self._lock:
                self.hits += 1
        return reply

    def kept(self, request: Request) -> Reply | None:
        """The kept answer of the same request to the same endpoint; None where `complete` would ask."""
        if self._fresh or request.fresh:
            return None
        if (found := self.peek(request.key(self.endpoint))) is not None:
            with self._lock:
                self.hits += 1
        return found

    def peek(self, key: str) -> Reply | None:
        """The kept answer of the request with this key, marked as cached; nothing is counted or sent."""
        return self._store.find(key)

    def put(self, key: str, reply: Reply, *, model: str = "") -> bool:
        """Keep an answer that came another way; whether it is on disk now. An unfinished one is not kept."""
        write = self._write(key, reply, model)
        return write is not None and write.result()

    def close(self) -> None:
        """Wait for what is being written and close the database; it is opened again when it is used."""
        self._writer.close(self._store.close)
        self._store.close()

    async def aclose(self) -> None:
        """Close this and the client inside."""
        self.close()
        if (aclose := getattr(self._client, "aclose", None)) is not None:
            await aclose()

    async def _find_or_ask(self, request: Request, key: str) -> Reply:
        if not (self._fresh or request.fresh) and (found := self.peek(key)):
            return found
        with self._lock:
            self.misses += 1
        reply = await self._client.complete(request)
        if (write := self._write(key, reply, request.prefix.model)) is not None:
            await finish(write)
        return reply

    def _write(self, key: str, reply: Reply, model: str) -> Future[bool] | None:
        row = self._store.row(key, reply, model) if reply.finished else None
        return None if row is None else self._writer.put(row)


def _close_all() -> None:
    for client in list(_open_clients):
        client.close()


if hasattr(os, "register_at_fork"):
    # sqlite loses answers where a forked process closes a database that its parent has open.
    os.register_at_fork(before=_close_all)
