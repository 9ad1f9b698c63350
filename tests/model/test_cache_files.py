"""What lies in a folder of the answer cache."""

import pickle
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import SettingsError
from extractor.model.answer_store import AnswerStore
from extractor.model.cache_files import clear, stats, verify
from extractor.model.client import Reply


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def store(folder: Path) -> AnswerStore:
    """A cache of three answers, by two models and by nobody knows whom."""
    store = AnswerStore(folder)
    for key, model in (("a", "tea"), ("b", "tea"), ("c", "")):
        row = store.row(key, Reply("{}" * 50), model)
        assert row
        assert store.keep([row])
    return store


def sql(folder: Path, statement: str, *values: Any) -> None:
    connection = sqlite3.connect(folder / "cache.db")
    with connection:
        connection.execute(statement, values)
    connection.close()


@pytest.mark.usefixtures("store")
def test_answers_and_bytes_are_counted_by_model(folder: Path) -> None:
    found = stats(folder)
    assert (found.entries, found.models, found.damaged, found.aside) == (3, {"": 1, "tea": 2}, 0, 0)
    assert found.bytes == sum(file.stat().st_size for file in folder.iterdir())


@pytest.mark.usefixtures("store")
def test_a_sound_cache_is_sound(folder: Path) -> None:
    found = verify(folder)
    assert (found.entries, found.rows, found.database, found.orphans) == (3, [], [], [])
    assert found.sound


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("value = replace(value, '{}', '[]')", "hash"),
        ("value = substr(value, 1, 80)", "hash"),
        ("value = CAST(X'FFFE' AS TEXT)", "no text"),
        ("value = X'00FF'", "no text"),
        ("value = 7", "no text"),
        ("filename = '../secret'", "no text"),
        ("mode = 4", "no text"),
        ("raw = 0", "no text"),
        ("key = 'z'", "another request"),
        ("key = 9", "no text"),
    ],
)
@pytest.mark.usefixtures("store")
def test_a_damaged_row_is_listed_with_the_reason(folder: Path, change: str, why: str) -> None:
    sql(folder, f"UPDATE Cache SET {change} WHERE key = 'b'")
    found = verify(folder)
    assert not found.sound
    assert found.entries == 3
    assert [why in reason for _, reason in found.rows] == [True]
    assert (stats(folder).damaged, stats(folder).entries) == (1, 3)


class _Bomb:
    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> Any:
        return Path.mkdir, (self.marker,)


@pytest.mark.usefixtures("store")
def test_a_key_that_is_a_pickle_runs_no_code(folder: Path, tmp_path: Path) -> None:
    payload = pickle.dumps(_Bomb(tmp_path / "it ran"))
    sql(folder, "UPDATE Cache SET key = ?, raw = 0 WHERE key = 'b'", payload)
    assert not verify(folder).sound
    assert stats(folder).damaged == 1
    assert clear(folder) == 3
    assert not (tmp_path / "it ran").exists()


@pytest.mark.usefixtures("store")
def test_files_that_are_not_the_caches_are_listed_and_left_alone(folder: Path) -> None:
    (folder / "ab").mkdir()
    (folder / "ab" / "x.val").write_text("x", encoding="utf-8")
    (folder / "link").symlink_to(folder / "cache.db")
    found = verify(folder)
    assert found.orphans == ["ab/x.val", "link"]
    assert found.sound
    clear(folder)
    assert (folder / "ab" / "x.val").exists()


@pytest.mark.usefixtures("store")
def test_a_corrupted_database_is_said_to_be_one(folder: Path) -> None:
    (folder / "cache.db").write_bytes(b"no database" * 100)
    (folder / "cache.db-wal").unlink()
    assert not verify(folder).sound
    assert verify(folder).database
    for action in (stats, clear):
        with pytest.raises(SettingsError, match="cache verify"):
            action(folder)


def test_clearing_removes_every_answer_and_gives_space_back(folder: Path, store: AnswerStore) -> None:
    row = store.row("big", Reply("x" * 300_000), "m")
    assert row
    assert store.keep([row])
    (folder / "cache.corrupt-1.db").write_bytes(b"old")
    assert clear(folder) == 4
    store.close()
    assert stats(folder).entries == 0
    assert stats(folder).bytes < 200_000
    assert not (folder / "cache.corrupt-1.db").exists()


def test_a_program_that_uses_the_cache_goes_on_after_it_was_cleared(folder: Path, store: AnswerStore) -> None:
    assert store.find("a")
    clear(folder)
    assert store.find("a") is None
    row = store.row("a", Reply("{}"), "m")
    assert row
    assert store.keep([row])
    assert store.find("a")


@pytest.mark.parametrize("action", [stats, verify, clear])
def test_where_there_is_no_cache_it_says_so_and_makes_none(folder: Path, action: Any) -> None:
    with pytest.raises(SettingsError, match="there is no answer cache in"):
        action(folder)
    assert not folder.exists()


@pytest.mark.usefixtures("store")
def test_a_cache_behind_a_link_is_none(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    with pytest.raises(SettingsError, match="no answer cache"):
        clear(tmp_path / "link")
