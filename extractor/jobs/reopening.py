"""An ended job, opened again to try its failed pages: a journal is made from the final files."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.jobs import journal
from extractor.jobs.ending import EVENTS, FAILURES
from extractor.jobs.journal_line import encode_parts
from extractor.jobs.listing import Entry
from extractor.jobs.output import LineFile


def rebuild_journal(folder: Path, entries: Iterable[Entry]) -> None:
    """Write the journal of an ended job: results and what was paid, but not the failures. Raises OSError."""
    file = LineFile(folder / journal.NAME)
    try:
        for entry, extraction in _results(folder, entries):
            if not entry.again:
                about = {"index": entry.index, "id": entry.id, "sha256": entry.sha256}
                file.add(encode_parts(about, extraction).removesuffix(b"\n"))
        for event in _lines([folder / EVENTS]):
            file.add(encode_parts({"index": -1, "events": [json.loads(event)]}).removesuffix(b"\n"))
        file.finish()
        file.keep()
    finally:
        file.drop()


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
