"""Document + Reader → Extraction: the one orchestration."""

from pathlib import Path
from typing import Protocol

from extractor.documents import MAX_BYTES, Document
from extractor.layout.reader import LayoutReader
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction
from extractor.verification.verify import verify


class Reader(Protocol):
    """Anything that reads a page: a layout reader, a model, a person."""

    def read(self, document: Document, /) -> Draft:
        """Read one page into a draft that says who read it (`draft.lineage`). Raises ExtractorError."""
        ...


class Extractor:
    """Reads pages with one reader and verifies what it read. The default reader knows page layouts."""

    def __init__(self, reader: Reader | None = None, *, max_bytes: int = MAX_BYTES) -> None:
        self.reader: Reader = reader or LayoutReader()
        self.max_bytes = max_bytes

    def extract(self, source: Document | Path | str) -> Extraction:
        """Read one page: a Document, a Path (a file) or a str (the page's text; it never opens a file).

        Raises DocumentError for a page that cannot be read, OSError for a file that cannot be opened
        and whatever the reader raises.
        """
        document = self._document(source)
        return verify(document, self.reader.read(document))

    def _document(self, source: Document | Path | str) -> Document:
        if isinstance(source, Document):
            return source
        if isinstance(source, Path):
            return Document.from_path(source, max_bytes=self.max_bytes)
        return Document.from_text(source, max_bytes=self.max_bytes)


def extract(source: Document | Path | str, *, reader: Reader | None = None) -> Extraction:
    """Read one page with the default reader, or with `reader`. See `Extractor.extract`."""
    return Extractor(reader).extract(source)
