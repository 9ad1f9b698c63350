"""Pages through a reader, some at once: results as they come, none held that nobody asks for."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator
from typing import Generic, TypeVar, cast

Page = TypeVar("Page")
Result = TypeVar("Result")
_NONE = object()


async def flow(
    pages: Iterable[Page],
    read: Callable[[Page], Awaitable[Result]],
    *,
    workers: int,
    unfinished: Callable[[Page, Exception], Result] | None = None,
) -> AsyncGenerator[Result, None]:
    """Read pages, at most `workers` at once, and give results in the order in which they come.

    A page is taken only when a worker is free, and at most `workers` results wait to be taken: so no more
    than twice `workers` pages are held, however many there are. What `read` or `pages` raises stops the
    taking of pages; those in flight are finished and given; then the first error is raised. `unfinished`
    makes a result of each page that ended so. Closing the iterator cancels what is in flight.
    """
    work = _Work(iter(pages), read, unfinished, workers=max(1, workers))
    tasks = [asyncio.create_task(work.go_on()) for _ in range(work.running)]
    try:
        while not isinstance(result := await work.results.get(), _End):
            yield result
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if work.error is not None:
        raise work.error


class _End:
    """What comes after the last result."""


class _Work(Generic[Page, Result]):
    """What the workers of a flow share. `running` counts those that go on."""

    def __init__(
        self,
        pages: Iterator[Page],
        read: Callable[[Page], Awaitable[Result]],
        unfinished: Callable[[Page, Exception], Result] | None,
        *,
        workers: int,
    ) -> None:
        self._pages = pages
        self._read = read
        self._unfinished = unfinished
        self.running = workers
        self.error: Exception | None = None
        self.results: asyncio.Queue[Result | _End] = asyncio.Queue(workers)

    async def go_on(self) -> None:
        """Read page after page, until there is none or the work stops."""
        try:
            for page in self._taken():
                await self._do(page)
        except Exception as error:  # noqa: BLE001 - what `pages` raises: the first error is kept
            self.error = self.error or error
        self.running -= 1
        if not self.running:
            await self.results.put(_End())

    def _taken(self) -> Iterator[Page]:
        """The next page each time, while nothing stops the work."""
        while self.error is None and (found := next(self._pages, _NONE)) is not _NONE:
            yield cast("Page", found)

    async def _do(self, page: Page) -> None:
        try:
            result = await self._read(page)
        except Exception as error:  # noqa: BLE001 - kept and raised at the end
            self.error = self.error or error
            if self._unfinished is None:
                return
            result = self._unfinished(page, error)
        await self.results.put(result)
