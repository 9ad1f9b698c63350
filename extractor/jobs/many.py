"""Many pages through one reader, as an iterator: results as they come, pages taken as results are."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, aclosing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from extractor.documents import MAX_BYTES, Document
from extractor.extraction import AsyncReader, Extractor, Reader
from extractor.jobs.deadline import until
from extractor.jobs.flow import flow
from extractor.jobs.process_pool import ProcessPool
from extractor.jobs.reading import stops_the_job
from extractor.model.running import run
from extractor.records.envelope import Extraction

Source = TypeVar("Source", bound=Document | Path | str)
_Numbered = tuple[int, Source]
WAITING_WORKERS = 16
"""Pages at once for a reader that waits for others, where nothing is said."""


@dataclass(frozen=True, slots=True)
class PageResult(Generic[Source]):
    """What became of the page at `index`: its `extraction`, or the `error` that it met."""

    index: int
    source: Source
    extraction: Extraction | None = None
    error: Exception | None = None

    def unwrap(self) -> Extraction:
        """The Extraction. Raises the error where there is none."""
        if self.extraction is None:
            raise self.error or RuntimeError("a page without an outcome")
        return self.extraction


def extract_many(
    documents: Iterable[Source],
    reader: Reader | None = None,
    *,
    workers: int | None = None,
    max_bytes: int = MAX_BYTES,
    deadline: float | None = None,
) -> Generator[PageResult[Source], None, None]:
    """Read pages, each a Document, a Path or a str as `extract` takes it, and give results as they come.

    Pages are taken from `documents` only as results are taken, so that both may be endless; with several
    workers results come in the order in which they are ready. A page that cannot be read is a result with an
    error. What would meet every page alike, such as a wrong key, is raised after the results of what was
    begun; so is DeadlineReachedError where pages are left after `deadline` seconds. Closing the iterator, or
    Ctrl-C, cancels what is in flight. Raises ValueError for less than one of `workers`.

    A reader with `aread` reads 16 pages at once unless `workers` says otherwise; it runs, and `documents` are
    taken, in a thread of its own. Other readers read page after page, or in `workers` processes: a script
    must then call from below `if __name__ == "__main__":`.
    """
    _check(workers)
    extractor = Extractor(reader, max_bytes=max_bytes)
    if not isinstance(extractor.reader, AsyncReader) and workers in {None, 1}:
        yield from map(partial(_read, extractor), enumerate(_in_time(documents, deadline)))
        return
    results = aextract_many(documents, reader, workers=workers, max_bytes=max_bytes, deadline=deadline)
    try:
        while (result := run(_next(results))) is not None:
            yield result
    finally:
        run(results.aclose())


async def aextract_many(
    documents: Iterable[Source],
    reader: Reader | None = None,
    *,
    workers: int | None = None,
    max_bytes: int = MAX_BYTES,
    deadline: float | None = None,
) -> AsyncGenerator[PageResult[Source], None]:
    """Read pages as `extract_many` does, on the running event loop."""
    _check(workers)
    extractor = Extractor(reader, max_bytes=max_bytes)
    waits = isinstance(extractor.reader, AsyncReader)
    workers = (WAITING_WORKERS if waits else 1) if workers is None else workers
    pages = enumerate(_in_time(documents, deadline))
    with ExitStack() as ending:
        extract: Callable[[Source], Awaitable[Extraction]] = extractor.aextract
        if not waits and workers > 1:
            extract = _pooled(ending.enter_context(ProcessPool(partial(_json_of, extractor), workers)))
            workers += 1  # so that no process waits for its next page
        read: Callable[[_Numbered[Source]], Awaitable[PageResult[Source]]] = partial(_aread, extract)
        async with aclosing(flow(pages, read, workers=workers)) as results:
            async for result in results:
                yield result


def _check(workers: int | None) -> None:
    if workers is not None and workers < 1:
        raise ValueError(f"workers is {workers}: pages are read by one at least")


def _pooled(pool: ProcessPool[Source, str]) -> Callable[[Source], Awaitable[Extraction]]:
    async def extract(source: Source) -> Extraction:
        return Extraction.model_validate_json(await pool.call(source))

    return extract


def _json_of(extractor: Extractor, source: Document | Path | str) -> str:
    """An Extraction as it travels: JSON is read in half the time that pickled models take."""
    return extractor.extract(source).to_json()


def _in_time(documents: Iterable[Source], deadline: float | None) -> Iterator[Source]:
    return iter(documents) if deadline is None else until(deadline, documents)


def _read(extractor: Extractor, page: _Numbered[Source]) -> PageResult[Source]:
    index, source = page
    try:
        return PageResult(index, source, extractor.extract(source))
    except Exception as error:
        if stops_the_job(error):
            raise
        return PageResult(index, source, error=error)


async def _aread(
    extract: Callable[[Source], Awaitable[Extraction]], page: _Numbered[Source]
) -> PageResult[Source]:
    index, source = page
    try:
        return PageResult(index, source, await extract(source))
    except Exception as error:
        if stops_the_job(error):
            raise
        return PageResult(index, source, error=error)


async def _next(results: AsyncGenerator[PageResult[Source], None]) -> PageResult[Source] | None:
    return await anext(results, None)
