"""Where the pages of a job are read: in this process, in others of this machine, on a Dask cluster."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager, closing
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Any

from extractor.cli.job_budget import expected_cost
from extractor.cli.job_readers import worker_reader
from extractor.errors import SettingsError
from extractor.extraction import AsyncReader, Extractor, Reader
from extractor.jobs.many import WAITING_WORKERS
from extractor.jobs.reading import PageReader, PooledReader
from extractor.jobs.runner import Read
from extractor.jobs.verifying import Verifier
from extractor.settings import Settings

if TYPE_CHECKING:
    from extractor.jobs.throttle import Throttle
    from extractor.model.budget import Budget

Engine = AbstractAsyncContextManager[tuple[Read, int]]
"""Gives how a page is read, and how many are read at once."""
_CLUSTER_WORKERS = 64
_MOST_PROCESSES = 8
"""Where nothing is said: one process that asks keeps no more busy with verifying."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a job goes, and where; nothing of it changes a result."""

    workers: int | None = None
    deadline: float | None = None
    processes: int | None = None
    engine: str = "local"
    scheduler: str | None = None
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    patience: float | None = None

    @property
    def limits(self) -> dict[str, Any]:
        """What a job may do to a server, where anything was said; named as `Limits` has it."""
        names = ("requests_per_minute", "tokens_per_minute", "patience")
        return {name: limit for name in names if (limit := getattr(self, name)) is not None}


def engine(
    reader: Reader, settings: Settings, pace: Pace, budget: "Budget | None", throttle: "Throttle | None"
) -> Engine:
    """The engine that options ask for. Raises SettingsError for options that do not fit together.

    Elsewhere than in this process pages are held to the `budget` of the job, and are given up where its
    `throttle` is halted; here its reader keeps to both.
    """
    _check(reader, settings, pace)
    if pace.engine == "dask":
        return _on_cluster(reader, settings, pace, budget, lambda: throttle is not None and throttle.halted)
    if not isinstance(reader, AsyncReader) and (pace.workers or 1) > 1:
        return _in_processes(reader, pace.workers or 1)
    return _here(reader, pace)


def _check(reader: Reader, settings: Settings, pace: Pace) -> None:
    if pace.scheduler and pace.engine != "dask":
        raise SettingsError("a scheduler needs Dask", hint="Add --engine dask")
    if pace.processes is None:
        return
    if pace.engine == "dask":
        raise SettingsError("Dask's workers verify what they read", hint="Leave --processes out")
    if not isinstance(reader, AsyncReader):
        raise SettingsError(
            f"the {settings.reader} reader has no use for --processes",
            hint="Use --workers: it reads in so many",
        )


@asynccontextmanager
async def _here(reader: Reader, pace: Pace) -> AsyncIterator[tuple[Read, int]]:
    waits = isinstance(reader, AsyncReader)
    workers = pace.workers or (WAITING_WORKERS if waits else 1)
    processes = pace.processes or min((os.cpu_count() or 1) - 1, workers, _MOST_PROCESSES)
    with ExitStack() as ending:
        verifier = ending.enter_context(Verifier(processes)) if waits and processes > 1 else None
        yield PageReader(Extractor(reader), verifier).aread, workers


@asynccontextmanager
async def _in_processes(reader: Reader, processes: int) -> AsyncIterator[tuple[Read, int]]:
    with closing(PooledReader(PageReader(Extractor(reader)), processes)) as pool:
        # One more than there are processes, so that none waits for its next page.
        yield pool.aread, processes + 1


@asynccontextmanager
async def _on_cluster(
    reader: Reader, settings: Settings, pace: Pace, budget: "Budget | None", halted: Callable[[], bool]
) -> AsyncIterator[tuple[Read, int]]:
    """The budget stays here, with the job; the key does not travel, workers have it in their environment."""
    from extractor.jobs.dask_engine import dask_engine  # noqa: PLC0415 - dask is an optional extra
    from extractor.jobs.dask_worker import Recipe  # noqa: PLC0415
    from extractor.jobs.throttle import Limits  # noqa: PLC0415

    if settings.record is not None:
        raise SettingsError("several workers cannot write one recording", hint="Leave out --record")
    waits = isinstance(reader, AsyncReader)
    workers = pace.workers or (_CLUSTER_WORKERS if pace.scheduler else WAITING_WORKERS if waits else 2)
    processes = min(workers, os.cpu_count() or 1)
    plain = replace(settings, api_key=None, budget=None)
    recipe = Recipe(partial(worker_reader, plain), Limits(**pace.limits))
    async with dask_engine(
        recipe,
        scheduler=pace.scheduler,
        processes=processes,
        threads=ceil(workers / processes) if waits else 1,
        budget=budget,
        guess=partial(expected_cost, reader, settings),
        halted=halted,
    ) as read:
        yield read, workers
