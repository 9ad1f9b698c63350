"""Pages of a job on a Dask cluster. Workers are real processes; left out unless -m says otherwise."""

import asyncio
import os
import signal
import time
from contextlib import aclosing
from decimal import Decimal
from functools import partial
from pathlib import Path

import dask_work
import pytest
import tea
from openai_server import OpenAIServer, failure

from extractor.errors import SettingsError
from extractor.jobs.dask_engine import dask_engine
from extractor.jobs.dask_worker import Recipe
from extractor.jobs.flow import flow
from extractor.jobs.inputs.page import InputPage
from extractor.jobs.outcome import PageOutcome
from extractor.jobs.throttle import Limits
from extractor.model.budget import Budget
from extractor.model.faults import AuthenticationFaultError, BudgetExceededError, RequestCancelledError

pytestmark = pytest.mark.dask


def _pages(count: int, *, text: str = tea.PAGE, special: dict[int, str] | None = None) -> list[InputPage]:
    texts = [f"{(special or {}).get(at, text)}\nPage {at}" for at in range(count)]
    return [InputPage(f"p{at}", "test", text.encode(), 10**6, index=at) for at, text in enumerate(texts)]


def _noted(folder: Path) -> list[int]:
    """The processes that read something."""
    return [int(file.name.split(".")[1]) for file in folder.iterdir()]


async def _read(
    recipe: Recipe, pages: list[InputPage], *, workers: int = 4, kill: Path | None = None, **options: object
) -> list[PageOutcome]:
    """All outcomes; with `kill`, the process that left the first note there is killed on the way."""
    found = []
    async with (
        dask_engine(recipe, processes=2, threads=2, **options) as read,  # type: ignore[arg-type]
        aclosing(flow(pages, read, workers=workers)) as outcomes,
    ):
        async for outcome in outcomes:
            found.append(outcome)
            if kill and len(found) == 10:
                os.kill(_noted(kill)[0], signal.SIGKILL)
    return found


def test_each_page_is_read_once_by_several_processes(tmp_path: Path) -> None:
    recipe = Recipe(partial(dask_work.noting, tmp_path), Limits())
    outcomes = asyncio.run(_read(recipe, _pages(40)))
    assert sorted(one.index for one in outcomes) == list(range(40))
    assert all(one.extraction for one in outcomes)
    assert len(_noted(tmp_path)) == 40
    assert len({*_noted(tmp_path)} - {os.getpid()}) == 2


def test_a_worker_that_is_killed_costs_no_page_and_doubles_none(tmp_path: Path) -> None:
    recipe = Recipe(partial(dask_work.noting, tmp_path), Limits())
    pages = _pages(60, text=f"slow {tea.PAGE}")
    outcomes = asyncio.run(_read(recipe, pages, kill=tmp_path))
    assert sorted(one.index for one in outcomes) == list(range(60))
    assert all(one.extraction for one in outcomes)
    assert 60 <= len(list(tmp_path.iterdir())) <= 60 + 2 * 2 + 2
    assert len(set(_noted(tmp_path))) >= 3


def test_a_page_that_kills_its_worker_each_time_fails_alone(tmp_path: Path) -> None:
    recipe = Recipe(partial(dask_work.noting, tmp_path), Limits())
    outcomes = asyncio.run(_read(recipe, _pages(12, special={3: "deadly"}), workers=2))
    failures = {one.index: one.failure.code for one in outcomes if one.failure}
    assert failures == {3: "process_killed"}
    assert len(outcomes) == 12


def test_the_rates_of_the_job_hold_over_all_workers(tmp_path: Path) -> None:
    times: list[float] = []

    def answer(received: object) -> object:
        times.append(time.monotonic())
        return tea.reply(received)  # type: ignore[arg-type]

    with OpenAIServer(answer) as server:  # type: ignore[arg-type]
        recipe = Recipe(partial(dask_work.asking, server.url, tmp_path), Limits(requests_per_minute=1200))
        outcomes = asyncio.run(_read(recipe, _pages(24)))
    assert len(outcomes) == 24
    assert all(one.extraction for one in outcomes)
    assert len(times) == 24 * 5
    spread = times[-1] - times[0]
    assert len(times) / spread < 1200 / 60 * 1.35


def test_the_budget_of_the_job_holds_over_all_workers(tmp_path: Path) -> None:
    with OpenAIServer(tea.reply) as server:
        recipe = Recipe(partial(dask_work.asking, server.url, tmp_path), Limits())
        with pytest.raises(BudgetExceededError):
            asyncio.run(_read(recipe, _pages(50), budget=Budget(Decimal("0.0063"))))
        bill = server.bill
    assert bill.sent == 50  # ten pages of five requests, each of 120 tokens for a millionth


def test_a_wrong_key_stops_the_job(tmp_path: Path) -> None:
    with OpenAIServer(failure(401, "no such key")) as server:
        recipe = Recipe(partial(dask_work.asking, server.url, tmp_path), Limits())
        with pytest.raises(AuthenticationFaultError):
            asyncio.run(_read(recipe, _pages(50)))
        assert server.bill.sent <= 4 * 5 * 2


def test_what_waits_on_workers_is_given_up_where_the_job_is_halted(tmp_path: Path) -> None:
    with OpenAIServer(tea.reply) as server:
        recipe = Recipe(partial(dask_work.asking, server.url, tmp_path), Limits(requests_per_minute=6))
        with pytest.raises(RequestCancelledError):
            asyncio.run(_read(recipe, _pages(8), halted=lambda: server.bill.sent > 1))
        assert server.bill.sent <= 4


def test_a_scheduler_that_is_not_there_is_named() -> None:
    recipe = Recipe(partial(dask_work.noting, Path()), Limits())
    with pytest.raises(SettingsError, match=r"scheduler 'tcp://127.0.0.1:1'"):
        asyncio.run(_read(recipe, [], scheduler="tcp://127.0.0.1:1"))
