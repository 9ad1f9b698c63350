"""What docs/reports.md shows is run here, on a copy of the suite."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nursery import Nursery

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    extractor (.*)$", TEXT, re.MULTILINE)
FILES = re.compile(r"--(?:json|markdown|junit|html|summary|output) (\S+)")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name in ("documents", "gold", "labellings", "baseline"):
        shutil.copytree(ROOT / "eval" / name, folder / "eval" / name)
    shutil.copy(ROOT / "eval" / "suite.toml", folder / "eval")
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_writes_what_it_names(command: str, place: Path, nursery: Nursery) -> None:
    done = nursery.run(shlex.split(command), cwd=place, environ=os.environ)
    assert done.returncode in {0, 1}, done.stderr  # 1: worse than a baseline that is being worked on
    assert all((place / name).stat().st_size > 1000 for name in FILES.findall(command))


def test_the_script_writes_its_files_and_says_what_is_missing(place: Path) -> None:
    (script,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=place, capture_output=True, text=True, check=True
    )
    assert re.fullmatch(r"\d+ of \d+ values are missing, in 5 documents\n", done.stdout)
    assert (place / "report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
