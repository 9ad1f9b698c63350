"""A server that is not there, or goes away for a time, as a user of `extractor run` meets it."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import tea
from nursery import Begun
from openai_plays import Play, Received, failure
from openai_server import OpenAIServer

from extractor.jobs.status import status_of

PAGES = 60
Start = Callable[..., Begun]


def slowly(received: Received) -> Play:
    return Play(tea.reply(received).body, delay=0.1)


def test_a_wrong_address_ends_the_job_in_seconds_with_what_to_do(start: Start, tmp_path: Path) -> None:
    with OpenAIServer(slowly) as server:
        url, port = server.url, server.port
    began = time.monotonic()
    process = start(url, "--quiet", "--patience", "1")
    code = process.wait(60)
    out, said = process.said
    assert (code, out) == (2, "")
    assert "no request reached the server (no connection to 127.0.0.1" in said
    assert "Check the address (--base-url" in said
    assert time.monotonic() - began < 20
    assert status_of(tmp_path / "out").counts["open"] == PAGES
    with OpenAIServer(slowly, port=port):
        process = start(url)
        assert process.wait(60) == 0
    assert process.said[0] == f"ended: {PAGES} in = {PAGES} ok\n"


def test_a_server_that_accepts_and_never_answers_fails_no_page(start: Start, tmp_path: Path) -> None:
    limits = ("--timeout", "0.5", "--patience", "1.5", "--workers", "64", "--quiet")
    with OpenAIServer(Play(delay=600)) as server:
        process = start(server.url, *limits)
        process.wait(60)
        assert "the server has answered no request for" in process.said[1]
        assert status_of(tmp_path / "out").counts == {
            "in": PAGES,
            "ok": 0,
            "failed": {},
            "skipped": {},
            "open": PAGES,
        }
        server.play(slowly)
        assert start(server.url).wait(60) == 0
    assert status_of(tmp_path / "out").is_well


@pytest.mark.slow
def test_a_server_that_dies_for_a_time_costs_that_time_and_no_page(start: Start, tmp_path: Path) -> None:
    with OpenAIServer(slowly) as server:
        process = start(server.url)
        end = time.monotonic() + 60
        while server.bill.sent < 12 and time.monotonic() < end:
            time.sleep(0.01)
        url, port = server.url, server.port
        before = server
    time.sleep(6)  # longer than a server that was never there is waited for
    assert process.poll() is None
    with OpenAIServer(slowly, port=port) as after:
        assert after.url == url
        code = process.wait(60)
    out, said = process.said
    assert (code, out) == (0, f"ended: {PAGES} in = {PAGES} ok\n"), said
    assert PAGES <= before.bill.sent + after.bill.sent <= PAGES + 4
    assert status_of(tmp_path / "out").is_well


def test_a_key_that_is_refused_in_the_middle_stops_the_job_and_a_good_one_ends_it(
    start: Start, tmp_path: Path
) -> None:
    def answer(received: Received) -> Play:
        return failure(401, "the key has expired") if len(server.received) > 20 else slowly(received)

    with OpenAIServer(answer) as server:
        process = start(server.url)
        assert process.wait(60) == 5
        out, said = process.said
        assert "stopped: " in said
        assert "Check OPENAI_API_KEY" in said
        assert out.startswith(f"interrupted: {PAGES} in = 20 ok\n  + 40 still to do")
        assert server.bill.sent <= 20 + 4
        server.play(slowly)
        process = start(server.url)
        assert process.wait(60) == 0
        assert process.said[0] == f"ended: {PAGES} in = {PAGES} ok\n"
    assert not (tmp_path / "out" / "failures.jsonl").read_bytes()
