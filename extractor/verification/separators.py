"""What separates the blocks of one section: markers, indents, tables, lines that come again, paragraphs."""

from typing import Final, NamedTuple

from extractor.verification.line_kinds import OTHERS, is_glued_header
from extractor.verification.page import Part

_SILENT: Final = frozenset({None, "mark", OTHERS})
"""Kinds of lines that separate nothing."""
_BETWEEN: Final = frozenset({":", "(", ",", ";", "–", "-"})
"""What stands between a head and the rest of its line."""


class Extent(NamedTuple):
    """Where the block of a head stands. Behind `sure` the page does not tell whether it goes on."""

    start: int
    sure: int
    end: int


class Row(NamedTuple):
    """A printed line of a section."""

    start: int
    item: int
    end: int
    marker: str
    indent: int
    apart: bool
    """Whether a blank line stands before it."""
    kind: str | None
    prose: bool


class Section:
    """The lines of one section and what separates its blocks."""

    def __init__(self, rows: tuple[Row, ...], text: str, part: Part) -> None:
        self.rows = rows
        self.text = text
        self.part = part

    def lined(self, at: int, head_end: int) -> Extent | None:
        """The block of a head with more words on its line, where the next line is alike: each is a row."""
        row = self.rows[at]
        behind = self.text[head_end : row.end].lstrip()[:1]
        following = self.rows[at + 1] if at + 1 < len(self.rows) else None
        if behind not in _BETWEEN or following is None or following.kind in {"mark", "address"}:
            return None
        if behind not in self.text[following.item : following.end] or following.indent > row.indent:
            return None
        # A comma may as well stand in an address or in a department's name.
        if behind == ",":
            block = self.block(at)
            return block._replace(sure=min(block.sure, row.end))
        return self._extent(at, at + 1, at + 1)

    def block(self, at: int) -> Extent:
        """The block of the head at an offset of line `at`."""
        lead = self._led(at)
        if lead is not None:
            return self._extent(lead[0], lead[1], lead[1])
        known = self._marked(at) or self._indented(at) or self.tabled(at)
        if known is not None:
            return self._extent(at, known, known)
        stop = self._repeated(at) or self._paragraphs(at) or len(self.rows)
        kinded = [n for n in range(at + 1, stop) if self.rows[n].kind not in {None, "mark"}]
        last = kinded[-1] if kinded else at
        return self._extent(at, min(self._next_plain(last), stop), stop)

    def _extent(self, first: int, sure: int, stop: int) -> Extent:
        return Extent(self.rows[first].start, self.rows[sure - 1].end, self.rows[stop - 1].end)

    def _next_plain(self, at: int) -> int:
        """The number of the line behind the first plain one after line `at`."""
        plain = next((n for n in range(at + 1, len(self.rows)) if self.rows[n].kind != "mark"), at)
        return plain + 1

    def _led(self, at: int) -> tuple[int, int] | None:
        """First line and end of the block, where a line of one kind stands above every head."""
        lead = next((row.kind for row in self.rows if row.kind != "mark" and not row.prose), None)
        if lead in {*_SILENT, "cells", "time frame"} or self.rows[at].marker:
            return None
        begins = [n for n, row in enumerate(self.rows) if row.kind == lead]
        first = max((n for n in begins if n <= at), default=None)
        if first is None or len(begins) == 1:
            return None
        head = self.rows[at]
        above = any((row.kind, row.prose) == (head.kind, head.prose) for row in self.rows[: begins[0]])
        if above or all(row.kind != head.kind for row in self.rows[begins[-1] :]):
            return None
        return first, self._again_apart(first, next((n for n in begins if n > at), len(self.rows)))

    def _again_apart(self, first: int, stop: int) -> int:
        """Where a kind of line comes again below a blank line: a block that lacks the line above its head."""
        seen: set[str] = set()
        for n in range(first, stop):
            kind = self.rows[n].kind
            if kind is None or kind in _SILENT:
                continue
            if self.rows[n].apart and kind in seen:
                return n
            seen.add(kind)
        return stop

    def _marked(self, at: int) -> int | None:
        """The end of a block that begins with a list marker."""
        head = self.rows[at]
        if not head.marker:
            return None
        later = range(at + 1, len(self.rows))
        same = (n for n in later if self.rows[n].marker == head.marker and self.rows[n].indent <= head.indent)
        return next(same, len(self.rows))

    def _indented(self, at: int) -> int | None:
        """The end of a block whose lines stand deeper than its head."""
        later = range(at + 1, len(self.rows))
        if not later or self.rows[at + 1].indent <= self.rows[at].indent:
            return None
        return next((n for n in later if self.rows[n].indent <= self.rows[at].indent), len(self.rows))

    def tabled(self, at: int) -> int | None:
        """The end of a row in a table that lost its separators: its lines follow the header at once."""
        if self.part.name.endswith("_outcomes"):
            return None
        first = at
        while first and not self.rows[first].apart:
            first -= 1
        glued = any(
            is_glued_header(self.text[self.rows[n].item : self.rows[n].end].strip())
            for n in (first, first - 1)
            if n >= 0
        )
        return at + 1 if glued else None

    def _repeated(self, at: int) -> int | None:
        """The end of a block at the first kind of line that comes again, less the lines before it."""
        head, first = self.rows[at].kind, dict[str, int]()
        found: list[int] = []
        for n in range(at + 1, len(self.rows)):
            kind = self.rows[n].kind
            if kind is None or kind in _SILENT:
                continue
            if kind in {head, "time frame"}:
                return min([n, *found])
            if kind in first:
                found.append(max(n - (first[kind] - at), first[kind] + 1))
            else:
                first[kind] = n
        return min(found, default=None)

    def _paragraphs(self, at: int) -> int | None:
        """The end of a block that is a paragraph of several lines, at the next such paragraph."""
        later = range(at + 1, len(self.rows))
        if not later or self.rows[at + 1].apart:
            return None
        for n in later:
            row = self.rows[n]
            if row.apart and not row.prose:
                return n
        return None
