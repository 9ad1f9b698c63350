"""Jobs over invented pages, with a reader that reads little and fails where a page says so."""

import asyncio
import json
import os
import random
from collections.abc import AsyncGenerator, Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import tea
from nursery import Begun, Nursery

from extractor.documents import Document
from extractor.errors import ExtractorError
from extractor.extraction import Extractor
from extractor.jobs.configuration import configuration
from extractor.jobs.inputs.page import InputPage, Options
from extractor.jobs.inputs.pages import Inputs
from extractor.jobs.opening import open_run
from extractor.jobs.outcome import PageOutcome
from extractor.jobs.reading import PageReader
from extractor.jobs.run_folder import RunFolder
from extractor.jobs.runner import Read, Runner
from extractor.records.draft import Draft, Quote
from extractor.records.envelope import Lineage
from extractor.records.record import TrialRecord

OPTIONS = Options(max_bytes=10_000)


class BrokenPageError(ExtractorError):
    """A page that says it is broken."""


class LittleReader:
    """Reads a page's first words as its title; `read_ids` are the pages it was given."""

    def __init__(self) -> None:
        self.read_ids: list[str] = []

    def read(self, document: Document, /) -> Draft:
        self.read_ids.append(document.id)
        if "broken" in document.text:
            raise BrokenPageError(f"{document.id}: it is broken", hint="Mend it")
        if "bug" in document.text:
            raise ZeroDivisionError("a bug of ours")
        title = document.text.partition("\n")[0]
        return Draft(
            record=TrialRecord.model_validate(
                {"source": {"page_kind": "OTHER", "layout": "unknown"}, "brief_title": title}
            ),
            quotes={"/brief_title": [Quote(text=title, start=0)]},
            lineage=Lineage(reader="little"),
        )


async def shuffled(
    pages: Iterable[InputPage], read: Read, *, workers: int, **_: Any
) -> AsyncGenerator[PageOutcome, None]:
    """A flow that answers in another order than it was asked, `workers` pages at a time."""
    order = random.Random(workers)
    waiting: list[InputPage] = []
    for page in pages:
        waiting.append(page)
        if len(waiting) == workers:
            yield await read(waiting.pop(order.randrange(workers)))
    while waiting:
        yield await read(waiting.pop(order.randrange(len(waiting))))


class Job:
    """A job over a folder of pages, as a test opens and works it. Options go to `open_run` and `Runner`."""

    def __init__(self, pages: Path, out: Path) -> None:
        self.pages = pages
        self.out = out
        self.reader = LittleReader()
        self.told: dict[str, Any] = {"name": "little"}
        self.texts = True

    def inputs(self) -> Inputs:
        return Inputs([str(self.pages)], OPTIONS)

    def open(self, **options: Any) -> RunFolder:
        inputs = self.inputs()
        told = configuration(self.told, max_bytes=OPTIONS.max_bytes, texts=self.texts)
        return open_run(self.out, told, inputs, **options)

    def work(self, run: RunFolder, **options: Any) -> None:
        pages = PageReader(Extractor(self.reader))
        options = {"flow": shuffled, "workers": 3, "lines_per_file": 4} | options
        asyncio.run(Runner(run, self.inputs(), pages.aread, **options).work())

    def go(self, *, stop_after: int = 1000, opening: dict[str, Any] | None = None, **options: Any) -> None:
        """Open it, work until that many pages were taken, close it."""
        left = iter(range(stop_after))
        run = self.open(**opening or {})
        try:
            self.work(run, stop=lambda: next(left, None) is None, **options)
        finally:
            run.close()

    def file(self, name: str) -> bytes:
        return (self.out / name).read_bytes()

    def results(self) -> dict[str, bytes]:
        """The files that must be the same whatever happened on the way."""
        names = ("results-*.jsonl", "failures.jsonl", "documents.jsonl", "inputs.jsonl")
        return {path.name: path.read_bytes() for name in names for path in sorted(self.out.glob(name))}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Ten pages: one broken, one with a bug of ours, one empty, two of one content."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(10):
        (folder / f"p{number}.txt").write_text(f"Tea number {number}\n", encoding="utf-8")
    for name, text in {"p3": "broken 3", "p5": "bug 5", "p6": " \n", "p8": "Tea number 1\n"}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def job(pages: Path, tmp_path: Path) -> Job:
    return Job(pages, tmp_path / "out")


@pytest.fixture
def job_in(pages: Path) -> Callable[[Path], Job]:
    """The same job in another folder."""
    return lambda out: Job(pages, out)


@pytest.fixture
def start(nursery: Nursery, tmp_path: Path) -> Callable[..., Begun]:
    """Begins or continues a job of 60 pages about tea."""
    pages = tmp_path / "pages.jsonl"
    lines = ({"id": f"p{at}", "text": f"{tea.PAGE}\nPage {at}"} for at in range(60))
    pages.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    kept = {name: one for name, one in os.environ.items() if not name.startswith(("EXTRACTOR", "OPENAI"))}
    environ = kept | {"EXTRACTOR_CACHE_DIR": str(tmp_path / "cache")}

    def begin(url: str, *options: str) -> Begun:
        words = ["run", pages, "--out", tmp_path / "out", "--workers", "4", *options]
        words += ["--reader", "model", "--model", "m", "--plan", "one", "--base-url", url]
        return nursery.begin(words, cwd=tmp_path, environ=environ)

    return begin
