"""Answers that are kept."""

import asyncio
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from caching import Cached, ask, counts, sql
from scripted import Scripted, question

from extractor.errors import ModelError, SettingsError
from extractor.model.client import Reply
from extractor.model.disk_cache import CachedClient


def test_the_second_read_sends_no_request_in_this_run_or_the_next(cached: Cached) -> None:
    client = Scripted(Reply('{"a": "é\n"}', tokens_in=5, tokens_out=3, tokens_cached=2, sent=2))
    first = cached(client)
    assert not ask(first).cached
    again, later = ask(first), ask(cached(client))
    assert again == later == Reply('{"a": "é\n"}', "stop", None, 5, 3, 2, 2, cached=True)
    assert len(client.requests) == 1
    assert counts(first) == (1, 1, 0)


def test_another_request_or_endpoint_is_another_answer(cached: Cached) -> None:
    ask(cached(Scripted(Reply("one"))))
    assert ask(cached(Scripted(Reply("two"))), question(model="n")).text == "two"
    assert ask(cached(Scripted(Reply("three"), endpoint="http://else/v1"))).text == "three"


def test_a_fresh_client_asks_again_and_its_answer_takes_the_place_of_the_kept_one(
    cached: Cached, cache_folder: Path
) -> None:
    ask(cached(Scripted(Reply("bad"))))
    fresh = CachedClient(Scripted(Reply("better")), cache_folder, fresh=True)
    assert ask(fresh) == Reply("better")
    fresh.close()
    assert ask(cached(Scripted(Reply("never asked")))).text == "better"


@pytest.mark.parametrize(
    "reply",
    [Reply("{", finish_reason="length"), Reply("", refusal="no"), Reply(""), Reply("{}", finish_reason=None)],
)
def test_only_finished_answers_are_kept(cached: Cached, cache_folder: Path, reply: Reply) -> None:
    cache = cached(Scripted(reply))
    ask(cache)
    assert not cache.put("k", reply)
    assert sql(cache_folder, "SELECT * FROM Cache") == []


def test_a_failed_request_is_not_kept(cached: Cached, cache_folder: Path) -> None:
    with pytest.raises(ModelError):
        ask(cached(Scripted(ModelError("no"))))
    assert sql(cache_folder, "SELECT * FROM Cache") == []


def test_an_answer_is_on_disk_before_it_is_handed_on(cached: Cached, cache_folder: Path) -> None:
    async def look() -> list[Any]:
        await cache.complete(question())
        return sql(cache_folder, "SELECT key FROM Cache")

    cache = cached(Scripted(Reply("{}")))
    assert asyncio.run(look()) == [(question().key("http://scripted/v1"),)]


def test_an_answer_that_came_another_way_is_put_and_looked_at_without_counting(cached: Cached) -> None:
    cache = cached(Scripted(Reply("never asked")))
    key = question().key(cache.endpoint)
    assert cache.peek(key) is None
    assert cache.put(key, Reply("{}", tokens_in=5), model="m")
    assert cache.put(key, Reply("{}", tokens_in=5, cached=True))
    assert cache.peek(key) == Reply("{}", tokens_in=5, cached=True)
    assert counts(cache) == (0, 0, 0)
    assert ask(cache).text == "{}"


def test_an_answer_that_is_no_text_is_handed_on_and_not_kept(
    cached: Cached, caplog: pytest.LogCaptureFixture
) -> None:
    client = Scripted(Reply("\ud800"), Reply("{}"))
    cache = cached(client)
    assert ask(cache).text == "\ud800"
    assert [ask(cache).cached, ask(cache).cached] == [False, True]
    assert len(caplog.records) == 1


def test_nothing_is_evicted_and_no_value_becomes_a_file(cached: Cached, cache_folder: Path) -> None:
    cache = cached(Scripted(Reply("x" * 100_000)))
    requests = [question(model=f"m{number}") for number in range(20)]
    for request in requests + requests:
        ask(cache, request)
    assert counts(cache) == (20, 20, 0)
    assert sorted(file.name for file in cache_folder.iterdir()) == [
        "cache.db",
        "cache.db-shm",
        "cache.db-wal",
    ]
    settings = dict(sql(cache_folder, "SELECT key, value FROM Settings"))
    assert settings["eviction_policy"] == "none"


def test_the_folder_is_the_owners_alone(cached: Cached, cache_folder: Path) -> None:
    cached(Scripted(Reply("{}")))
    assert stat.S_IMODE(cache_folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_can_write_to_is_refused(cache_folder: Path, mode: int) -> None:
    cache_folder.mkdir()
    cache_folder.chmod(mode)
    with pytest.raises(SettingsError, match="chmod 700"):
        CachedClient(Scripted(Reply("{}")), cache_folder)


def test_a_folder_that_is_a_symbolic_link_is_refused(cache_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    cache_folder.symlink_to(tmp_path / "real")
    with pytest.raises(SettingsError, match="symbolic link"):
        CachedClient(Scripted(Reply("{}")), cache_folder)


def test_a_cache_that_was_closed_opens_again_when_it_is_used(cached: Cached) -> None:
    cache = cached(Scripted(Reply("{}")))
    ask(cache)
    cache.close()
    assert ask(cache).cached
    assert ask(cache, question("another")).text == "{}"


def test_closing_it_closes_the_client_inside(cached: Cached) -> None:
    class Closing(Scripted):
        closed = False

        async def aclose(self) -> None:
            self.closed = True

    client = Closing(Reply("{}"))
    asyncio.run(cached(client).aclose())
    assert client.closed
    asyncio.run(cached(Scripted(Reply("{}"))).aclose())


def test_a_fresh_request_is_asked_again_and_its_answer_takes_the_place_of_the_kept_one(
    cache_folder: Path,
) -> None:
    client = CachedClient(Scripted(Reply("first"), Reply("second")), cache_folder)
    asked = question()
    replies = [ask(client, one) for one in (asked, replace(asked, fresh=True), asked)]
    client.close()
    assert [(reply.text, reply.cached) for reply in replies] == [
        ("first", False),
        ("second", False),
        ("second", True),
    ]


def test_what_is_kept_is_at_hand_and_counts_as_a_hit(cached: Cached, cache_folder: Path) -> None:
    cache = cached(Scripted(Reply("{}", tokens_in=5)))
    assert cache.kept(question()) is None
    ask(cache)
    assert cache.kept(question()) == Reply("{}", tokens_in=5, cached=True)
    assert cache.kept(question(model="n")) is None
    assert cache.kept(replace(question(), fresh=True)) is None
    assert counts(cache) == (1, 1, 0)
    assert CachedClient(Scripted(Reply("new")), cache_folder, fresh=True).kept(question()) is None
