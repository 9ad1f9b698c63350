"""Many pages through one reader, as an iterator."""

import asyncio
import itertools
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest
import tea
from deadly_reader import DeadlyReader
from openai_server import OpenAIServer, Play, Received, failure

from extractor import Document, aextract_many, extract, extract_many
from extractor.errors import EmptyDocumentError
from extractor.jobs.deadline import DeadlineReachedError
from extractor.jobs.many import PageResult
from extractor.jobs.process_pool import ProcessKilledError
from extractor.model.faults import AuthenticationFaultError
from extractor.model.instructor_client import InstructorClient
from extractor.model.reader import ModelReader


def _pages(count: int) -> list[Document]:
    return [Document.from_text(f"{tea.PAGE}\nPage {at}", id=f"p{at}") for at in range(count)]


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer(tea.reply) as running:
        yield running


def _reader(server: OpenAIServer) -> ModelReader:
    return ModelReader(InstructorClient(base_url=server.url), model="m", plan="five")


def _slow(received: Received) -> Play:
    return replace(tea.reply(received), delay=0.05)


@pytest.mark.parametrize("workers", [1, 2])
def test_the_default_reader_reads_each_page_as_extract_does(workers: int) -> None:
    pages = _pages(7)
    results = list(extract_many(pages, workers=workers))
    assert sorted(result.index for result in results) == list(range(7))
    for result in results:
        assert result.source is pages[result.index]
        assert result.unwrap() == extract(pages[result.index])


def test_pages_come_as_path_or_text_too(tmp_path: Path) -> None:
    file = tmp_path / "tea.txt"
    file.write_text(tea.PAGE, encoding="utf-8")
    first, second = extract_many([file, tea.PAGE])
    assert first.unwrap().document.id == "tea"
    assert second.unwrap().record == first.unwrap().record


@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_that_cannot_be_read_is_a_result_with_an_error(workers: int) -> None:
    results = sorted(extract_many(["  ", tea.PAGE], workers=workers), key=lambda result: result.index)
    assert isinstance(results[0].error, EmptyDocumentError)
    assert results[0].extraction is None
    with pytest.raises(EmptyDocumentError):
        results[0].unwrap()
    assert results[1].error is None


def test_a_page_that_kills_its_process_is_a_result_with_an_error() -> None:
    results = list(extract_many([tea.PAGE, "a deadly page", tea.PAGE], DeadlyReader(), workers=2))
    errors = {result.index: type(result.error) for result in results if result.error}
    assert errors == {1: ProcessKilledError}
    assert len(results) == 3


def test_a_reader_that_waits_reads_many_pages_at_once(server: OpenAIServer) -> None:
    server.play(_slow)
    results = list(extract_many(_pages(40), _reader(server)))
    assert sorted(result.index for result in results) == list(range(40))
    assert all(result.unwrap().record.brief_title == "A Study of Blue Tea" for result in results)
    assert 20 < server.most <= 16 * 5


def test_endless_pages_are_taken_only_as_results_are(server: OpenAIServer) -> None:
    taken = itertools.count()
    pages = (Document.from_text(f"{tea.PAGE}\n{next(taken)}", id="p") for _ in itertools.repeat(None))
    results = extract_many(pages, _reader(server), workers=4)
    for _ in range(10):
        next(results)
    results.close()
    assert next(taken) <= 10 + 2 * 4


def test_a_wrong_key_is_raised_after_few_requests(server: OpenAIServer) -> None:
    server.play(failure(401, "no such key"))
    with pytest.raises(AuthenticationFaultError):
        list(extract_many(_pages(100), _reader(server), workers=4))
    assert server.bill.sent <= 4 * 5


def test_pages_left_after_the_deadline_are_told(server: OpenAIServer) -> None:
    endless = itertools.repeat(tea.page())
    with pytest.raises(DeadlineReachedError):
        list(extract_many(endless, _reader(server), workers=4, deadline=0.3))
    assert server.bill.sent > 0


def test_the_asynchronous_twin_gives_the_same(server: OpenAIServer) -> None:
    async def work() -> list[PageResult[Document]]:
        return [result async for result in aextract_many(_pages(6), _reader(server), workers=3)]

    assert sorted(result.index for result in asyncio.run(work())) == list(range(6))


def test_closing_the_asynchronous_twin_leaves_nothing_running(server: OpenAIServer) -> None:
    async def work() -> None:
        async with aclosing(aextract_many(_pages(50), _reader(server), workers=8)) as results:
            await anext(results)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(work())


def test_ctrl_c_ends_it_at_once_and_cleanly(server: OpenAIServer) -> None:
    server.play(failure(503, "busy", retry_after="30"))
    script = f"""
from extractor import Document, extract_many
from extractor.model.instructor_client import InstructorClient
from extractor.model.reader import ModelReader
reader = ModelReader(InstructorClient(base_url={server.url!r}), model="m", plan="five")
print("ready", flush=True)
try:
    list(extract_many([{tea.PAGE!r}] * 50, reader))
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
            while server.bill.sent < 5:
                assert process.poll() is None
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=10)
        finally:
            process.kill()
    assert (out, err, process.returncode) == ("interrupted\n", "", 0)


@pytest.mark.parametrize("workers", [0, -1])
def test_fewer_than_one_worker_are_refused(workers: int) -> None:
    with pytest.raises(ValueError, match=f"workers is {workers}: pages are read by one at least"):
        next(extract_many(["Tea"], workers=workers))
