"""The pages of a job, kept in it: `pages.jsonl`. A round can be asked though the page's file has gone."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path

from extractor.documents import Document
from extractor.errors import DuplicateDocumentError, RecordError
from extractor.model.batch.files import write_whole
from extractor.records import strict_json

_NAME = "pages.jsonl"


def read_pages(folder: Path) -> list[Document]:
    """The pages of a job in the order in which they were added. Raises RecordError for a damaged file."""
    path = folder / _NAME
    if not path.is_file():
        return []
    lines = strict_json.read(path).split("\n")
    return [_page(line, f"{path}:{number}") for number, line in enumerate(lines, start=1) if line]


def add_pages(folder: Path, documents: Iterable[Document]) -> list[Document]:
    """Add pages to a job; all its pages. Raises DuplicateDocumentError for another page under a known id."""
    pages = {page.id: page for page in read_pages(folder)}
    known = len(pages)
    for document in documents:
        other = pages.setdefault(document.id, document)
        if other.text_sha256 != document.text_sha256:
            raise DuplicateDocumentError(
                "the job holds another page with this id",
                document=document.id,
                hint="Rename one, or export it to another folder",
            )
    if len(pages) > known:
        write_whole(folder / _NAME, (_line(page) for page in pages.values()))
    return list(pages.values())


def _line(page: Document) -> bytes:
    values = asdict(replace(page, fields=()))
    del values["fields"]  # a model is shown the text alone
    return json.dumps(values, ensure_ascii=False).encode() + b"\n"


def _page(line: str, source: str) -> Document:
    try:
        page = Document(**strict_json.loads(line, source=source))
        digest = hashlib.sha256(page.text.encode()).hexdigest()
    except (TypeError, AttributeError) as error:
        raise RecordError("this is no page of a job", source=source, hint="Export it anew") from error
    if digest != page.text_sha256:
        raise RecordError("this is not the page that was exported", source=source, hint="Export it anew")
    return page
