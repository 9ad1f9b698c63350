"""`extractor cache`."""

import json
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.model.answer_store import AnswerStore
from extractor.model.client import Reply

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache of one answer."""
    store = AnswerStore(tmp_path / "cache")
    row = store.row("k", Reply("{}"), "tea\x1b[31m")
    assert row
    assert store.keep([row])
    store.close()
    return tmp_path / "cache"


def damage(folder: Path) -> None:
    connection = sqlite3.connect(folder / "cache.db")
    with connection:
        connection.execute("UPDATE Cache SET value = value || ' '")
    connection.close()


def test_stats_say_how_much_of_which_model(call: Run, folder: Path) -> None:
    done = call("cache", "stats", "--dir", folder)
    assert done.returncode == 0
    assert f"{folder}: 1 answers" in done.stdout
    assert "tea\\x1b[31m: 1" in done.stdout
    found = json.loads(call("cache", "stats", "--dir", folder, "--json").stdout)
    assert (found["entries"], found["models"], found["folder"]) == (1, {"tea\x1b[31m": 1}, str(folder))


def test_the_folder_is_that_of_the_settings(run: Run, folder: Path) -> None:
    assert "1 answers" in run("cache", "stats", EXTRACTOR_CACHE_DIR=str(folder)).stdout


def test_verify_is_quiet_and_zero_where_all_is_well(call: Run, folder: Path) -> None:
    done = call("cache", "verify", "--dir", folder)
    assert (done.returncode, done.stdout) == (0, f"{folder}: 1 answers, nothing is damaged\n")


def test_verify_lists_what_is_damaged_and_is_one(call: Run, folder: Path) -> None:
    damage(folder)
    (folder / "stray.val").write_text("x", encoding="utf-8")
    done = call("cache", "verify", "--dir", folder)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "damaged answer k: its hash is another",
        "not the cache's: stray.val",
        f"{folder}: 1 answers, 1 damaged",
    ]
    as_json = call("cache", "verify", "--dir", folder, "--json")
    assert as_json.returncode == 1
    found = json.loads(as_json.stdout)
    assert (found["sound"], found["rows"]) == (False, [["k", "its hash is another"]])
    assert "damaged: 1" in call("cache", "stats", "--dir", folder).stdout


def test_clear_asks_before_it_removes(run: Run, folder: Path) -> None:
    kept = run("cache", "clear", "--dir", folder, stdin="n\n")
    assert kept.returncode == 130
    assert "Remove 1 answers" in kept.stdout
    assert "1 answers" in run("cache", "stats", "--dir", folder).stdout
    assert run("cache", "clear", "--dir", folder, stdin="y\n").returncode == 0
    assert "0 answers" in run("cache", "stats", "--dir", folder).stdout


def test_clear_does_not_ask_where_it_was_told_not_to(call: Run, folder: Path) -> None:
    done = call("cache", "clear", "--yes", "--dir", folder)
    assert (done.returncode, done.stdout) == (0, f"1 answers removed from {folder}\n")


@pytest.mark.parametrize("name", ["stats", "verify", "clear"])
def test_where_there_is_no_cache_it_says_where_it_looked(call: Run, tmp_path: Path, name: str) -> None:
    done = call("cache", name, "--dir", tmp_path / "nothing")
    assert done.returncode == 2
    assert f"there is no answer cache in {tmp_path / 'nothing'}" in done.stderr
    assert "--dir" in done.stderr
