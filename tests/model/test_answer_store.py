"""What happens to the folder: each costs kept answers at most, and is said once."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.model.answer_store import AnswerStore
from extractor.model.client import Reply

ANSWER = Reply("{}", tokens_in=5, cached=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def store(folder: Path) -> Iterator[AnswerStore]:
    with_one = AnswerStore(folder, timeout=0.1)
    assert keep(with_one, "k")
    yield with_one
    with_one.close()


def keep(store: AnswerStore, key: str, text: str = "{}") -> bool:
    row = store.row(key, Reply(text, tokens_in=5), "m")
    return row is not None and store.keep([row])


def aside(folder: Path) -> list[Path]:
    return sorted(folder.glob("cache.corrupt-*.db"))


def test_a_corrupted_database_is_put_aside_and_a_new_one_begun(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder.mkdir(mode=0o700)
    (folder / "cache.db").write_bytes(b"no database" * 1000)
    store = AnswerStore(folder)
    assert store.find("k") is None
    assert keep(store, "k")
    assert store.find("k") == ANSWER
    assert [file.read_bytes() for file in aside(folder)] == [b"no database" * 1000]
    assert len(caplog.records) == 1
    assert "renamed cache.corrupt-" in caplog.text
    store.close()


def test_so_is_one_that_turns_out_to_be_when_it_is_read(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = AnswerStore(folder)
    assert all(keep(store, f"k{number}", "x" * 9000) for number in range(50))
    store.close()
    with (folder / "cache.db").open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(150_000))
    second = AnswerStore(folder)
    assert [second.find(f"k{number}") for number in range(50)].count(None) > 0
    assert keep(second, "new")
    assert second.find("new") == ANSWER
    assert len(aside(folder)) == 1
    assert len(caplog.records) == 1
    second.close()


def test_who_comes_second_does_not_put_the_new_database_aside(folder: Path) -> None:
    store = AnswerStore(folder)
    assert all(keep(store, f"k{number}", "x" * 9000) for number in range(50))
    store.close()
    first, second = AnswerStore(folder), AnswerStore(folder)
    with (folder / "cache.db").open("r+b") as file:
        file.seek(0)
        file.write(os.urandom(200_000))
    first.close()
    second.close()
    for one in (first, second):
        one.find("k1")
    assert keep(first, "a")
    assert keep(second, "b")
    assert first.find("b") == second.find("a") == ANSWER
    assert len(aside(folder)) == 1
    first.close()
    second.close()


def test_a_folder_deleted_while_it_is_open_is_made_anew(
    store: AnswerStore, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.rmtree(folder)
    assert store.find("k") is None
    assert keep(store, "k")
    assert store.find("k") == ANSWER
    shutil.rmtree(folder)
    assert keep(store, "k2")
    assert AnswerStore(folder).find("k2") == ANSWER
    assert len(caplog.records) == 1
    assert "deleted or replaced" in caplog.text


def test_a_folder_that_is_no_longer_safe_is_done_without(
    store: AnswerStore, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    folder.chmod(0o777)
    assert [store.find("k"), keep(store, "k")] == [None, False]
    assert list(folder.iterdir()) == []
    assert "others may write" in caplog.text


def test_a_database_that_breaks_while_it_is_open_is_one_warning(
    store: AnswerStore, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with sqlite3.connect(folder / "cache.db") as other:
        other.execute("DROP TABLE Cache")
    other.close()
    assert [store.find("k"), store.find("k"), keep(store, "k")] == [None, None, False]
    assert len(caplog.records) == 1
    assert str(folder) in caplog.text


def test_where_the_disk_is_full_answers_are_still_read(
    store: AnswerStore, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A bound of the database's size makes sqlite say what it says of a full disk."""
    store.close()
    with sqlite3.connect(folder / "cache.db") as other:
        other.execute("INSERT INTO Settings VALUES ('sqlite_max_page_count', 20)")
    other.close()
    full = AnswerStore(folder)
    assert [keep(full, str(number), "x" * 30_000) for number in range(9)][-2:] == [False, False]
    assert full.find("k") == ANSWER
    assert len(caplog.records) == 1
    assert "full" in caplog.text
    full.close()


def test_a_lock_held_too_long_is_no_answer_kept_and_no_end(
    store: AnswerStore, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    other = sqlite3.connect(folder / "cache.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert not keep(store, "k2")
    assert store.find("k") == ANSWER
    other.execute("COMMIT")
    other.close()
    assert keep(store, "k2")
    assert len(caplog.records) == 1
    assert "locked for 0.1 s" in caplog.text


def test_a_folder_that_cannot_be_made_is_one_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    store = AnswerStore(tmp_path / "file" / "cache")
    assert [store.find("k"), keep(store, "k")] == [None, False]
    assert len(caplog.records) == 1
