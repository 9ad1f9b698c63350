"""An ended job, opened again to try its failed pages: a journal is made from the final files."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

from extractor.jobs import journal
from extractor.jobs.book import lines_of
from extractor.jobs.ending import DOCUMENTS, EVENTS, FAILURES, text_of
from extractor.jobs.errors import disk_errors
from extractor.jobs.holding import check_hashes
from extractor.jobs.journal_line import encode_parts
from extractor.jobs.listing import LISTING, Entry, read_listing
from extractor.jobs.manifest import ENDED, RUNNING, Manifest
from extractor.jobs.output import LineFile

_TEXT_HASH = re.compile(rb'"text_sha256":"([0-9a-f]{64})"')


def reopen(folder: Path, manifest: Manifest) -> None:
    """Have an ended job go on with its failed pages. Raises RunFolderError, BrokenRunError."""
    check_hashes(folder, manifest.files)
    with disk_errors(folder):
        rebuild_journal(folder, read_listing(folder / LISTING))
    manifest.state, manifest.reopened = RUNNING, True
    manifest.save(folder)


def unread_pages(folder: Path, manifest: Manifest) -> set[int]:
    """The indices of pages that failed before a reader saw them. Raises RunFolderError, BrokenRunError."""
    found: set[int] = set()
    with disk_errors(folder):
        if manifest.state == ENDED or manifest.reopened:
            failures = map(json.loads, _lines([folder / FAILURES]))
            unread = {one["document"] for one in failures if not one["attempts"]}
            found |= {entry.index for entry in read_listing(folder / LISTING) if entry.id in unread}
        if (path := folder / journal.NAME).exists():
            found |= _unread_in_journal(path)
    return found


def _unread_in_journal(path: Path) -> set[int]:
    found: set[int] = set()
    with path.open("rb") as file:
        for _, line, _ in lines_of(file):
            if line and "failure" in line.about and not line.about["failure"]["attempts"]:
                found.add(line.about["index"])
            elif line and line.done:
                found.discard(line.about["index"])
    return found


def rebuild_journal(folder: Path, entries: Iterable[Entry]) -> None:
    """Write the journal of an ended job: results and what was paid, but not the failures. Raises OSError."""
    file = LineFile(folder / journal.NAME)
    try:
        with closing(_Texts(folder)) as texts:
            for entry, extraction in _results(folder, entries):
                if not entry.again:
                    about = {"index": entry.index, "id": entry.id, "sha256": entry.sha256}
                    text = texts.of(extraction, about)
                    file.add(encode_parts(about, extraction, text).removesuffix(b"\n"))
        for event in _lines([folder / EVENTS]):
            file.add(encode_parts({"index": -1, "events": [json.loads(event)]}).removesuffix(b"\n"))
        file.finish()
        file.keep()
    finally:
        file.drop()


class _Texts:
    """The texts of an ended job by their hash. Close it in the end."""

    def __init__(self, folder: Path) -> None:
        path = folder / DOCUMENTS
        self._file = path.open("rb") if path.exists() else BytesIO()
        self._offsets: dict[bytes, int] = {}
        offset = 0
        for line in self._file:
            self._offsets[bytes.fromhex(text_of(line)[0])] = offset
            offset += len(line)

    def of(self, extraction: bytes, about: dict[str, Any]) -> bytes:
        """The text of a page, unless a page before had it; its hash is noted in what the line is about."""
        found = _TEXT_HASH.search(extraction)
        offset = self._offsets.pop(bytes.fromhex(found[1].decode()), None) if found else None
        if offset is None:
            return b""
        self._file.seek(offset)
        about["text_sha256"], text = text_of(self._file.readline().removesuffix(b"\n"))
        return text

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _results(folder: Path, entries: Iterable[Entry]) -> Iterator[tuple[Entry, bytes]]:
    """Pages with their Extractions; both files of an ended job are in the order of its pages."""
    results = _lines(sorted(folder.glob("results-*.jsonl")))
    failures = (json.loads(line)["document"] for line in _lines([folder / FAILURES]))
    failed = next(failures, None)
    for entry in entries:
        if entry.id == failed:
            failed = next(failures, None)
        else:
            yield entry, next(results)


def _lines(paths: Iterable[Path]) -> Iterator[bytes]:
    for path in paths:
        with path.open("rb") as file:
            yield from (line.removesuffix(b"\n") for line in file)
