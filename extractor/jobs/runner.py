"""The whole of a job: pages to do, the flow of reading them, the journal, and the files at the end."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Iterable, Iterator
from contextlib import aclosing, closing, suppress
from time import monotonic
from typing import TYPE_CHECKING, Protocol, cast

from extractor.errors import ExtractorError, Spent
from extractor.jobs import ending
from extractor.jobs.deadline import over, until
from extractor.jobs.dropped import dropped
from extractor.jobs.errors import ChangedRunError, RunFolderError
from extractor.jobs.flow import flow
from extractor.jobs.inputs.page import InputPage, Skipped
from extractor.jobs.journal import BATCH_SECONDS, Journal
from extractor.jobs.listing import Entry
from extractor.jobs.outcome import PageOutcome
from extractor.jobs.reading import unfinished
from extractor.jobs.run_folder import RunFolder
from extractor.model.faults import RequestCancelledError

if TYPE_CHECKING:
    from extractor.jobs.throttle import Throttle  # readers that ask nobody need none

Read = Callable[[InputPage], Awaitable[PageOutcome]]


class Flow(Protocol):
    """Reads pages, some at once, and gives outcomes as they come.

    It takes pages only as it needs them, and raises, after what is in flight is done, what stops the job.
    """

    def __call__(
        self,
        pages: Iterable[InputPage],
        read: Read,
        *,
        workers: int,
        unfinished: Callable[[InputPage, Exception], PageOutcome],
    ) -> AsyncIterator[PageOutcome]:
        """Read all pages. `unfinished` says what was paid for a page whose error stops the job."""
        ...


class Runner:
    """Carries a job on from where it stands. `stop` is asked before each page: true ends the session.

    After `deadline` seconds no further page is begun. In both cases what waits at the job's `throttle` is
    given up, because it was not sent. `tick` is called some times a second.
    """

    def __init__(
        self,
        run: RunFolder,
        inputs: Iterable[InputPage | Skipped],
        read: Read,
        *,
        flow: Flow = flow,
        workers: int = 1,
        watch: Callable[[PageOutcome], None] = lambda _: None,
        tick: Callable[[], None] = lambda: None,
        throttle: "Throttle | None" = None,
        stop: Callable[[], bool] = lambda: False,
        deadline: float | None = None,
        lines_per_file: int = ending.LINES_PER_FILE,
    ) -> None:
        self._run = run
        self._inputs = inputs
        self._read = read
        self._flow = flow
        self._workers = workers
        self._watch = watch
        self._tick = tick
        self._throttle = throttle
        self._stop = stop
        self._deadline = deadline
        self._lines_per_file = lines_per_file

    async def work(self) -> None:
        """Read what is to be done; write the final files if nothing is left.

        Raises what stopped the job, after all that was done is on the disk.
        """
        journal = self._run.journal
        if journal is None:
            return
        self._run.begin_session(self._workers)
        self._began, self._noted_before = monotonic(), journal.book.usage.spent
        try:
            await self._read_until_halted(journal)
        except BaseException as error:
            self._note(error, journal)
            raise
        if journal.book.ledger.settled < self._run.to_read or self._run.still_open:
            self._run.end_session("interrupted")
        else:
            self._run.end(lines_per_file=self._lines_per_file)

    async def _read_until_halted(self, journal: Journal) -> None:
        """Read all, or until the user or the deadline ends it. Raises DeadlineReachedError."""
        try:
            await self._read_all(journal)
        except RequestCancelledError:
            if self._stop():
                return
            if self._deadline is not None and self._is_late:
                raise over(self._deadline) from None
            raise

    @property
    def _is_late(self) -> bool:
        return self._deadline is not None and monotonic() - self._began >= self._deadline

    async def _read_all(self, journal: Journal) -> None:
        ended = asyncio.Event()
        ticker = asyncio.create_task(self._attend(journal, ended))
        try:
            with closing(self._to_do(journal)) as pages:
                in_time = pages if self._deadline is None else until(self._deadline, pages)
                outcomes = self._flow(in_time, self._read, workers=self._workers, unfinished=unfinished)
                # An async generator, whatever its face says: leaving it early closes it.
                async with aclosing(cast("AsyncGenerator[PageOutcome, None]", outcomes)) as found:
                    async for outcome in found:
                        journal.add(outcome)
                        self._watch(outcome)
                        if ticker.done():
                            ticker.result()
        finally:
            ended.set()
            await ticker

    def _to_do(self, journal: Journal) -> Generator[InputPage, None, None]:
        """The pages that are still open, each held against the list that was made before."""
        with closing(self._run.entries()) as entries:
            yield from self._still_open(entries, journal)

    def _still_open(self, entries: Iterator[Entry], journal: Journal) -> Iterator[InputPage]:
        for page in self._inputs:
            if isinstance(page, Skipped):
                continue
            if self._stop():
                return
            entry = next(entries, None)
            if entry is None or (entry.id, entry.sha256) != (page.id, page.sha256):
                raise ChangedRunError(
                    f"the page {page.id!r} changed while the run was going",
                    folder=self._run.path,
                    hint="Give --fork to begin again in a folder of its own",
                )
            if not entry.again and not journal.book.ledger.is_settled(entry.index):
                yield page

    async def _attend(self, journal: Journal, ended: asyncio.Event) -> None:
        """Acknowledge in batches, show how it goes, see whether it is to end.

        The disk is waited for in a thread: readers go on meanwhile.
        """
        while not ended.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), BATCH_SECONDS / 10)
            if journal.due:
                await asyncio.to_thread(self._run.sync)
            self._tick()
            if self._throttle and (self._is_late or self._stop()):
                self._throttle.halt()

    def _note(self, error: BaseException, journal: Journal) -> None:
        """Write down why the session ended, and what was sent for pages that have no outcome.

        An error about the folder is not hidden by a second one.
        """
        what = f"stopped: {error}" if isinstance(error, ExtractorError) else "interrupted"
        try:
            if self._throttle and (lost := dropped(self._throttle.spent, self._noted(journal))):
                journal.add(lost)
            self._run.end_session(what)
        except RunFolderError as second:
            error.add_note(f"The manifest could not be written either: {second}")

    def _noted(self, journal: Journal) -> Spent:
        """What the outcomes of this session say was spent."""
        return journal.book.usage.spent - self._noted_before
