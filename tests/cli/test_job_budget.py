"""The budget of a job, over all its sessions."""

import json
import subprocess
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tea
from openai_server import OpenAIServer, completion

from extractor.cli.job_budget import spent_before
from extractor.jobs.usage import JobUsage
from extractor.settings import Settings

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    """Every answer costs 0.1 by the table of prices."""
    with OpenAIServer(completion(tea.whole_answer(), tokens=(50_000, 0, 0))) as running:
        yield running


@pytest.fixture
def job(bare: pytest.MonkeyPatch, call: Run, server: OpenAIServer, prices: Path, tmp_path: Path) -> Run:
    """The same job of ten pages each time it is called, with further options."""
    bare.setenv("EXTRACTOR_CACHE_DIR", str(tmp_path / "cache"))
    listed = tmp_path / "pages.jsonl"
    lines = ({"id": f"p{at}", "text": f"{tea.PAGE}\nPage {at}"} for at in range(10))
    listed.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    words = ("run", listed, "--out", tmp_path / "out", "--reader", "model", "--model", "m", "--plan", "one")
    words += ("--base-url", server.url, "--prices", prices, "--workers", "1", "--quiet")
    return lambda *more: call(*words, *more)


def _usage(folder: Path) -> dict[str, Any]:
    usage: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["usage"]
    return usage


def test_a_budget_is_that_of_all_sessions_of_a_job(job: Run, server: OpenAIServer, tmp_path: Path) -> None:
    first = job("--budget", "0.45")
    assert (first.returncode, server.bill.sent) == (5, 4)
    again = job("--budget", "0.45")
    assert (again.returncode, server.bill.sent) == (5, 4)
    assert "the budget of 0.45 EUR does not allow the next request: 0.4000 is spent" in again.stderr
    assert job("--budget", "0.65").returncode == 5
    assert Decimal(_usage(tmp_path / "out")["cost"]) == Decimal("0.6")
    assert job().returncode == 0
    assert Decimal(_usage(tmp_path / "out")["cost"]) == 1


def test_what_pages_cost_that_failed_counts(job: Run, server: OpenAIServer, tmp_path: Path) -> None:
    server.play(completion("no JSON", tokens=(50_000, 0, 0)))
    done = job("--budget", "0.65")
    assert (done.returncode, server.bill.sent) == (5, 6)
    assert Decimal(_usage(tmp_path / "out")["cost"]) == Decimal("0.6")
    assert "0.6000 is spent" in job("--budget", "0.65").stderr


@pytest.mark.dask
def test_a_budget_of_nothing_sends_nothing_on_a_cluster_either(job: Run, server: OpenAIServer) -> None:
    done = job("--budget", "0", "--engine", "dask")
    assert (done.returncode, server.bill.sent) == (2, 0)
    assert "the budget of 0 does not allow the next page: 0.0000 is spent" in done.stderr


def test_what_had_no_price_counts_with_the_price_of_now(prices: Path) -> None:
    usage = JobUsage()
    event = {"sent": 1, "tokens_in": 50_000, "tokens_out": 0, "tokens_cached": 0, "cached": False}
    usage.add([event, event | {"cost": "0.25"}])
    assert spent_before(Settings(model="m", prices=prices), usage) == Decimal("0.35")
    assert "unpriced" not in usage.fields()
