"""One event loop in a thread of its own, for callers that do not await.

It lives as long as the process, so that a client keeps its connections between pages; and it is not the
caller's loop, so that a notebook, which runs one already, can call in.
"""

import asyncio
import os
import threading
from collections.abc import Coroutine
from concurrent.futures import Future, wait
from functools import lru_cache
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")
_MAKING = threading.Lock()


def run(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine on the background loop and wait for it.

    An interruption of the wait (Ctrl-C) cancels the coroutine and waits until it has cleaned up.
    Raises RuntimeError where the background loop itself calls: await there instead.
    """
    with _MAKING:
        loop = _loop(os.getpid())
    if asyncio._get_running_loop() is loop:  # noqa: SLF001 - the public way raises where none runs
        coroutine.close()
        raise RuntimeError("this runs on the background loop already: await instead of calling")
    job = _Job(coroutine, loop)
    try:
        return job.result.result()
    except BaseException:
        job.cancel()
        wait([job.result])
        raise


class _Job(Generic[Result]):
    """One coroutine on a loop of another thread. `result` is done when the coroutine has ended."""

    def __init__(self, coroutine: Coroutine[Any, Any, Result], loop: asyncio.AbstractEventLoop) -> None:
        self.result: Future[Result] = Future()
        self._loop = loop
        self._task: asyncio.Task[Result] | None = None
        loop.call_soon_threadsafe(self._start, coroutine)

    def cancel(self) -> None:
        """Cancel it, if it has not ended."""
        self._loop.call_soon_threadsafe(self._cancel)

    def _start(self, coroutine: Coroutine[Any, Any, Result]) -> None:
        self._task = self._loop.create_task(coroutine)
        self._task.add_done_callback(self._end)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self, task: asyncio.Task[Result]) -> None:
        if task.cancelled():
            self.result.set_exception(asyncio.CancelledError())
        elif error := task.exception():
            self.result.set_exception(error)
        else:
            self.result.set_result(task.result())


@lru_cache(maxsize=1)
def _loop(process: int) -> asyncio.AbstractEventLoop:  # noqa: ARG001 - a fork has no threads of its parent
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="extractor", daemon=True).start()
    return loop
