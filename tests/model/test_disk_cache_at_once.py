"""Equal requests at the same time, and readers that are stopped."""

import asyncio
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from caching import Cached, ask, counts, sql
from scripted import Scripted, question

from extractor.errors import ModelError, Spent
from extractor.model.client import Reply, Request
from extractor.model.disk_cache import CachedClient


def test_equal_requests_at_once_are_sent_once(cached: Cached) -> None:
    async def both() -> list[Reply]:
        return await asyncio.gather(*(cache.complete(question()) for _ in range(3)))

    client = Scripted(Reply("{}", tokens_in=5), delay=0.05)
    cache = cached(client)
    assert [reply.cached for reply in asyncio.run(both())] == [False, True, True]
    assert len(client.requests) == 1
    assert counts(cache) == (2, 1, 0)


def test_those_of_several_loops_and_threads_too(cached: Cached) -> None:
    client = Scripted(Reply("{}"), delay=0.2)
    cache = cached(client)
    replies: list[Reply] = []
    threads = [threading.Thread(target=lambda: replies.append(ask(cache))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [reply.text for reply in replies] == ["{}"] * 4
    assert len(client.requests) == 1


def test_a_failure_is_everybodys_and_is_paid_once(cached: Cached) -> None:
    async def both() -> list[Any]:
        calls = (cache.complete(question()) for _ in range(2))
        return await asyncio.gather(*calls, return_exceptions=True)

    failure = ModelError("cut", document="tea", raw="{", hint="try", spent=Spent(1, 100, 20))
    client = Scripted(failure, delay=0.05)
    cache = cached(client)
    first, second = asyncio.run(both())
    assert (first, first.spent) == (failure, Spent(1, 100, 20))
    assert (type(second), str(second), second.raw) == (ModelError, str(failure), "{")
    assert second.spent == Spent()
    assert len(client.requests) == 1


def test_who_waits_asks_where_who_asked_was_stopped(cached: Cached) -> None:
    async def stop_the_first() -> Reply:
        first = asyncio.create_task(cache.complete(question()))
        second = asyncio.create_task(cache.complete(question()))
        await asyncio.sleep(0.02)
        first.cancel()
        return await second

    client = Scripted(Reply("{}"), delay=0.1)
    cache = cached(client)
    assert asyncio.run(stop_the_first()) == Reply("{}")
    assert len(client.requests) == 2


def test_who_waits_may_stop_without_harm_to_the_rest(cached: Cached) -> None:
    async def stop_the_second() -> list[Any]:
        tasks = [asyncio.create_task(cache.complete(question())) for _ in range(3)]
        await asyncio.sleep(0.02)
        tasks[1].cancel()
        return await asyncio.gather(*tasks, return_exceptions=True)

    cache = cached(Scripted(Reply("{}"), delay=0.1))
    first, second, third = asyncio.run(stop_the_second())
    assert (first.cached, type(second), third.cached) == (False, asyncio.CancelledError, True)


def test_an_answer_that_came_is_kept_though_its_reader_is_stopped(cache_folder: Path) -> None:
    async def stop_while_writing() -> None:
        task = asyncio.create_task(cache.complete(question()))
        await asyncio.to_thread(writing.wait, 5)
        task.cancel()
        go.set()
        with pytest.raises(asyncio.CancelledError):
            await task

    class Slow(Scripted):
        async def complete(self, request: Request, /) -> Reply:
            reply = await super().complete(request)
            other.execute("BEGIN IMMEDIATE")  # the writer has to wait
            writing.set()
            return reply

    def let_go() -> None:
        go.wait(5)
        other.execute("COMMIT")

    writing, go = threading.Event(), threading.Event()
    cache = CachedClient(Slow(Reply("{}")), cache_folder)
    other = sqlite3.connect(cache_folder / "cache.db", isolation_level=None, check_same_thread=False)
    threading.Thread(target=let_go).start()
    asyncio.run(stop_while_writing())
    assert len(sql(cache_folder, "SELECT key FROM Cache")) == 1
    cache.close()
    other.close()
