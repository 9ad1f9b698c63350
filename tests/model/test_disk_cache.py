import logging
import os
import pickle
import sqlite3
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import diskcache
import pytest
from openai_server import OpenAIServer, failure

from extractor.errors import ModelError, SettingsError
from extractor.model.client import Reply, Request
from extractor.model.disk_cache import CachedClient
from extractor.model.instructor_client import InstructorClient

CANARY = "sk-canary-0123456789"
Scripted = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def cached(folder: Path) -> Iterator[Callable[[Any], CachedClient]]:
    """Opens caches on `folder` and closes them."""
    opened: list[CachedClient] = []

    def build(client: Any) -> CachedClient:
        opened.append(CachedClient(client, folder))
        return opened[-1]

    yield build
    for one in opened:
        one.close()


def sql(folder: Path, statement: str, *values: Any) -> list[Any]:
    connection = sqlite3.connect(folder / "cache.db")
    try:
        with connection:
            return connection.execute(statement, values).fetchall()
    finally:
        connection.close()


def counts(cache: CachedClient) -> tuple[int, int, int]:
    return cache.hits, cache.misses, cache.damaged


def test_the_second_read_sends_no_request_in_this_run_or_the_next(
    scripted: Scripted, cached: Any, request_: Request
) -> None:
    client = scripted(Reply("{}", tokens_in=5))
    first = cached(client)
    assert not first.complete(request_).cached
    again, later = first.complete(request_), cached(client).complete(request_)
    assert again == later == Reply("{}", tokens_in=5, cached=True)
    assert len(client.requests) == 1
    assert counts(first) == (1, 1, 0)


def test_another_request_or_endpoint_is_another_answer(
    scripted: Scripted, cached: Any, request_: Request
) -> None:
    cached(scripted(Reply("one"))).complete(request_)
    assert cached(scripted(Reply("two"))).complete(replace(request_, model="n")).text == "two"
    assert cached(scripted(Reply("three"), endpoint="http://else/v1")).complete(request_).text == "three"


@pytest.mark.parametrize(
    "reply",
    [Reply("{", finish_reason="length"), Reply("", refusal="no"), Reply(""), Reply("{}", finish_reason=None)],
)
def test_only_finished_answers_are_kept(
    scripted: Scripted, cached: Any, request_: Request, folder: Path, reply: Reply
) -> None:
    cached(scripted(reply)).complete(request_)
    assert sql(folder, "SELECT * FROM Cache") == []


def test_a_failed_request_is_not_kept(
    server: OpenAIServer,
    connect: Callable[..., InstructorClient],
    cached: Any,
    request_: Request,
    folder: Path,
) -> None:
    server.play(failure(401))
    with pytest.raises(ModelError):
        cached(connect()).complete(request_)
    assert sql(folder, "SELECT * FROM Cache") == []


def _flip(value: str) -> str:
    return value.replace("{}", "[]", 1)


def _other_key(value: str) -> str:
    import hashlib  # noqa: PLC0415 - a forger has to compute the hash

    text = value.partition("\n")[2].replace('"key":"', '"key":"0', 1)
    return hashlib.sha256(text.encode()).hexdigest() + "\n" + text


@pytest.mark.parametrize(
    "forge",
    [
        pytest.param(_flip, id="a changed byte"),
        pytest.param(lambda value: value[:-1], id="a cut value"),
        pytest.param(lambda _: "", id="an empty value"),
        pytest.param(lambda value: value.encode(), id="bytes"),
        pytest.param(lambda _: 7, id="a number"),
        pytest.param(_other_key, id="an answer to another request"),
    ],
)
def test_a_value_that_is_not_the_one_written_is_a_miss_and_is_replaced(
    scripted: Scripted, cached: Any, request_: Request, folder: Path, forge: Callable[[str], Any]
) -> None:
    cached(scripted(Reply("{}"))).complete(request_)
    ((value,),) = sql(folder, "SELECT value FROM Cache")
    sql(folder, "UPDATE Cache SET value = ?", forge(value))
    client = scripted(Reply("{ }"))
    second = cached(client)
    assert second.complete(request_).text == "{ }"
    assert second.complete(request_) == Reply("{ }", cached=True)
    assert counts(second) == (1, 1, 1)


def test_a_byte_that_is_no_text_is_a_miss_and_not_the_end_of_the_cache(
    scripted: Scripted, cached: Any, request_: Request, folder: Path
) -> None:
    cached(scripted(Reply("{}"))).complete(request_)
    sql(folder, "UPDATE Cache SET value = CAST(X'FFFE' AS TEXT)")
    second = cached(scripted(Reply("{ }")))
    second.complete(request_)
    assert second.complete(request_).cached


