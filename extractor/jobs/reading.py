"""One page of a job, read: whatever a page does, an outcome comes of it."""

import asyncio
from dataclasses import replace
from time import monotonic

from extractor.documents import Document
from extractor.errors import ExtractorError, RecordingError, Spent
from extractor.extraction import AsyncReader, Extractor
from extractor.jobs.inputs.page import InputPage
from extractor.jobs.outcome import Event, PageFailure, PageOutcome, code_of, failure_of
from extractor.jobs.process_pool import ProcessKilledError, ProcessPool
from extractor.jobs.verifying import Verifier, line_of
from extractor.records.draft import Draft
from extractor.records.envelope import Spending, Usage
from extractor.verification.verify import verify_to_json


class PageReader:
    """Reads pages into outcomes. An error that would meet every page alike is raised: it stops the job.

    With a `verifier`, `aread` has verified by it what a reader with `aread` reads.
    """

    def __init__(self, extractor: Extractor, verifier: Verifier | None = None) -> None:
        self._extractor = extractor
        self._verifier = verifier

    def read(self, page: InputPage) -> PageOutcome:
        """Read one page. Raises only what stops the job."""
        document = _loaded(page)
        if isinstance(document, PageFailure):
            return _failed(page, document)
        began = monotonic()
        try:
            extraction = self._extractor.extract(document)
        except Exception as error:  # noqa: BLE001 - one page's fault, ours too, must not lose the others
            return _after(page, document, error, monotonic() - began)
        return _well(page, document, line_of(extraction), extraction.usage, monotonic() - began)

    async def aread(self, page: InputPage) -> PageOutcome:
        """Read one page without blocking the loop. Raises only what stops the job."""
        reader = self._extractor.reader
        if not isinstance(reader, AsyncReader):
            return await asyncio.to_thread(self.read, page)
        document = _loaded(page)
        if isinstance(document, PageFailure):
            return _failed(page, document)
        began, usage = monotonic(), None
        try:
            draft = await reader.aread(document)
            usage = draft.usage
            line = await self._verified(document, draft)
        except Exception as error:  # noqa: BLE001 - as above
            return _after(page, document, error, monotonic() - began, usage)
        return _well(page, document, line, usage, monotonic() - began)

    async def _verified(self, document: Document, draft: Draft) -> str:
        if self._verifier:
            return await self._verifier.verified(document, draft)
        return verify_to_json(document, draft)


class PooledReader:
    """Reads pages in other processes. Close it in the end."""

    def __init__(self, reader: PageReader, processes: int) -> None:
        self._pool = ProcessPool[InputPage, PageOutcome](reader.read, processes)

    async def aread(self, page: InputPage) -> PageOutcome:
        """Read one page; one that kills the process that reads it is a failure. Raises what stops the job."""
        try:
            return await self._pool.call(page)
        except ProcessKilledError as error:
            return _failed(page, failure_of(page.id, error))

    def close(self) -> None:
        """End the processes."""
        self._pool.close()


def stops_the_job(error: BaseException) -> bool:
    """Whether every further page would fail alike: a wrong key, an empty budget, no recording."""
    policy = getattr(error, "policy", None)
    return isinstance(error, RecordingError) or bool(getattr(policy, "stops", False))


def spent_by(page: InputPage, error: BaseException, latency: float | None = None) -> tuple[Event, ...]:
    """What was paid before an error, as an event."""
    spent = getattr(error, "spent", None)
    if not isinstance(spent, Spent):
        return ()
    return (
        Event(
            document=page.id,
            sent=spent.sent,
            tokens_in=spent.tokens_in,
            tokens_out=spent.tokens_out,
            tokens_cached=spent.tokens_cached,
            cost=getattr(error, "cost", None),
            latency=latency,
            error=code_of(error),
        ),
    )


def unfinished(page: InputPage, error: BaseException) -> PageOutcome:
    """The outcome of a page whose error stops the job: it is still to be done, but what it cost counts."""
    paid = tuple(event for event in spent_by(page, error) if event.sent)
    return PageOutcome(page.index, page.id, page.sha256, events=paid)


def _loaded(page: InputPage) -> Document | PageFailure:
    if page.problem:
        return page.problem
    try:
        return page.load()
    except ExtractorError as error:
        return failure_of(page.id, error)


def _after(
    page: InputPage, document: Document, error: Exception, latency: float, usage: Usage | None = None
) -> PageOutcome:
    """The outcome after an error; with `usage` the page was read, and failed when it was verified."""
    if stops_the_job(error):
        raise error
    attempts = usage.attempts if usage else getattr(error, "attempts", 0)
    failure = failure_of(page.id, error, attempts=attempts or 1)
    paid = _events(page, usage, latency) if usage else ()
    events = tuple(replace(event, error=failure.code) for event in paid) or spent_by(page, error, latency)
    return _failed(page, failure, text=document.text, events=events)


def _failed(
    page: InputPage, failure: PageFailure, *, text: str | None = None, events: tuple[Event, ...] = ()
) -> PageOutcome:
    return PageOutcome(page.index, page.id, page.sha256, failure=failure, events=events, text=text)


def _well(page: InputPage, document: Document, line: str, usage: Usage | None, latency: float) -> PageOutcome:
    return PageOutcome(
        page.index,
        page.id,
        page.sha256,
        extraction=line,
        events=_events(page, usage, latency),
        text=document.text,
    )


def _events(page: InputPage, usage: Usage | None, latency: float) -> tuple[Event, ...]:
    """An event for each pass, else one for the page. Passes run at once: their time is that of the page."""
    if usage is None:
        return (Event(page.id, latency=latency),)
    if usage.passes:
        return tuple(_event(page, one, latency, one.name) for one in usage.passes)
    return (_event(page, usage, latency),)


def _event(page: InputPage, paid: Spending, latency: float, name: str = "") -> Event:
    return Event(
        document=page.id,
        pass_name=name,
        attempt=paid.attempts,
        sent=paid.requests,
        tokens_in=paid.tokens_in,
        tokens_out=paid.tokens_out,
        tokens_cached=paid.tokens_cached,
        cost=paid.cost,
        latency=latency,
        cached=paid.cached,
    )
