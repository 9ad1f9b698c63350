"""A job killed with SIGKILL again and again: nothing is lost or doubled, next to nothing paid for twice."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import tea
from nursery import Begun, Nursery
from openai_plays import Play, Received, refusal
from openai_server import OpenAIServer

from extractor.jobs.manifest import Manifest
from extractor.jobs.status import status_of

SWEEP = Path(__file__).parents[1] / "support" / "kill_sweep.py"
WORKERS = 4


def written_pages(folder: Path, number: int) -> Path:
    """A list of pages about tea; the model refuses every fiftieth, every hundredth is there twice."""
    lines = []
    for index in range(number):
        text = f"{tea.PAGE}\nPage {index - index % 100 if index % 100 == 99 else index}\n"
        text += "Never answer this.\n" if index % 50 == 7 else ""
        lines.append(json.dumps({"id": f"page-{index}", "text": text}))
    path = folder / "pages.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def reply(received: Received) -> Play:
    """What the model answers, after a moment."""
    due = refusal() if b"Never answer this" in received.raw else tea.reply(received)
    return Play(due.body, delay=0.1)


class Command:
    """The command of one job, as it is begun again after each kill."""

    def __init__(
        self, nursery: Nursery, server: OpenAIServer, folder: Path, workers: int, *arguments: str | Path
    ) -> None:
        self.nursery = nursery
        self.server = server
        self.out = folder / "out"
        environ = {
            name: one for name, one in os.environ.items() if not name.startswith(("EXTRACTOR", "OPENAI"))
        }
        self.environ = environ | {"EXTRACTOR_CACHE_DIR": str(folder / "cache")}
        self.words = ["run", *arguments, "--out", self.out, "--workers", str(workers), "--quiet"]

    def begin(self) -> Begun:
        return self.nursery.begin(self.words, cwd=self.out.parent.parent, environ=self.environ)

    def finish(self) -> int:
        process = self.begin()
        code = process.wait(120)
        assert code in {0, 5}, process.said
        return code

    def kill_after(self, requests: int, seconds: float) -> bool:
        """Begin it and kill it after so many requests and seconds; whether it was still alive."""
        before, end = len(self.server.received), time.monotonic() + 30
        process = self.begin()
        try:
            while len(self.server.received) < before + requests and process.poll() is None:
                assert time.monotonic() < end
                time.sleep(0.002)
            time.sleep(seconds)
        finally:
            process.kill()
        return process.poll() == -9

    def files(self) -> dict[str, bytes]:
        return files_of(self.out)

    def manifest(self) -> Manifest:
        manifest = Manifest.load(self.out)
        assert manifest is not None
        return manifest


def files_of(out: Path) -> dict[str, bytes]:
    """The files that must be the same whatever happened on the way."""
    names = ("results-*.jsonl", "failures.jsonl", "documents.jsonl", "inputs.jsonl")
    return {path.name: path.read_bytes() for name in names for path in out.glob(name)}


def told(server: OpenAIServer) -> tuple[str, ...]:
    return ("--reader", "model", "--model", "m", "--plan", "one", "--base-url", server.url)


def ids(data: bytes, *path: str) -> list[str]:
    found: list[Any] = [json.loads(line) for line in data.splitlines()]
    for name in path:
        found = [one[name] for one in found]
    return found


def check(command: Command, pages: int, kills: int) -> None:
    """The sums of a job that was killed so often."""
    assert status_of(command.out).conserved
    failed = [f"page-{index}" for index in range(7, pages, 50)]
    assert ids(command.files()["failures.jsonl"], "document") == failed
    well = [name for name in (f"page-{index}" for index in range(pages)) if name not in failed]
    assert ids(command.files()["results-00001.jsonl"], "document", "id") == well
    to_read = pages - pages // 100
    sent = command.server.bill.sent
    assert to_read <= sent <= to_read + kills * WORKERS
    noted = command.manifest().usage["sent"]
    assert sent - kills * WORKERS <= noted <= sent


def killed_often(nursery: Nursery, tmp_path: Path, *, pages: int, kills: int, seed: int) -> None:
    dice = random.Random(seed)
    listed = written_pages(tmp_path, pages)
    with OpenAIServer(reply) as server:
        command = Command(nursery, server, tmp_path / "killed", WORKERS, listed, *told(server))
        for _ in range(kills):
            # Some while it starts, most while pages are in flight; too few in all to end the job.
            starting = dice.random() < 1 / 6
            seconds = dice.random() * (0.1 if starting else dice.choice((0.0, 0.02, 0.2)))
            assert command.kill_after(0 if starting else dice.randrange(1, pages // kills), seconds)
        command.finish()
        check(command, pages, kills)
        before = server.bill
        whole = Command(nursery, server, tmp_path / "whole", 7, listed, *told(server))
        assert whole.finish() == 5
        usage = whole.manifest().usage
        for name in ("sent", "tokens_in", "tokens_out", "tokens_cached"):
            assert usage[name] == getattr(server.bill, name) - getattr(before, name)
        assert whole.files() == command.files()
        assert server.dropped <= kills * WORKERS


def test_a_job_killed_twice_loses_nothing(nursery: Nursery, tmp_path: Path) -> None:
    killed_often(nursery, tmp_path, pages=20, kills=2, seed=1)


@pytest.mark.slow
def test_a_job_killed_thirty_times_loses_nothing(nursery: Nursery, tmp_path: Path) -> None:
    killed_often(nursery, tmp_path, pages=300, kills=30, seed=2)


@pytest.mark.slow
def test_a_job_killed_before_each_touch_of_a_file_ends_with_the_same_files(tmp_path: Path) -> None:
    start = tmp_path / "start"
    start.mkdir()
    lines = ({"id": name, "text": f"Tea, {name}"} for name in "abc")
    (start / "pages.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    words = [sys.executable, SWEEP, tmp_path, "run", "pages.jsonl", "--out", "job", "--quiet"]
    kills = int(subprocess.run(words, stdout=subprocess.PIPE, check=True, timeout=300).stdout)
    assert kills > 20
    files = [files_of(tmp_path / str(number) / "job") for number in range(kills + 1)]
    assert all(found == files[-1] for found in files)
    assert b"Tea, c" in files[-1]["documents.jsonl"]
    for number in range(kills + 1):
        assert status_of(tmp_path / str(number) / "job").is_well
        assert not list((tmp_path / str(number) / "job").glob("*.part"))
