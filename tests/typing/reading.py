"""What type checkers must see of a reader somebody else writes. Checked by mypy and pyright, never run."""

from pathlib import Path
from typing import assert_type

from extractor import Document, Draft, Extraction, Extractor, Reader, TrialRecord, extract
from extractor.records.source import PageKind, Source


class TitleReader:
    """Reads the first line of a page; knows nothing of this package's own readers."""

    def read(self, document: Document, /) -> Draft:
        source = Source(page_kind=PageKind.OTHER, layout="unknown")
        return Draft(record=TrialRecord(source=source, brief_title=document.text.splitlines()[0]))


class SilentReader:
    """Reads, but returns no draft."""

    def read(self, document: Document, /) -> None:
        """Return nothing."""


def any_class_with_the_one_method_is_a_reader(path: Path) -> None:
    reader: Reader = TitleReader()
    assert_type(reader.read(Document.from_path(path)), Draft)
    assert_type(extract(path, reader=TitleReader()), Extraction)
    assert_type(Extractor(TitleReader()).extract(path), Extraction)


def a_reader_without_a_draft_is_none(path: Path) -> None:
    extract(path, reader=SilentReader())  # type: ignore[arg-type]
    Extractor(SilentReader())  # type: ignore[arg-type]