class _Bomb:
    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.marker),)


def _pickle_row(folder: Path, marker: Path, key: str, filename: str | None) -> None:
    payload = pickle.dumps(_Bomb(marker))
    if filename is not None:
        (folder / filename).write_bytes(payload)
    value = None if filename else payload
    sql(
        folder,
        "INSERT INTO Cache(key, raw, mode, filename, value, access_count) VALUES (?, 1, 4, ?, ?, 0)",
        key,
        filename,
        value,
    )


@pytest.mark.parametrize("filename", [None, "bomb.val", "../bomb.val"])
def test_a_row_that_holds_a_pickle_runs_no_code(
    scripted: Scripted, cached: Any, request_: Request, folder: Path, tmp_path: Path, filename: str | None
) -> None:
    client = scripted(Reply("{}"))
    cached(client)
    marker = tmp_path / "it ran"
    key = request_.key(client.endpoint)
    _pickle_row(folder, marker, key, filename)

    cache = cached(client)
    assert cache.complete(request_).text == "{}"
    assert not marker.exists()
    assert cache.damaged == 1
    assert cache.complete(request_).cached
    if filename:
        assert (folder / filename).exists()


@pytest.mark.parametrize("filename", [None, "bomb.val"])
def test_the_same_row_does_run_code_in_a_plain_cache(
    folder: Path, tmp_path: Path, filename: str | None
) -> None:
    """Else the test above would show nothing."""
    marker = tmp_path / "it ran"
    with diskcache.Cache(str(folder)) as plain:
        _pickle_row(folder, marker, "k", filename)
        plain.get("k")
    assert marker.exists()


def test_a_row_that_names_a_file_outside_reads_and_deletes_nothing(
    scripted: Scripted, cached: Any, request_: Request, folder: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hush", encoding="utf-8")
    cached(scripted(Reply("{}"))).complete(request_)
    sql(folder, "UPDATE Cache SET mode = 3, filename = ?, value = NULL", "../secret.txt")
    cache = cached(scripted(Reply("{ }")))
    assert cache.complete(request_).text == "{ }"
    assert cache.complete(request_).cached
    assert secret.read_text(encoding="utf-8") == "hush"


def test_the_key_stands_in_no_byte_below_the_folder(
    connect: Callable[..., InstructorClient], cached: Any, request_: Request, folder: Path
) -> None:
    cached(connect(api_key=CANARY)).complete(request_)
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    assert [file for file in files if CANARY.encode() in file.read_bytes()] == []


def test_the_folder_is_the_owners_alone(scripted: Scripted, cached: Any, folder: Path) -> None:
    cached(scripted(Reply("{}")))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_can_write_to_is_refused(scripted: Scripted, folder: Path, mode: int) -> None:
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(SettingsError, match="chmod 700"):
        CachedClient(scripted(Reply("{}")), folder)


def test_a_folder_that_is_a_symbolic_link_is_refused(
    scripted: Scripted, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "real")
    with pytest.raises(SettingsError, match="symbolic link"):
        CachedClient(scripted(Reply("{}")), folder)


def test_a_broken_cache_is_one_warning_and_then_no_cache(
    scripted: Scripted, cached: Any, request_: Request, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder.mkdir(mode=0o700)
    (folder / "cache.db").write_bytes(b"no database" * 1000)
    client = scripted(Reply("{}"))
    cache = cached(client)
    assert [cache.complete(request_).text for _ in range(2)] == ["{}", "{}"]
    assert len(client.requests) == 2
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert str(folder) in caplog.text


def test_a_cache_that_breaks_while_it_is_open_does_not_stop_the_reading(
    scripted: Scripted, cached: Any, request_: Request, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cache = cached(scripted(Reply("{}")))
    sql(folder, "DROP TABLE Cache")
    assert [cache.complete(request_).text for _ in range(2)] == ["{}", "{}"]
    assert len(caplog.records) == 1


def test_nothing_is_evicted_and_no_value_becomes_a_file(
    scripted: Scripted, cached: Any, request_: Request, folder: Path
) -> None:
    cache = cached(scripted(Reply("x" * 100_000)))
    requests = [replace(request_, model=f"m{number}") for number in range(20)]
    for request in requests + requests:
        cache.complete(request)
    assert counts(cache) == (20, 20, 0)
    assert list(folder.rglob("*.val")) == []
    settings = dict(sql(folder, "SELECT key, value FROM Settings"))
    assert settings["eviction_policy"] == "none"
