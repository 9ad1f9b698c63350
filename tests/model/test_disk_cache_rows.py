"""Rows that are not what was written, and rows that would do harm."""

import hashlib
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import diskcache
import pytest
from caching import Cached, ask, counts, sql
from scripted import Scripted, question

from extractor.model.client import Reply


def _flip(value: str) -> str:
    return value.replace("{}", "[]", 1)


def _other_key(value: str) -> str:

    text = value.partition("\n")[2].replace('"key":"', '"key":"0', 1)
    return hashlib.sha256(text.encode()).hexdigest() + "\n" + text


def _no_answer(_: str) -> str:

    return hashlib.sha256(b"[1]\n{}").hexdigest() + "\n[1]\n{}"


@pytest.mark.parametrize(
    "forge",
    [
        pytest.param(_flip, id="a changed byte"),
        pytest.param(lambda value: value[:-1], id="a cut value"),
        pytest.param(lambda _: "", id="an empty value"),
        pytest.param(lambda value: value.encode(), id="bytes"),
        pytest.param(lambda _: 7, id="a number"),
        pytest.param(lambda _: None, id="nothing"),
        pytest.param(_other_key, id="an answer to another request"),
        pytest.param(_no_answer, id="no answer"),
    ],
)
def test_a_value_that_is_not_the_one_written_is_a_miss_and_is_replaced(
    cached: Cached, cache_folder: Path, forge: Callable[[str], Any]
) -> None:
    ask(cached(Scripted(Reply("{}"))))
    ((value,),) = sql(cache_folder, "SELECT value FROM Cache")
    sql(cache_folder, "UPDATE Cache SET value = ?", forge(value))
    second = cached(Scripted(Reply("{ }")))
    assert ask(second).text == "{ }"
    assert ask(second) == Reply("{ }", cached=True)
    assert counts(second) == (1, 1, 1)


def test_a_byte_that_is_no_text_is_a_miss_and_not_the_end_of_the_cache(
    cached: Cached, cache_folder: Path
) -> None:
    ask(cached(Scripted(Reply("{}"))))
    sql(cache_folder, "UPDATE Cache SET value = CAST(X'FFFE' AS TEXT)")
    second = cached(Scripted(Reply("{ }")))
    ask(second)
    assert ask(second).cached


class _Bomb:
    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.marker),)


def _pickle_row(cache_folder: Path, marker: Path, key: str, filename: str | None) -> None:
    payload = pickle.dumps(_Bomb(marker))
    if filename is not None:
        (cache_folder / filename).write_bytes(payload)
    value = None if filename else payload
    sql(
        cache_folder,
        "INSERT INTO Cache(key, raw, mode, filename, value, access_count) VALUES (?, 1, 4, ?, ?, 0)",
        key,
        filename,
        value,
    )


@pytest.mark.parametrize("filename", [None, "bomb.val", "../bomb.val"])
def test_a_row_that_holds_a_pickle_runs_no_code(
    cached: Cached, cache_folder: Path, tmp_path: Path, filename: str | None
) -> None:
    client = Scripted(Reply("{}"))
    cached(client)
    marker = tmp_path / "it ran"
    _pickle_row(cache_folder, marker, question().key(client.endpoint), filename)

    cache = cached(client)
    assert ask(cache).text == "{}"
    assert not marker.exists()
    assert cache.damaged == 1
    assert ask(cache).cached
    if filename:
        assert (cache_folder / filename).exists()


@pytest.mark.parametrize("filename", [None, "bomb.val"])
def test_the_same_row_does_run_code_in_a_plain_cache(
    cache_folder: Path, tmp_path: Path, filename: str | None
) -> None:
    """Else the test above would show nothing."""
    marker = tmp_path / "it ran"
    with diskcache.Cache(str(cache_folder)) as plain:
        _pickle_row(cache_folder, marker, "k", filename)
        plain.get("k")
    assert marker.exists()


def test_a_row_that_names_a_file_outside_reads_and_deletes_nothing(
    cached: Cached, cache_folder: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hush", encoding="utf-8")
    ask(cached(Scripted(Reply("{}"))))
    sql(cache_folder, "UPDATE Cache SET mode = 3, filename = ?, value = NULL", "../secret.txt")
    cache = cached(Scripted(Reply("{ }")))
    assert ask(cache).text == "{ }"
    assert ask(cache).cached
    assert secret.read_text(encoding="utf-8") == "hush"
