"""A job whose words nobody hears."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
import pytest
import tea
from asking import until
from openai_server import OpenAIServer

from extractor.cli.standard_error import heedless_errors

_SHELL = ("/bin/sh", "-c")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(5):
        (folder / f"p{number}.txt").write_text(f"Tea {number}, NCT09990001", encoding="utf-8")
    return folder


def _shell(words: str, *arguments: str | Path, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_SHELL, f'exec "$0" "$@" {words}', *map(str, arguments)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environ,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("words", ["2>&-", "2>/dev/full"])
def test_a_job_goes_on_where_its_progress_cannot_be_written(
    command: str, environment: Callable[..., dict[str, str]], pages: Path, tmp_path: Path, words: str
) -> None:
    arguments = (command, "run", pages, "--out", tmp_path / "out", "--json-progress")
    done = _shell(words, *arguments, environ=environment())
    assert (done.returncode, done.stdout) == (0, "ended: 5 in = 5 ok\n")
    arguments = (command, "run", tmp_path / "none", "--out", tmp_path / "o")
    assert _shell(words, *arguments, environ=environment()).returncode == 2


@pytest.mark.parametrize("words", ["0<&- 2>&-", "2>/dev/full"])
def test_what_is_said_gets_into_no_file_of_the_job(
    command: str, environment: Callable[..., dict[str, str]], pages: Path, tmp_path: Path, words: str
) -> None:
    out = tmp_path / "out"
    with OpenAIServer(lambda received: replace(tea.reply(received), delay=0.5)) as server:
        arguments = (command, "run", pages, "--out", out, "--workers", "1")
        arguments += ("--reader", "model", "--model", "m", "--plan", "one")
        process = subprocess.Popen(
            [*_SHELL, f'exec "$0" "$@" {words}', *map(str, arguments), "--base-url", server.url],
            stdout=subprocess.DEVNULL,
            env=environment(EXTRACTOR_CACHE_DIR=str(tmp_path / "cache")),
        )
        asyncio.run(asyncio.wait_for(until(lambda: bool(server.received)), 60))
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    assert not any(b"Ctrl-C" in path.read_bytes() for path in out.iterdir())


def test_a_stream_that_is_well_is_written_to_and_comes_back(capsys: pytest.CaptureFixture[str]) -> None:
    former = sys.stderr
    with heedless_errors():
        click.echo("tea", err=True)
        assert sys.stderr is not former
    assert sys.stderr is former
    assert capsys.readouterr().err == "tea\n"


def test_no_handles_are_left_open(capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(Path("/proc/self/fd").iterdir())
    with heedless_errors():
        pass
    assert sorted(Path("/proc/self/fd").iterdir()) == before
    assert capsys.readouterr().err == ""
