"""Slice: a piece of a page that knows where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slice:
    """`page[start:end]`, in code points. Cutting a slice gives slices of the same page."""

    page: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.page[self.start : self.end]

    def __bool__(self) -> bool:
        return self.end > self.start

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, start: int, end: int | None = None) -> "Slice":
        """The part between two offsets counted from this slice's start."""
        # Cut hundreds of times for each page: comparisons are cheaper than `min`.
        last, first = self.end, self.start + start
        stop = last if end is None else self.start + end
        return Slice(self.page, min(last, first), min(last, stop))

    def strip(self, characters: str | None = None) -> "Slice":
        """Without leading and trailing white space, or the characters given."""
        text = self.page[self.start : self.end]
        bare = text.lstrip(characters)
        start = self.start + len(text) - len(bare)
        return Slice(self.page, start, start + len(bare.rstrip(characters)))

    def to(self, other: "Slice") -> "Slice":
        """From the start of this slice to the end of a later one."""
        return Slice(self.page, self.start, other.end)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match the whole slice; offsets of the match are those of the page."""
        return pattern.fullmatch(self.page, self.start, self.end)

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """First match inside the slice; offsets of the match are those of the page."""
        return pattern.search(self.page, self.start, self.end)

    def group(self, match: re.Match[str], group: int | str = 0) -> "Slice":
        """A group of a match as a slice; empty where the group took no part."""
        start, end = match.span(group)
        return Slice(self.page, max(start, 0), max(end, 0))

    def split(self, pattern: re.Pattern[str]) -> Iterator["Slice"]:
        """The stripped pieces between matches of a separator; empty pieces are left out."""
        start = self.start
        for match in pattern.finditer(self.page, self.start, self.end):
            if piece := Slice(self.page, start, match.start()).strip():
                yield piece
            start = match.end()
        if piece := Slice(self.page, start, self.end).strip():
            yield piece
