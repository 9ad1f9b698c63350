"""`extractor batch`."""

import json
import socket
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import batch_provider
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def _requests(here: Path, number: int = 1) -> list[dict[str, Any]]:
    return batch_provider.requests_of(here / "job" / f"round-{number:03}")


def _export(run: Run) -> subprocess.CompletedProcess[str]:
    return run("export", "pages", "--job", "job", "--model", "m", "--plan", "one")


def test_a_job_goes_round_until_every_page_is_read(run: Run, here: Path, tmp_path: Path, canary: str) -> None:
    assert _export(run).returncode == 0
    first = _requests(here)
    assert len(first) == 2
    assert run("read", "--job", "job").returncode == 4

    output = batch_provider.write(here / "output.jsonl", [batch_provider.answered(first[0], '{"source": 7}')])
    error = batch_provider.write(here / "error.jsonl", [batch_provider.expired(first[1])])
    done = run("import", error, output, "--job", "job")
    assert (done.returncode, done.stderr) == (0, "")
    assert "imported: batch_expired 1, usable 1; known already: 0" in done.stdout
    assert "round 2: 2 requests." in done.stdout

    second = _requests(here, 2)
    output = batch_provider.write(here / "output2.jsonl", map(batch_provider.valid, second))
    done = run("import", output, "--job", "job")
    assert "pages: 2 read, 0 lack answers, 0 failed for good" in done.stdout
    assert "nothing to send" in done.stdout
    assert "paid, each answer once: 3,000 tokens in" in done.stdout

    done = run("read", "--job", "job", "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    ids = [json.loads(line)["document"]["id"] for line in done.stdout.splitlines()]
    assert ids == ["milk", "tea"]
    _check_no_key(canary, here, tmp_path / "cache")


def _check_no_key(canary: str, *places: Path) -> None:
    files = [file for place in places for file in place.rglob("*") if file.is_file()]
    assert len(files) > 8
    assert [file for file in files if canary.encode() in file.read_bytes()] == []


def test_a_second_export_asks_nothing_twice(run: Run, here: Path) -> None:
    _export(run)
    before = sorted(path.relative_to(here) for path in here.rglob("*"))
    done = run("export", "--job", "job")
    assert done.returncode == 0
    assert "asked, and not answered yet: 2" in done.stdout
    assert "nothing to send" in done.stdout
    assert sorted(path.relative_to(here) for path in here.rglob("*")) == before
    assert run("export", "--job", "job", "--waiting").returncode == 0
    assert _requests(here, 2) == _requests(here)


def test_equal_exports_write_equal_bytes(run: Run, here: Path) -> None:
    for name in ("job", "job2"):
        run("export", "pages", "--job", name, "--model", "m", "--max-file-lines", "3")
    files = sorted((here / "job").rglob("*.json*"))
    assert len(files) > 4
    for file in files:
        assert file.read_bytes() == (here / "job2" / file.relative_to(here / "job")).read_bytes()


def test_a_job_keeps_its_terms(run: Run, here: Path) -> None:
    _export(run)
    done = run("export", "pages", "--job", "job", "--model", "n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "another model" in done.stderr
    (here / "more.txt").write_text("One more page", encoding="utf-8")
    assert "round 2: 1 requests." in run("export", "more.txt", "--job", "job").stdout


def test_what_fails_for_good_is_exit_code_five_and_then_two(run: Run, here: Path) -> None:
    _export(run)
    first = _requests(here)
    cut, whole = batch_provider.truncated(first[0]), batch_provider.valid(first[1])
    done = run("import", batch_provider.write(here / "a.jsonl", [cut, whole]), "--job", "job")
    assert done.returncode == 5
    assert "failed: milk: " in done.stdout
    assert run("read", "--job", "job").returncode == 5
    done = run("export", "--job", "job", "--final")
    assert "round 2: 1 requests." in done.stdout


def test_what_came_back_can_be_recorded_and_replayed(run: Run, here: Path, call: Run) -> None:
    _export(run)
    output = batch_provider.write(here / "a.jsonl", map(batch_provider.valid, _requests(here)))
    run("import", output, "--job", "job")
    read = run("read", "--job", "job", "--format", "jsonl", "--record", "recording")
    assert read.returncode == 0
    again = call(
        "extract",
        here / "pages",
        "--reader",
        "replay",
        "--recordings",
        here / "recording",
        "--format",
        "jsonl",
    )
    assert again.returncode == 0
    before, after = (
        [json.loads(line)["lineage"] for line in done.stdout.splitlines()] for done in (read, again)
    )
    assert before == after


def test_imports_at_the_same_time_lose_nothing_of_each_other(run: Run, spawn: Run, here: Path) -> None:
    _export(run)
    kinds = zip((batch_provider.expired, batch_provider.truncated), _requests(here), strict=True)
    files = [batch_provider.write(here / f"{n}.jsonl", [kind(one)]) for n, (kind, one) in enumerate(kinds)]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda file: spawn("import", file, "--job", "job", "--no-next"), files))
    assert len((here / "job" / "kept.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_long_page_is_asked_in_pieces_and_its_recording_replayed(run: Run, here: Path, call: Run) -> None:
    lines = [f"Line {number} of a long page about tea" for number in range(100)]
    (here / "long.txt").write_text("\n".join(lines), encoding="utf-8")
    options = ["--model", "m", "--plan", "one", "--max-page-chars", "1500"]
    run("export", "long.txt", "--job", "job", *options)
    first = _requests(here)
    assert len(first) > 2
    output = batch_provider.write(here / "a.jsonl", map(batch_provider.valid, first))
    assert run("import", output, "--job", "job").returncode == 0
    assert run("read", "--job", "job", "--record", "recording").returncode == 0
    replayed = call("extract", here / "long.txt", "--reader", "replay", "--recordings", here / "recording")
    assert replayed.returncode == 0


def test_the_mode_of_a_new_job_is_that_of_the_environment(
    run: Run, here: Path, bare: pytest.MonkeyPatch
) -> None:
    bare.setenv("EXTRACTOR_MODE", "tools")
    _export(run)
    bare.delenv("EXTRACTOR_MODE")
    assert run("export", "--job", "job", "--waiting").returncode == 0
    assert all("tools" in one["body"] for one in (*_requests(here), *_requests(here, 2)))


def test_an_import_may_leave_the_next_round_to_later(run: Run, here: Path) -> None:
    _export(run)
    error = batch_provider.write(here / "error.jsonl", map(batch_provider.expired, _requests(here)))
    assert "round" not in run("import", error, "--job", "job", "--no-next").stdout
    assert "round 2: 2 requests." in run("export", "--job", "job").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "pages", "--job", "job"], "EXTRACTOR_MODEL or use --model"),
        (["export", "pages", "--job", "job", "--model", "m", "--plan", "x"], "no plan 'x'"),
        (["export", "nothing.txt", "--job", "job", "--model", "m"], "no such file"),
        (["export", "pages", "--job", "pages", "--model", "m"], "not empty"),
        (["export", "--job", "job"], "EXTRACTOR_MODEL or use --model"),
        (["import", "pages/tea.txt", "--job", "job"], "holds no batch job"),
        (["read", "--job", "job"], "holds no batch job"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    run: Run, here: Path, arguments: list[str], said: str
) -> None:
    before = sorted(here.rglob("*"))
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert sorted(here.rglob("*")) == before


def test_nothing_is_ever_sent(run: Run, here: Path) -> None:
    """A server that listens at the job's address hears nothing, from export to read."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/v1"
        run("export", "pages", "--job", "job", "--model", "m", "--base-url", address)
        output = batch_provider.write(here / "a.jsonl", map(batch_provider.valid, _requests(here)[:3]))
        assert run("import", output, "--job", "job").returncode == 0
        assert run("read", "--job", "job").returncode == 4
        with pytest.raises(TimeoutError):
            server.accept()
