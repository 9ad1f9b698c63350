"""The end of a job: the journal, which is in the order of answers, becomes files in the order of inputs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.jobs.errors import BrokenRunError, disk_errors
from extractor.jobs.journal import Journal
from extractor.jobs.journal_line import Line
from extractor.jobs.listing import Entry
from extractor.jobs.output import Output, result_name

FAILURES, EVENTS, DOCUMENTS = "failures.jsonl", "events.jsonl", "documents.jsonl"
LINES_PER_FILE = 10_000
_ID_STARTS = len('{"document":{"id":')
_DIGEST = slice(len('{"text_sha256": "'), len('{"text_sha256": "') + 64)
_TEXT = slice(_DIGEST.stop + len('", "text": '), -1)


def write_files(
    folder: Path, journal: Journal, entries: Iterator[Entry], *, texts: bool, lines_per_file: int
) -> dict[str, Any]:
    """Write the files of an ended job; what they hold, by name.

    After an error none of them is there, and the journal is as it was. Raises RunFolderError, BrokenRunError.
    """
    with disk_errors(folder):
        with Output(folder, lines_per_file=lines_per_file) as output:
            seen: set[bytes] | None = set() if texts else None
            for name in (result_name(0), FAILURES, EVENTS, *([DOCUMENTS] if texts else [])):
                output.begin(name)
            for entry in entries:
                _write_page(output, entry, journal.line(entry.primary), seen)
            for line in journal.lines():
                for event in line.about.get("events", ()):
                    output.add(EVENTS, _json(event))
        return output.written()


def _write_page(output: Output, entry: Entry, line: Line, seen: set[bytes] | None) -> None:
    if line.extraction:
        output.add_result(renamed(line.extraction, entry.id) if entry.again else line.extraction)
    else:
        output.add(FAILURES, _json(line.about["failure"] | {"document": entry.id}))
    if seen is not None and line.text and not entry.again:
        key = bytes.fromhex(line.about["text_sha256"])
        if key not in seen:
            seen.add(key)
            output.add(DOCUMENTS, document_line(line.about["text_sha256"], line.text))


def document_line(digest: str, text: bytes) -> bytes:
    """A text, given as JSON, as it stands in the file of texts."""
    return b'{"text_sha256": "%b", "text": %b}' % (digest.encode(), text)


def text_of(line: bytes) -> tuple[str, bytes]:
    """Hash and JSON of a text out of a line of the file of texts."""
    return line[_DIGEST].decode(), line[_TEXT]


def renamed(extraction: bytes, id: str) -> bytes:
    """An Extraction, in its one JSON form, of another page of the same content: only the id differs."""
    text = extraction.decode("utf-8")
    _, end = json.JSONDecoder().raw_decode(text, _ID_STARTS)
    return f"{text[:_ID_STARTS]}{json.dumps(id, ensure_ascii=False)}{text[end:]}".encode()


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")


def check_conservation(folder: Path, pages: int, files: dict[str, Any]) -> None:
    """Raise BrokenRunError unless every page is in the results or among the failures, once."""
    ok = sum(written["lines"] for name, written in files.items() if name.startswith("results-"))
    failed = files[FAILURES]["lines"]
    if ok + failed != pages:
        raise BrokenRunError(
            f"{pages} pages went in, {ok} results and {failed} failures came out", folder=folder
        )
