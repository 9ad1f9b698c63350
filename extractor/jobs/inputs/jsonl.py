"""JSON lines as pages: an object a line, with `id` and `text` or `path`."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from extractor.errors import RecordError
from extractor.jobs.inputs.lines import lines
from extractor.jobs.inputs.page import InputPage, Options, Skipped
from extractor.jobs.inputs.rows import Row, bad_row, page_of_row
from extractor.records.strict_json import loads

_ESCAPED = 6
"""A character may be written as \\u0041: six bytes for one."""
_ROOM = 100_000


def pages_of_jsonl(
    file: BinaryIO, source: str, folder: Path, options: Options
) -> Iterator[InputPage | Skipped]:
    """The pages of a file of JSON lines; blank lines are passed over, a bad line is a page that fails."""
    for number, line in lines(file, options.max_bytes * _ESCAPED + _ROOM):
        if line is None or line.strip():
            yield _page(line, source, number, folder, options)


def _page(
    line: bytes | None, source: str, number: int, folder: Path, options: Options
) -> InputPage | Skipped:
    row = Row({}, source, number)
    if line is None:
        return bad_row(row, "the line is longer than any page may be", options, code="document_too_large")
    try:
        values = loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return bad_row(row, f"byte {error.start} of the line is not UTF-8", options, code="encoding")
    except RecordError as error:
        return bad_row(row, error.message, options)
    if not isinstance(values, dict):
        return bad_row(row, "the line is no JSON object", options)
    return page_of_row(Row(values, source, number), folder, options)
