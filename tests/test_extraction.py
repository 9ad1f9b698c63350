"""Document + Reader → Extraction."""

import asyncio
import threading
from pathlib import Path

import pytest

from extractor.documents import Document
from extractor.errors import DocumentError, DocumentTooLargeError
from extractor.extraction import Extractor, aextract, extract
from extractor.records.draft import Draft, Quote
from extractor.records.envelope import EvidenceStatus, Lineage
from extractor.records.record import TrialRecord

TITLE = "A Study of Blue Tea"


class TitleReader:
    """A reader that takes the first line for the title."""

    def read(self, document: Document, /) -> Draft:
        title = document.text.splitlines()[0]
        data = {"source": {"page_kind": "OTHER", "layout": "unknown"}, "brief_title": title}
        return Draft(
            record=TrialRecord.model_validate(data),
            quotes={"/brief_title": [Quote(text=title, start=0)]},
            lineage=Lineage(reader="title"),
        )


def test_a_text_a_path_and_a_document_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "tea.txt"
    path.write_text(TITLE, encoding="utf-8")
    results = [extract(source, reader=TitleReader()) for source in (TITLE, path, Document.from_text(TITLE))]
    assert [result.record.brief_title for result in results] == [TITLE] * 3
    assert results[1].document.id == "tea"


def test_what_a_reader_says_is_verified() -> None:
    result = Extractor(TitleReader()).extract(TITLE)
    evidence = result.evidence["/brief_title"]
    assert evidence.status is not EvidenceStatus.UNSUPPORTED
    assert (evidence.spans[0].quote, evidence.spans[0].start) == (TITLE, 0)
    assert result.lineage.reader == "title"


def test_the_default_reader_knows_layouts() -> None:
    assert extract(TITLE).lineage.reader == "layout"


def test_hashes_media_type_and_layout_of_the_page_are_in_the_result() -> None:
    document = Document.from_bytes(b"<html><p>Blue tea</p></html>", id="tea")
    result = extract(document)
    assert result.document.model_dump() == {
        "id": "tea",
        "sha256": document.sha256,
        "text_sha256": document.text_sha256,
        "media_type": "text/html",
        "layout": "unknown",
    }
    assert result.lineage.converter == document.converter


def test_a_text_that_looks_like_a_path_never_opens_a_file(tmp_path: Path) -> None:
    path = tmp_path / "tea.txt"
    path.write_text("inside the file", encoding="utf-8")
    with pytest.raises(DocumentError, match="file's name"):
        extract(str(path), reader=TitleReader())


def test_a_page_that_cannot_be_read_is_a_document_error(tmp_path: Path) -> None:
    path = tmp_path / "tea.txt"
    path.write_bytes(b"x" * 100)
    with pytest.raises(DocumentTooLargeError):
        Extractor(max_bytes=99).extract(path)
    with pytest.raises(DocumentError):
        extract(" ")
    with pytest.raises(DocumentError, match="cannot be opened"):
        extract(tmp_path / "nothing.txt")


def test_the_limit_holds_for_a_text_too() -> None:
    with pytest.raises(DocumentTooLargeError):
        Extractor(max_bytes=3).extract("four")


class WaitingReader(TitleReader):
    """A reader that waits on the caller's loop until all pages have been asked for."""

    def __init__(self, pages: int) -> None:
        self.asked = asyncio.Barrier(pages)

    async def aread(self, document: Document, /) -> Draft:
        await self.asked.wait()
        return self.read(document)


def test_pages_can_be_awaited_together() -> None:
    async def both() -> list[str | None]:
        reader = WaitingReader(2)
        pages = await asyncio.gather(
            *(aextract(text, reader=reader) for text in ("First page", "Second page"))
        )
        return [page.record.brief_title for page in pages]

    assert asyncio.run(both()) == ["First page", "Second page"]


def test_a_reader_that_does_not_wait_reads_in_a_thread() -> None:
    class Watched(TitleReader):
        def read(self, document: Document, /) -> Draft:
            threads.append(threading.current_thread())
            return super().read(document)

    threads: list[threading.Thread] = []
    assert asyncio.run(aextract(TITLE, reader=Watched())) == extract(TITLE, reader=TitleReader())
    assert threads != [threading.current_thread()]
