"""What disks, folders and users do to a job while it goes: a clear end, and nothing lost."""

import os
import shutil
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tea
from openai_plays import Play, Received
from openai_server import OpenAIServer

from extractor.jobs.errors import RunFolderError
from extractor.jobs.manifest import Manifest
from extractor.jobs.outcome import PageOutcome
from extractor.jobs.status import status_of

COMMAND = Path(sys.executable).parent / "extractor"
NEEDS_MOUNT = pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="mounting needs root")


def mounted(place: Path, options: str) -> bool:
    """Whether a file system in memory could be put at a place: containers may forbid it."""
    place.mkdir(exist_ok=True)
    words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for 256 kB."""
    place = tmp_path / "small"
    if not mounted(place, "size=256k"):
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.fixture
def job_on(pages: Path, job_in: Callable[[Path], Any]) -> Callable[[Path, int], Any]:
    """A job in a folder, whose pages have that many bytes each."""

    def make(out: Path, size: int) -> Any:
        for path in sorted(pages.iterdir()):
            path.write_text(f"Tea {path.stem}\n" + "warm " * (size // 5), encoding="utf-8")
        return job_in(out)

    return make


@NEEDS_MOUNT
def test_a_full_disk_ends_the_session_and_with_room_the_job_goes_on(
    job_on: Callable[[Path, int], Any], small_disk: Path, tmp_path: Path
) -> None:
    filler = small_disk / "filler"
    filler.write_bytes(bytes(200_000))
    job = job_on(small_disk / "out", 9000)
    with pytest.raises(RunFolderError, match="no room left"):
        job.go(workers=1)
    done = status_of(job.out).counts["ok"]
    assert 0 < done < 10
    filler.unlink()
    job.go(workers=1)
    other = job_on(tmp_path / "other", 9000)
    other.go()
    assert job.results() == other.results()
    assert len(set(job.reader.read_ids[:done])) == done
    assert len(job.reader.read_ids) == 11  # one did not fit


@NEEDS_MOUNT
def test_a_disk_too_full_for_the_final_files_keeps_the_journal(
    job_on: Callable[[Path, int], Any], small_disk: Path
) -> None:
    filler = small_disk / "filler"
    filler.write_bytes(bytes(60_000))
    job = job_on(small_disk / "out", 9000)
    with pytest.raises(RunFolderError, match="no room left"):
        job.go()
    assert status_of(job.out).counts["ok"] == 10
    assert list(job.out.glob("*.part")) == list(job.out.glob("results-*")) == []
    filler.unlink()
    job.go()
    assert len(job.reader.read_ids) == 10
    assert status_of(job.out).state == "ended"


@NEEDS_MOUNT
def test_a_read_only_folder_is_refused(job: Any, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    job.out = small_disk / "out"
    with pytest.raises(RunFolderError, match="cannot be written"):
        job.open()
    subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)
    job.go(stop_after=3)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(RunFolderError, match="cannot be written"):
        job.open()
    assert status_of(job.out).counts["open"] > 0


@pytest.mark.parametrize("replaced", [False, True])
def test_a_folder_that_is_deleted_meanwhile_ends_the_session(job: Any, replaced: bool) -> None:
    def delete(_: PageOutcome) -> None:
        if job.out.exists():
            shutil.rmtree(job.out)
            if replaced:
                job.out.mkdir()
                (job.out / "lock").touch()

    run = job.open()
    with pytest.raises(RunFolderError, match="was deleted meanwhile"):
        job.work(run, watch=delete)
    run.close()
    assert len(job.reader.read_ids) <= 8


def test_memory_stays_flat_in_the_number_of_pages(job: Any, tmp_path: Path) -> None:
    lines = (f'{{"id": "q{number}", "text": "Tea {number}"}}\n' for number in range(2000))
    job.pages = tmp_path / "many.jsonl"
    job.pages.write_text("".join(lines), encoding="utf-8")
    job.reader.read_ids = type("Nothing", (list,), {"append": lambda *_: None})()
    peaks = []
    tracemalloc.start()
    try:
        job.go(stop_after=500)
        peaks.append(tracemalloc.get_traced_memory()[1])
        job.go()
        peaks.append(tracemalloc.get_traced_memory()[1])
    finally:
        tracemalloc.stop()
    assert peaks[1] - peaks[0] < 1500 * 400 + 1_000_000


def begun(folder: Path, *arguments: str | Path, **more: str) -> subprocess.Popen[str]:
    environ = {
        key: value for key, value in os.environ.items() if not key.startswith(("EXTRACTOR_", "OPENAI_"))
    }
    return subprocess.Popen(
        [COMMAND, "run", *arguments],
        cwd=folder,
        env=environ | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A list of 400 pages."""
    path = tmp_path / "many.jsonl"
    page = "An invented page about tea.\\n" * 20
    path.write_text(
        "".join(f'{{"id": "q{number}", "text": "{page} {number}"}}\n' for number in range(400)),
        encoding="utf-8",
    )
    return path


