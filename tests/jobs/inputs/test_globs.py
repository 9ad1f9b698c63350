"""Files that a pattern names."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.jobs.inputs.globs import found_by_glob
from extractor.jobs.inputs.page import Skipped

SHOW = "import sys; from extractor.jobs.inputs.globs import found_by_glob; print(*found_by_glob(sys.argv[1]))"
PLAIN_ROOT = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
"""Root that may open only what others may."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a/x.txt", "a/b/y.txt", "shut/z.txt", "shut.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("tea", encoding="utf-8")
    return tmp_path


def paths(folder: Path, pattern: str) -> list[str]:
    found = found_by_glob(f"{folder}/{pattern}")
    return [path.relative_to(folder).as_posix() for path in found if not isinstance(path, Skipped)]


def test_paths_come_in_their_order(folder: Path) -> None:
    assert paths(folder, "**/*.txt") == ["a/b/y.txt", "a/x.txt", "shut/z.txt", "shut.txt"]
    assert paths(folder, "*/*.txt") == ["a/x.txt", "shut/z.txt"]


def test_what_a_job_wrote_is_passed_over_unless_its_folder_is_named(folder: Path) -> None:
    out = folder / "a" / "out"
    out.mkdir()
    for name in ("manifest.json", "inputs.jsonl", "lock"):
        (out / name).touch()
    assert paths(folder, "a/**/*") == ["a/b/y.txt", "a/x.txt"]
    assert paths(folder, "a/out/*.jsonl") == ["a/out/inputs.jsonl"]


@pytest.mark.skipif(
    os.geteuid() == 0 and not shutil.which("setpriv"), reason="root opens every folder without setpriv"
)
@pytest.mark.parametrize(
    ("pattern", "skipped"), [("**/*.txt", True), ("sh*/*.txt", True), ("a*/*.txt", False), ("*.txt", False)]
)
def test_a_folder_on_the_way_that_may_not_be_opened_is_skipped(
    folder: Path, pattern: str, *, skipped: bool
) -> None:
    (folder / "shut").chmod(0)
    try:
        shown = subprocess.run(
            [*(PLAIN_ROOT if os.geteuid() == 0 else []), sys.executable, "-c", SHOW, f"{folder}/{pattern}"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    finally:
        (folder / "shut").chmod(0o700)
    assert ("may not be opened" in shown) is skipped
