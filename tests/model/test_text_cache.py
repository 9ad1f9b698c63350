"""A folder that may only be read, and settings that somebody forged."""

import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from extractor.model.answer_store import AnswerStore
from extractor.model.client import Reply
from extractor.model.text_cache import DiskTextCache, FrozenTextCache

ANSWER = Reply("{}", tokens_in=5, cached=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def kept(folder: Path) -> AnswerStore:
    """A store that keeps one answer under `k`."""
    store = AnswerStore(folder)
    row = store.row("k", Reply("{}", tokens_in=5), "m")
    assert row
    assert store.keep([row])
    return store


READ_ONLY = """
import logging, os, sys
from pathlib import Path
logging.basicConfig(format="%(message)s", stream=sys.stdout)
from extractor.model.answer_store import AnswerStore
from extractor.model.client import Reply
if os.geteuid() == 0:  # whom no permission binds
    os.setgid(65534)
    os.setuid(65534)
store = AnswerStore(Path(sys.argv[1]))
print(store.find("k"), store.find("other"), store.row("new", Reply("{}"), "m"))
store.close()
"""


def test_a_folder_that_cannot_be_written_to_is_read() -> None:
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Path(place) / "cache"
        kept(folder).close()
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(0o555)
        command = [sys.executable, "-c", READ_ONLY, str(folder)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
        folder.chmod(0o755)
    warning, answers = done.stdout.splitlines()
    assert "cannot be written to" in warning
    assert answers == f"{ANSWER!r} None None"


def test_settings_that_somebody_forged_do_not_choose_the_disk(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept(folder).close()
    forged: list[tuple[str, Any]] = [("eviction_policy", "least-recently-used"), ("disk_pickle_protocol", 0)]
    with sqlite3.connect(folder / "cache.db") as other:
        other.executemany("INSERT OR REPLACE INTO Settings VALUES (?, ?)", forged)
        other.execute("INSERT INTO Settings VALUES ('disk_directory', '/')")
    other.close()
    second = AnswerStore(folder)
    assert second.find("k") is None  # an unknown setting of the disk: one warning and no cache
    assert len(caplog.records) == 1


def test_several_rows_are_written_together_and_read_one_by_one(folder: Path) -> None:
    cache = DiskTextCache(folder, timeout=1)
    cache.set([("a", "one"), ("b", "two"), ("a", "three")])
    assert [cache.get(key) for key in ("a", "b", "c")] == ["three", "two", None]
    cache.close()
    assert cache.get("a") == "three"
    cache.close()


def test_a_frozen_cache_reads_and_keeps_nothing(folder: Path) -> None:
    disk = DiskTextCache(folder, timeout=1)
    disk.set([("a", "one")])
    disk.close()
    frozen = FrozenTextCache(folder)
    frozen.set([("b", "two")])
    assert [frozen.get(key) for key in ("a", "b")] == ["one", None]
    frozen.close()