def wait_for_lines(journal: Path, number: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if journal.exists() and journal.read_bytes().count(b"\n") >= number:
            return
        time.sleep(0.01)
    pytest.fail("the journal did not grow")


def test_ctrl_c_finishes_what_is_in_flight_and_says_how_to_go_on(many: Path, tmp_path: Path) -> None:
    first = begun(tmp_path, many, "--out", "out")
    wait_for_lines(tmp_path / "out" / "journal", 5)
    first.send_signal(signal.SIGINT)
    said = first.communicate(timeout=60)[1]
    assert first.returncode == 130
    assert "the pages in flight are finished; Ctrl-C again drops them" in said
    assert "pages are safe in out; run the same command again" in said
    manifest = Manifest.load(tmp_path / "out")
    assert manifest is not None
    assert manifest.sessions[-1].outcome == "interrupted"
    assert 5 <= manifest.counts["ok"] < 400
    second = begun(tmp_path, many, "--out", "out")
    out, said = second.communicate(timeout=60)
    assert (second.returncode, out) == (0, "ended: 400 in = 400 ok\n")
    assert f"{manifest.counts['ok']} done before" in said


def test_a_second_ctrl_c_ends_at_once(many: Path, tmp_path: Path) -> None:
    def answer(received: Received) -> Play:
        slow = len(server.received) > 3
        return Play(tea.reply(received).body, delay=600 if slow else 0)

    with OpenAIServer(answer) as server:
        model = ("--reader", "model", "--model", "m", "--plan", "one", "--base-url", server.url)
        words = (many, "--out", "out", *model, "--workers", "2")
        process = begun(tmp_path, *words, EXTRACTOR_CACHE_DIR=str(tmp_path / "cache"))
        wait_for_lines(tmp_path / "out" / "journal", 3)
        process.send_signal(signal.SIGINT)
        time.sleep(0.5)
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=20)[1]
    assert process.returncode == 130
    assert "interrupted: 3 of 400 pages are safe in out; run the same command again" in said
    assert "Traceback" not in said
    assert status_of(tmp_path / "out").counts["open"] == 397


def test_the_lock_dies_with_its_process(many: Path, tmp_path: Path) -> None:
    first = begun(tmp_path, many, "--out", "out")
    wait_for_lines(tmp_path / "out" / "journal", 2)
    first.send_signal(signal.SIGSTOP)
    assert status_of(tmp_path / "out").state == "running"
    second = begun(tmp_path, many, "--out", "out")
    assert "another run is at work here (process" in second.communicate(timeout=60)[1]
    assert second.returncode == 2
    first.kill()
    first.communicate()
    assert status_of(tmp_path / "out").state == "interrupted"
    third = begun(tmp_path, many, "--out", "out", "--quiet")
    assert third.communicate(timeout=60) == ("", "")
    assert third.returncode == 0


def test_processes_that_read_end_with_the_one_that_began_them(many: Path, tmp_path: Path) -> None:
    first = begun(tmp_path, many, "--out", "out", "--workers", "2", "--quiet")
    wait_for_lines(tmp_path / "out" / "journal", 5)
    listed = Path(f"/proc/{first.pid}/task/{first.pid}/children")
    if not listed.exists():
        pytest.skip("this system does not list children")
    children = [Path("/proc") / pid for pid in listed.read_text(encoding="utf-8").split()]
    assert len(children) >= 2
    first.kill()
    first.communicate()
    end = time.monotonic() + 20
    while any((child / "exe").exists() for child in children) and time.monotonic() < end:
        time.sleep(0.05)
    assert not [child for child in children if (child / "exe").exists()]
