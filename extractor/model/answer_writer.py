"""The one thread that writes answers down: in order, off the event loop, to the end even at exit."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress

from extractor.model.text_cache import Row

_Pending = tuple[Row, Future[bool]]


class AnswerWriter:
    """Hands rows to `keep`, all that came meanwhile at once: one transaction costs little more than one row.

    The interpreter waits for it before it exits.
    """

    def __init__(self, keep: Callable[[list[Row]], bool]) -> None:
        self._keep = keep
        self._lock = threading.Lock()
        self._pending: list[_Pending] = []
        self._pool: ThreadPoolExecutor | None = None

    def put(self, row: Row) -> Future[bool]:
        """Have a row written; the future says whether it is on disk."""
        done: Future[bool] = Future()
        done.set_running_or_notify_cancel()  # from here on nothing cancels it
        with self._lock:
            self._pending.append((row, done))
            first = len(self._pending) == 1
            self._pool = pool = self._pool or ThreadPoolExecutor(1, thread_name_prefix="answers")
        if first:
            try:
                pool.submit(self._drain)
            except RuntimeError:  # it was closed just now, or the interpreter is leaving
                self._drain()
        return done

    def close(self, last: Callable[[], None]) -> None:
        """Wait for what was asked for, then run `last` in the same thread, and end the thread."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            with suppress(RuntimeError):  # the interpreter is leaving: it has ended the thread itself
                pool.submit(last).result()
            pool.shutdown()

    def _drain(self) -> None:
        with self._lock:
            batch, self._pending = self._pending, []
        try:
            kept = self._keep([row for row, _ in batch])
        except BaseException as error:  # noqa: BLE001 - told to who waits, who would wait for ever
            for _, done in batch:
                done.set_exception(error)
            return
        for _, done in batch:
            done.set_result(kept)


async def finish(write: Future[bool]) -> bool:
    """Wait for a write; where the waiting is cancelled, for the few moments until it is done all the same."""
    try:
        return await asyncio.wrap_future(write)
    except asyncio.CancelledError:
        write.result()
        raise
