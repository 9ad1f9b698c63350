"""A job of a model that is told to stop while its pages wait, as a user of `extractor run` meets it."""

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import tea
from nursery import Begun
from openai_server import OpenAIServer, Play, Received, failure

from extractor.jobs.manifest import Manifest
from extractor.jobs.status import status_of

Start = Callable[..., Begun]
PAGES = 60


def wait_for(server: OpenAIServer, requests: int) -> None:
    end = time.monotonic() + 60
    while server.bill.sent < requests and time.monotonic() < end:
        time.sleep(0.01)
    assert server.bill.sent >= requests


def ended(process: Begun) -> tuple[float, str]:
    """After how many seconds it ended, and what it said."""
    began = time.monotonic()
    process.wait(60)
    return time.monotonic() - began, process.said[1]


def test_ctrl_c_gives_up_what_waits_for_its_turn_unsent(start: Start, tmp_path: Path) -> None:
    with OpenAIServer(tea.reply) as server:
        process = start(server.url, "--requests-per-minute", "6")
        wait_for(server, 1)
        time.sleep(1)
        os.kill(process.pid, signal.SIGINT)
        took, said = ended(process)
        assert (process.returncode, server.bill.sent) == (130, 1)
    assert took < 9
    assert "interrupted: 1 of 60 pages are safe" in said
    status = status_of(tmp_path / "out")
    assert (status.counts["ok"], status.counts["open"], status.usage["events"]) == (1, PAGES - 1, 1)


def test_the_deadline_gives_up_what_waits_too(start: Start, tmp_path: Path) -> None:
    with OpenAIServer(tea.reply) as server:
        took, said = ended(start(server.url, "--requests-per-minute", "3", "--deadline", "2"))
        assert server.bill.sent == 1
    assert took < 18
    assert "stopped: the 2 s for this job are over and pages are left" in said
    manifest = Manifest.load(tmp_path / "out")
    assert manifest is not None
    assert manifest.sessions[-1].outcome.startswith("stopped: the 2 s")
    assert manifest.counts["open"] == PAGES - 1


def test_ctrl_c_ends_a_job_that_waits_for_its_server_and_progress_says_that_it_waits(
    start: Start, tmp_path: Path
) -> None:
    with OpenAIServer(failure(500, "down")) as server:
        process = start(server.url, "--json-progress")
        wait_for(server, 6)
        os.kill(process.pid, signal.SIGINT)
        took, said = ended(process)
        assert process.returncode == 130
        assert status_of(tmp_path / "out").usage["sent"] == server.bill.sent
    assert took < 9
    objects = [json.loads(line) for line in said.splitlines()[:-1]]
    assert objects[0]["total"] == PAGES
    assert max(one.get("waiting") or 0 for one in objects) >= 1
    assert objects[-1]["message"].startswith("interrupted: 0 of 60 pages are safe")


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_closed_terminal_and_a_kill_end_a_job_as_ctrl_c_does(
    start: Start, tmp_path: Path, name: str
) -> None:
    def slowly(received: Received) -> Play:
        return Play(tea.reply(received).body, delay=1)

    with OpenAIServer(slowly) as server:
        process = start(server.url, "--processes", "2")
        wait_for(server, 4)
        os.kill(process.pid, getattr(signal, name))
        time.sleep(0.3)
        os.kill(process.pid, signal.SIGHUP)
        said = ended(process)[1]
    assert process.returncode == 130
    assert "interrupted: 4 of 60 pages are safe" in said
    manifest = Manifest.load(tmp_path / "out")
    assert manifest is not None
    assert (manifest.sessions[-1].outcome, manifest.counts["ok"]) == ("interrupted", 4)


@pytest.mark.slow
def test_requests_that_a_second_ctrl_c_drops_count_as_sent(start: Start, tmp_path: Path) -> None:
    def answer(received: Received) -> Play:
        return Play(tea.reply(received).body, delay=600 if len(server.received) > 8 else 0)

    with OpenAIServer(answer) as server:
        process = start(server.url)
        wait_for(server, 12)
        for _ in range(2):
            os.kill(process.pid, signal.SIGINT)
            time.sleep(0.5)
        ended(process)
        assert process.returncode == 130
        assert status_of(tmp_path / "out").usage["sent"] == server.bill.sent == 12
        server.play(tea.reply)
        start(server.url).wait(60)
        assert status_of(tmp_path / "out").usage["sent"] == server.bill.sent == PAGES + 4
    events = (tmp_path / "out" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    [lost] = (json.loads(event) for event in events if '"dropped"' in event)
    assert (lost["document"], lost["sent"]) == ("", 4)
