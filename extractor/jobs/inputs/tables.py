"""CSV and Parquet files as pages: a page a row."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from extractor.errors import DocumentError, SettingsError
from extractor.jobs.inputs.lines import lines
from extractor.jobs.inputs.page import InputPage, Options, Skipped
from extractor.jobs.inputs.rows import Row, page_of_row

_ROOM = 100_000
_LARGEST_CELL = 1 << 24
"""Bytes of a line and of a cell up to which a page that is too large is told from its neighbours."""
_BATCH = 64


def pages_of_csv(
    file: BinaryIO, source: str, folder: Path, options: Options
) -> Iterator[InputPage | Skipped]:
    """The pages of a CSV file with a header; empty cells count as absent, empty lines are passed over.

    A cell that is too large for a page is a page that fails. A row that cannot be told from its neighbours
    makes the whole file unusable: that raises DocumentError.
    """
    limit = max(options.max_bytes + _ROOM, _LARGEST_CELL)
    reader = csv.reader(_text_lines(file, source, limit), strict=True)
    former = csv.field_size_limit()
    try:
        csv.field_size_limit(limit)
        header = _header(next(reader, []), source, options)
        for number, cells in enumerate(reader, start=1):
            csv.field_size_limit(former)
            if cells:
                yield _page(cells, header, Row({}, source, number), folder, options)
            csv.field_size_limit(limit)
    except csv.Error as error:
        raise _bad(source, f"line {reader.line_num}: {error}") from error
    finally:
        csv.field_size_limit(former)


def _page(
    cells: list[str], header: list[str], row: Row, folder: Path, options: Options
) -> InputPage | Skipped:
    if len(cells) != len(header):
        raise _bad(row.source, f"row {row.number} has {len(cells)} cells, the header {len(header)}")
    values = {name: cell for name, cell in zip(header, cells, strict=True) if cell}
    return page_of_row(Row(values, row.source, row.number), folder, options)


def _text_lines(file: BinaryIO, source: str, limit: int) -> Iterator[str]:
    for number, line in lines(file, limit):
        if line is None:
            raise _bad(source, f"line {number} is longer than any page may be")
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _bad(source, f"line {number} is not UTF-8") from error


def _header(names: list[str], source: str, options: Options) -> list[str]:
    _check_columns(names, source, options)
    if len(set(names)) != len(names):
        raise _bad(source, "two columns have one name")
    return names


def pages_of_parquet(path: Path, options: Options) -> Iterator[InputPage | Skipped]:
    """The pages of a Parquet file, a batch of rows at a time. Raises DocumentError, SettingsError."""
    try:
        # An optional extra, and a heavy one: only this function imports it.
        from pyarrow import ArrowException  # noqa: PLC0415
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError as error:
        raise SettingsError(
            "Parquet files need pyarrow", hint="pip install 'trial-extractor[parquet]'"
        ) from error
    source = str(path)
    try:
        with ParquetFile(path) as table:
            names = _check_columns(table.schema_arrow.names, source, options)
            number = 0
            for batch in table.iter_batches(batch_size=_BATCH, columns=names, use_threads=False):
                for values in batch.to_pylist():
                    number += 1
                    yield page_of_row(Row(values, source, number), path.parent, options)
    except (ArrowException, OSError) as error:
        raise _bad(source, f"no readable Parquet file ({str(error).splitlines()[0][:200]})") from error


def _check_columns(names: list[str], source: str, options: Options) -> list[str]:
    """The columns that are wanted. Raises DocumentError where neither text nor path is among them."""
    if not {options.text, options.path} & set(names):
        shown = ", ".join(map(repr, names[:20])) or "none"
        raise DocumentError(
            f"no column {options.text!r} or {options.path!r}; its columns are {shown}",
            document=source,
            hint="Name them: --text-column, --path-column, --id-column",
        )
    wanted = [name for name in names if name in {options.id, options.text, options.path}]
    if len(set(wanted)) != len(wanted):
        raise _bad(source, "two columns have one name")
    return wanted


def _bad(source: str, message: str) -> DocumentError:
    return DocumentError(message, document=source, hint="Mend the file; nothing was read from it")
