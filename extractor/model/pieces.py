"""A page that is too long to be asked at once, cut into pieces: at section borders, with overlap.

A piece is a run of the page's lines under their own numbers, and the heading of the section in which it
begins. Every line stands in some piece; a line is never cut.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractor.model.wire.lines import Place, numbered
from extractor.verification.page import Page

_OVERLAP = 10
"""A piece begins so many times less than its length before the end of the one before."""

Row = tuple[int, Place]


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of a page by number; `name` says which piece it is, `2 of 3`, and is empty for a whole page."""

    lines: Mapping[int, Place] = field(repr=False)
    name: str = ""


def pieces_of(text: str, max_chars: int | None = None) -> list[Piece]:
    """The pieces of a page, each of at most `max_chars` characters; one for a page that is no longer.

    A line that is longer by itself is a piece by itself.
    """
    lines = numbered(text)
    if max_chars is None or len(text) <= max_chars or not lines:
        return [Piece(lines)]
    rows = list(lines.items())
    borders = _Borders(text, rows)
    runs = _runs(rows, borders, max_chars)
    return [
        Piece(dict(borders.heading(start) + rows[start:end]), f"{number} of {len(runs)}")
        for number, (start, end) in enumerate(runs, start=1)
    ]


class _Borders:
    """Where the rows of a page may be cut."""

    def __init__(self, text: str, rows: Sequence[Row]) -> None:
        heads = {part.start for part in Page(text).parts if part.name}
        self._rows = rows
        self._sections = [at for at, (_, place) in enumerate(rows) if place.start in heads]
        self._paragraphs = [at for at in range(1, len(rows)) if rows[at][0] > rows[at - 1][0] + 1]

    def best(self, first: int, last: int) -> int:
        """The best place to cut at or before `last` and behind `first`: a section, a paragraph, a line."""
        for borders in (self._sections, self._paragraphs):
            fitting = [at for at in borders if first < at <= last]
            if fitting:
                return fitting[-1]
        return last

    def heading(self, start: int) -> list[Row]:
        """The heading of the section in which a row stands, if it is not the row itself."""
        above = [at for at in self._sections if at <= start]
        return [self._rows[above[-1]]] if above and above[-1] < start else []


def _runs(rows: Sequence[Row], borders: _Borders, max_chars: int) -> list[tuple[int, int]]:
    """The runs of rows that the pieces are made of. Each begins behind the beginning of the one before."""
    found: list[tuple[int, int]] = []
    start = 0
    while True:
        room = max_chars - _length(borders.heading(start))
        end = _reach(rows, start, room)
        if end == len(rows):
            return [*found, (start, end)]
        end = borders.best(_reach(rows, start, room // 2), end)
        found.append((start, end))
        start = max(start + 1, _back(rows, end, max_chars // _OVERLAP))


def _reach(rows: Sequence[Row], start: int, room: int) -> int:
    """The end of the longest run that fits, of one row at least."""
    end = start + 1
    used = _length(rows[start:end])
    while end < len(rows) and (used := used + _length(rows[end : end + 1])) <= room:
        end += 1
    return end


def _back(rows: Sequence[Row], end: int, room: int) -> int:
    """The beginning of the longest run before `end` that fits; `end` itself where no row does."""
    start = end
    while start and _length(rows[start - 1 : end]) <= room:
        start -= 1
    return start


def _length(rows: Sequence[Row]) -> int:
    """Characters of rows with a line end each."""
    return sum(place.end - place.start + 1 for _, place in rows)
