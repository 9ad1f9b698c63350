"""Document + Reader → Extraction: the one orchestration."""

from pathlib import Path
from typing import Protocol, runtime_checkable

from extractor.documents import MAX_BYTES, Document
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction
from extractor.verification.verify import verify


class Reader(Protocol):
    """Anything that reads a page: a layout reader, a model, a person."""

    def read(self, document: Document, /) -> Draft:
        """Read one page into a draft that says who read it (`draft.lineage`). Raises ExtractorError."""
        ...


@runtime_checkable
class AsyncReader(Protocol):
    """A reader that waits for others, such as a model's server, without keeping its thread busy."""

    async def aread(self, document: Document, /) -> Draft:
        """Read one page as `Reader.read` does."""
        ...


class Extractor:
    """Reads pages with one reader and verifies what it read. The default reader knows page layouts."""

    def __init__(self, reader: Reader | None = None, *, max_bytes: int = MAX_BYTES) -> None:
        self.reader: Reader = reader or default_reader()
        self.max_bytes = max_bytes

    def extract(self, source: Document | Path | str) -> Extraction:
        """Read one page: a Document, a Path (a file) or a str (the page's text; it never opens a file).

        Raises DocumentError for a page that cannot be read, OSError for a file that cannot be opened
        and whatever the reader raises.
        """
        document = self._document(source)
        return verify(document, self.reader.read(document))

    async def aextract(self, source: Document | Path | str) -> Extraction:
        """Read one page as `extract` does, without blocking the event loop while the reader waits.

        A reader that does not wait, such as the layout reader, reads in a thread.
        """
        if isinstance(self.reader, AsyncReader):
            document = self._document(source)
            return verify(document, await self.reader.aread(document))
        # Imported here: callers that do not await need not pay for it.
        from asyncio import to_thread  # noqa: PLC0415

        return await to_thread(self.extract, source)

    def _document(self, source: Document | Path | str) -> Document:
        if isinstance(source, Document):
            return source
        if isinstance(source, Path):
            return Document.from_path(source, max_bytes=self.max_bytes)
        return Document.from_text(source, max_bytes=self.max_bytes)


def default_reader() -> Reader:
    """The reader that knows page layouts."""
    # Imported here: its grammars take a third of a second to compile, which other readers need not pay.
    from extractor.layout.reader import LayoutReader  # noqa: PLC0415

    return LayoutReader()


def extract(source: Document | Path | str, *, reader: Reader | None = None) -> Extraction:
    """Read one page with the default reader, or with `reader`. See `Extractor.extract`."""
    return Extractor(reader).extract(source)


async def aextract(source: Document | Path | str, *, reader: Reader | None = None) -> Extraction:
    """Read one page without blocking the event loop. See `Extractor.aextract`."""
    return await Extractor(reader).aextract(source)
