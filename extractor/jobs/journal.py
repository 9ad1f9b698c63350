"""The journal of a job: outcomes in the order in which they came, on disk before they count.

Each line is given to the system whole, so that it outlives this process however that ends; lines are synced
in batches, so that they outlive the machine. What is synced is acknowledged.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from extractor.jobs.book import Book, lines_of
from extractor.jobs.errors import BrokenRunError, disk_errors
from extractor.jobs.journal_line import Line, decode, encode_parts, line_of
from extractor.jobs.outcome import PageOutcome

NAME = "journal"
BATCH_LINES = 64
BATCH_SECONDS = 0.5
_BUFFER = 1 << 20


class Journal:
    """The journal of a folder. Opening it reads what is there and cuts off a torn last line.

    `book` says what it holds, line by line.
    """

    def __init__(self, folder: Path, pages: int, *, keep_texts: bool = True) -> None:
        """Open or begin it. Raises RunFolderError."""
        self.folder = folder
        self.book = Book(pages)
        self._keep_texts = keep_texts
        with disk_errors(folder):
            self._handle = os.open(
                folder / NAME, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644
            )
            self._reader = (folder / NAME).open("rb", buffering=_BUFFER)
            self._end = self.book.read(self._reader)
            os.ftruncate(self._handle, self._end)
        self._unsynced = 0
        self._since = monotonic()

    def add(self, outcome: PageOutcome) -> None:
        """Write one outcome as a whole line. Raises RunFolderError; then the line is not there at all."""
        line = line_of(outcome, keep_text=self._keep_texts)
        raw = encode_parts(line.about, line.extraction, line.text)
        self._write(raw)
        self.book.take(self._end, line)
        self._end += len(raw)
        if not self._unsynced:
            self._since = monotonic()
        self._unsynced += 1

    def _write(self, raw: bytes) -> None:
        with disk_errors(self.folder):
            rest = memoryview(raw)
            try:
                while rest:
                    rest = rest[os.write(self._handle, rest) :]
            except BaseException:
                os.ftruncate(self._handle, self._end)
                raise

    @property
    def due(self) -> bool:
        """Whether enough lines wait, or a line waits long enough, to be synced."""
        waits = self._unsynced and monotonic() - self._since >= BATCH_SECONDS
        return self._unsynced >= BATCH_LINES or bool(waits)

    def sync(self) -> None:
        """Have the system write what was added to the disk itself. Raises RunFolderError."""
        self._unsynced = 0
        with disk_errors(self.folder):
            os.fsync(self._handle)

    def lines(self) -> Iterator[Line]:
        """All whole lines, in the order in which they came. Not while `line` is called."""
        with disk_errors(self.folder):
            yield from (line for _, line, _ in lines_of(self._reader) if line)

    def line(self, index: int) -> Line:
        """The line that settled a page. Raises BrokenRunError where it is not what was written."""
        with disk_errors(self.folder):
            self._reader.seek(self.book.ledger.offset(index))
            line = decode(self._reader.readline())
        if line is None or line.about["index"] != index:
            raise BrokenRunError(
                f"the journal's line of page {index + 1} was changed", folder=self.folder, hint="Begin anew"
            )
        return line

    def close(self) -> None:
        """Close the file."""
        self._reader.close()
        os.close(self._handle)
