"""What type checkers must see when a page is extracted. Checked by mypy and pyright, never run."""

from decimal import Decimal
from pathlib import Path
from typing import assert_type

from extractor import Document, Extraction, Extractor, TrialRecord, extract


def a_page_comes_as_document_path_or_text(document: Document, path: Path) -> None:
    assert_type(extract(document), Extraction)
    assert_type(extract(path), Extraction)
    assert_type(extract("Total Enrollment\n\n297 participants"), Extraction)
    assert_type(extract(path, reader=None), Extraction)


def an_extractor_is_built_once_and_used_for_many_pages(paths: list[Path]) -> None:
    extractor = Extractor(max_bytes=1_000_000)
    assert_type([extractor.extract(path) for path in paths], list[Extraction])


def bytes_are_no_page(data: bytes) -> None:
    extract(data)  # type: ignore[arg-type]
    assert_type(Document.from_bytes(data, id="page"), Document)


def the_reader_is_named_at_the_call(document: Document) -> None:
    extract(document, None)  # type: ignore[call-arg]


def values_keep_their_types(record: TrialRecord) -> None:
    assert_type(record.arms[0].label, str)
    assert_type(record.brief_title, str | None)
    assert_type(record.design.enrollment.count, int | None)
    assert_type(record.conditions, list[str])
    assert_type([result.p_value for result in record.results], list[Decimal | None])
    record.enrolment  # type: ignore[attr-defined]  # noqa: B018 - a misspelt field is an error
