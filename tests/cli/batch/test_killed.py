"""`extractor batch`, killed with SIGKILL before each single change that it makes to a file."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import batch_provider
import kill_sweep
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

STEPS = {
    "export": ["batch", "export", "pages", "--job", "job", "--model", "m", "--plan", "one"],
    "import": ["batch", "import", "error.jsonl", "output.jsonl", "--job", "job"],
    "read": ["batch", "read", "--job", "job", "--format", "jsonl"],
}


@pytest.mark.slow
@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_any_moment_loses_nothing(run: Run, here: Path, tmp_path: Path, step: str) -> None:
    if step != "export":
        run(*STEPS["export"][1:])
        first = batch_provider.requests_of(here / "job" / "round-001")
        batch_provider.write(here / "output.jsonl", [batch_provider.answered(first[0], "{}")])
        batch_provider.write(here / "error.jsonl", [batch_provider.expired(first[1])])
    shutil.copytree(here, tmp_path / "start")
    if step == "read":
        shutil.copytree(tmp_path / "cache", tmp_path / "start" / "cache")
    killed = _sweep(tmp_path, STEPS[step])
    assert killed >= (2 if step == "read" else 8)
    whole = _left(tmp_path / str(killed))
    assert whole
    for number in range(killed):
        assert _left(tmp_path / str(number)) == whole


def _sweep(folder: Path, arguments: list[str]) -> int:
    script = [sys.executable, kill_sweep.__file__, str(folder), *arguments]
    done = subprocess.run(script, capture_output=True, text=True, timeout=300, check=True)
    return int(done.stdout)


def _left(place: Path) -> dict[str, bytes]:
    """The files of a job, and what the command said when it came to its end, but for what it found done."""
    found = {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file() and not path.is_relative_to(place / "cache") and path.name != "said.1"
    }
    pages = [
        line
        for line in (place / "said.1").read_bytes().splitlines()
        if line.startswith((b"pages", b"paid", b"{"))
    ]
    return found | {"said": b"\n".join(pages)}
