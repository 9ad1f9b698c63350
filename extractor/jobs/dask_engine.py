"""Pages of a job on a Dask cluster. The only file that imports dask; needs `trial-extractor[dask]`.

The run folder, the order, the budget and the back-pressure stay where the job is: to a flow this is one more
way to read a page. Each worker keeps to its part of the rates, one over the number of workers, which travels
with every page. So no request waits for word from afar, and nothing is lost with a worker or an actor; the
price is that an idle worker's part is not lent, and that while the number grows or shrinks the parts may
differ from it for as long as the pages under way take.
"""

import asyncio
import pickle
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from extractor.errors import ExtractorError, SettingsError
from extractor.jobs.account import Account
from extractor.jobs.dask_worker import Recipe, Word, halt, read_page
from extractor.jobs.inputs.page import InputPage
from extractor.jobs.outcome import PageOutcome, failure_of
from extractor.jobs.process_pool import ProcessKilledError
from extractor.model.budget import Budget

if TYPE_CHECKING:
    from distributed import Client

Read = Callable[[InputPage], Awaitable[PageOutcome]]
Guess = Callable[[InputPage], Decimal]
_CONNECT_SECONDS = 10.0
_LOOK_EVERY = 2.0
"""Seconds between two looks at how many workers there are."""


@asynccontextmanager
async def dask_engine(
    recipe: Recipe,
    *,
    scheduler: str | None = None,
    processes: int = 2,
    threads: int = 8,
    budget: Budget | None = None,
    guess: Guess = lambda _: Decimal(0),
    halted: Callable[[], bool] = lambda: False,
) -> AsyncIterator[Read]:
    """Has pages read on the cluster of `scheduler`, or on a local one of `processes` with `threads` each.

    A page whose worker is lost is read by another. `guess` says what a page may cost: see Account. Once the
    job is `halted`, what waits on workers for its turn or for the server is given up in a few seconds. Raises
    SettingsError where dask is not installed or the scheduler cannot be reached or has no workers.
    """
    async with _connected(scheduler, processes, threads) as client:
        pages = DaskPages(client, recipe, Account(budget), guess)
        if not await pages.count():
            raise SettingsError("the scheduler has no workers", hint="Start some: dask worker ADDRESS")
        watch = asyncio.create_task(pages.watch(halted))
        try:
            yield pages.read
        finally:
            watch.cancel()
            await asyncio.gather(watch, return_exceptions=True)


class DaskPages:
    """Reads pages on the cluster of an asynchronous client."""

    def __init__(self, client: "Client", recipe: Recipe, account: Account, guess: Guess) -> None:
        self._client = client
        self._name = uuid4().hex
        self._recipe = pickle.dumps(replace(recipe, job=self._name))
        self._account = account
        self._guess = guess
        self._workers = 1
        self._reached = False

    async def watch(self, halted: Callable[[], bool]) -> None:
        """Keep count of the workers; once the job is halted, have them give up what waits."""
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            await self.count()
            if halted():
                await self._client.run(halt, self._recipe, on_error="ignore")

    async def count(self) -> int:
        """How many workers there are."""
        workers = len(await self._client.nthreads())
        self._workers = max(1, workers)
        return workers

    async def read(self, page: InputPage) -> PageOutcome:
        """Have a page read. Raises what stops the job."""
        await self._account.reserve(partial(self._guess, page))
        outcome = None
        try:
            outcome = await self._submitted(page)
        finally:
            await self._account.settle(outcome)
        return outcome

    async def _submitted(self, page: InputPage) -> PageOutcome:
        from distributed import KilledWorker  # noqa: PLC0415 - costs half a second that other jobs need not pay

        future = self._client.submit(
            read_page,
            self._recipe,
            page,
            Word(1 / self._workers, self._reached),
            pure=False,
            key=f"page-{self._name}-{page.index}",
        )
        try:
            outcome: PageOutcome | ExtractorError = await future
        except KilledWorker:
            error = ProcessKilledError(
                "the workers that read this page were lost, one after another",
                hint="It may need more memory than they have",
            )
            return PageOutcome(page.index, page.id, page.sha256, failure=failure_of(page.id, error))
        except asyncio.CancelledError:
            await future.cancel()
            raise
        finally:
            future.release()
        if isinstance(outcome, ExtractorError):
            raise outcome
        self._reached |= outcome.extraction is not None and any(event.sent for event in outcome.events)
        return outcome


@asynccontextmanager
async def _connected(scheduler: str | None, processes: int, threads: int) -> AsyncIterator["Client"]:
    try:
        from dask import config  # noqa: PLC0415

        # It would tell of every connection on standard error; what goes wrong is raised.
        config.set({"logging.distributed": "critical"})
        from distributed import Client, LocalCluster  # noqa: PLC0415
    except ImportError as error:
        raise SettingsError(
            "the engine dask is not installed", hint="pip install 'trial-extractor[dask]'"
        ) from error
    if scheduler is not None:
        async with _client(Client, scheduler) as client:
            yield client
        return
    async with (
        LocalCluster(
            n_workers=processes,
            threads_per_worker=threads,
            asynchronous=True,
            dashboard_address="127.0.0.1:0",
            memory_limit=0,
            preload=["extractor.jobs.dask_preload"],
        ) as cluster,
        _client(Client, cluster) as client,
    ):
        yield client


@asynccontextmanager
async def _client(kind: type["Client"], address: Any) -> AsyncIterator["Client"]:
    try:
        client = await kind(address, asynchronous=True, timeout=_CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"the scheduler {address!r} cannot be reached ({error})", hint="Check --scheduler"
        ) from error
    async with client:
        yield client
