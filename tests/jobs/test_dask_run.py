"""`extractor run --engine dask`, killed and interrupted. Left out unless -m says otherwise."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import tea
from openai_server import OpenAIServer, Play, Received

pytestmark = pytest.mark.dask
PAGES = 300
WORKERS = 8


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    def reply(received: Received) -> Play:
        return replace(tea.reply(received), delay=0.3)

    with OpenAIServer(reply) as running:
        yield running


@pytest.fixture
def start(server: OpenAIServer, tmp_path: Path) -> Callable[[], subprocess.Popen[str]]:
    """Begins or continues the job in a group of processes of its own, as a terminal does."""
    pages = tmp_path / "pages.jsonl"
    lines = ({"id": f"p{at}", "text": f"{tea.PAGE}\nPage {at}"} for at in range(PAGES))
    pages.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    command = [sys.executable, "-m", "extractor", "run", str(pages), "--out", str(tmp_path / "run")]
    command += ["--reader", "model", "--model", "m", "--base-url", server.url]
    command += ["--engine", "dask", "--workers", str(WORKERS), "--json-progress"]
    environ = os.environ | {"EXTRACTOR_CACHE_DIR": str(tmp_path / "cache"), "OPENAI_API_KEY": "none"}

    def begin() -> subprocess.Popen[str]:
        return subprocess.Popen(
            command, env=environ, stderr=subprocess.PIPE, text=True, start_new_session=True
        )

    return begin


def _wait_for(process: subprocess.Popen[str], pages: int) -> None:
    """Until so many pages of this session are done."""
    assert process.stderr
    for line in process.stderr:
        if line.startswith("{"):
            told = json.loads(line)
            if told["done"] - told["before"] >= pages:
                return
    raise AssertionError("it ended before")


def _workers(process: subprocess.Popen[str]) -> list[int]:
    threads = Path(f"/proc/{process.pid}/task").iterdir()  # one of them began the workers
    children = [int(pid) for thread in threads for pid in (thread / "children").read_text().split()]
    return [pid for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def _end(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, said = process.communicate(timeout=100)
    return process.returncode, said


@pytest.mark.skipif(sys.platform != "linux", reason="children are found in /proc")
def test_killed_and_interrupted_anywhere_it_ends_whole_and_pays_only_for_what_was_in_flight_twice(
    start: Callable[[], subprocess.Popen[str]], server: OpenAIServer, tmp_path: Path
) -> None:
    job = start()
    _wait_for(job, 10)
    job.kill()
    assert _end(job)[0] == -signal.SIGKILL

    job = start()
    _wait_for(job, 20)
    os.killpg(job.pid, signal.SIGINT)
    code, said = _end(job)
    assert code == 130
    assert "run the same command again" in said

    job = start()
    _wait_for(job, 10)
    workers = _workers(job)
    assert len(workers) == min(WORKERS, os.cpu_count() or 1)
    os.kill(workers[0], signal.SIGKILL)
    assert _end(job)[0] == 0

    results = (tmp_path / "run" / "results-00001.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in results.splitlines()]
    assert [line["document"]["id"] for line in lines] == [f"p{at}" for at in range(PAGES)]
    counts = json.loads((tmp_path / "run" / "manifest.json").read_text(encoding="utf-8"))["counts"]
    assert (counts["in"], counts["ok"], counts["open"]) == (PAGES, PAGES, 0)
    assert 5 * PAGES <= server.bill.sent <= 5 * (PAGES + 3 * WORKERS)
