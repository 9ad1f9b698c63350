"""Work of the processor in child processes. A killed child costs time, and no page but the guilty one."""

import asyncio
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic, Self, TypeVar

from extractor.errors import ExtractorError, SettingsError
from extractor.jobs.collecting import collect_rarely

Item = TypeVar("Item")
Result = TypeVar("Result")


class ProcessKilledError(ExtractorError):
    """The process that read a page was killed, and again when it was tried alone in a new one."""


class ProcessPool(Generic[Item, Result]):
    """Calls `work` in `processes` children, which are made anew and not forked. A context manager.

    `work`, items and results travel between processes. Belongs to one event loop. Raises SettingsError for
    work that cannot travel.
    """

    def __init__(self, work: Callable[[Item], Result], processes: int) -> None:
        _check(work)
        self._work = work
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._single: ProcessPoolExecutor | None = None
        self._alone = asyncio.Lock()

    async def call(self, item: Item) -> Result:
        """What `work` returns or raises. An item whose process was killed is tried once more, by itself.

        A killed child takes down what its neighbours do; alone it is known who is to blame. Raises
        ProcessKilledError.
        """
        pool = self._pool = self._pool or self._made(self._processes)
        try:
            return await self._in(pool, item)
        except BrokenProcessPool:
            if pool is self._pool:
                self._pool = None
                pool.shutdown(wait=False)
        async with self._alone:
            return await self._by_itself(item)

    async def _by_itself(self, item: Item) -> Result:
        pool = self._single = self._single or self._made(1)
        try:
            return await self._in(pool, item)
        except BrokenProcessPool:
            self._single = None
            pool.shutdown(wait=False)
            raise ProcessKilledError(
                "the process that read this page was killed twice",
                hint="It may need more memory than there is. A script must call from below "
                'if __name__ == "__main__":',
            ) from None

    async def _in(self, pool: ProcessPoolExecutor, item: Item) -> Result:
        result: Result = await asyncio.get_running_loop().run_in_executor(pool, _call, item)
        return result

    def _made(self, processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            processes, multiprocessing.get_context("spawn"), initializer=_begin, initargs=(self._work,)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the children after what they have in hand."""
        for pool in (self._pool, self._single):
            if pool is not None:
                pool.shutdown(cancel_futures=True)
        self._pool = self._single = None


def _check(work: Callable[[Any], Any]) -> None:
    try:
        pickle.dumps(work)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise SettingsError(
            f"this reader cannot be handed to other processes ({error})",
            hint="Define its class in a module, read with one worker, or give it `aread`",
        ) from error


_work: Callable[[Any], Any] | None = None
"""In a child: what it does."""


def _begin(work: Callable[[Any], Any]) -> None:
    """Make a child ready.

    Ctrl-C and the end of a terminal go to the whole group of processes; the parent says when to end.
    """
    global _work  # noqa: PLW0603 - a child has nothing else to keep it in
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="extractor-parent", daemon=True).start()
    _work = work
    collect_rarely()


def _end_with_parent() -> None:
    """End with the parent, however it ends: a child that waits for work would not notice and stay."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _call(item: Any) -> Any:
    if _work is None:
        raise RuntimeError("this process was not made ready")
    return _work(item)
