"""What a journal says, read from its first line to its last: which pages are settled, and what was paid."""

from collections.abc import Iterator
from typing import BinaryIO

from extractor.jobs.journal_line import Line, decode
from extractor.jobs.ledger import Ledger
from extractor.jobs.usage import JobUsage


class Book:
    """Ledger and usage, up to date with each line that was taken in.

    `torn` counts the bytes passed over because they were no whole line: their pages are done again.
    """

    def __init__(self, pages: int) -> None:
        self.ledger = Ledger(pages)
        self.usage = JobUsage()
        self.torn = 0
        self._pages = pages

    def take(self, offset: int, line: Line) -> None:
        """Take in a line that stands at `offset`."""
        self.usage.add(line.about.get("events", ()))
        index = line.about["index"]
        if line.done and 0 <= index < self._pages:
            self.ledger.settle(index, offset, line.about.get("failure", {}).get("code"))

    def read(self, file: BinaryIO) -> int:
        """Take in a whole file; where its last whole line ends."""
        end = 0
        for offset, line, size in lines_of(file):
            if line is None:
                self.torn += size
                continue
            self.take(offset, line)
            end = offset + size
        return end


def lines_of(file: BinaryIO) -> Iterator[tuple[int, Line | None, int]]:
    """Offset, line (None where it is not whole) and size of each line of a journal."""
    offset = 0
    file.seek(0)
    for raw in file:
        yield offset, decode(raw), len(raw)
        offset += len(raw)
