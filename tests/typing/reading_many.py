"""What type checkers must see when many pages are read. Checked by mypy and pyright, never run."""

from pathlib import Path
from typing import assert_type

from extractor import Document, Extraction, aextract_many, extract_many
from extractor.jobs.many import PageResult


def a_result_keeps_the_type_of_its_source(paths: list[Path], documents: list[Document]) -> None:
    for result in extract_many(paths):
        assert_type(result, PageResult[Path])
        assert_type(result.extraction, Extraction | None)
        assert_type(result.unwrap(), Extraction)
    assert_type([one.source for one in extract_many(documents, workers=2)], list[Document])


async def the_asynchronous_twin_too(texts: list[str]) -> None:
    async for result in aextract_many(texts):
        assert_type(result, PageResult[str])


def bytes_are_no_pages(data: list[bytes]) -> None:
    extract_many(data)  # type: ignore[type-var]
