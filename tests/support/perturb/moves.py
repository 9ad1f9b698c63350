"""The exact map from offsets of the old page to offsets of the new one."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import Enum, auto

from perturb.pieces import Page, Role


class Fate(Enum):
    """What became of some words."""

    KEPT = auto()
    CUT = auto()
    """A part was removed with its section; the rest stands together."""
    LOST = auto()
    TORN = auto()
    """Other words stand between its parts now."""


@dataclass(frozen=True, slots=True)
class Image:
    """Where words of the old page stand on the new one; no offsets where they stand in no one place."""

    fate: Fate
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Move:
    start: int
    end: int
    new_start: int
    new_end: int
    copied: bool

    def image(self, start: int, end: int) -> tuple[int, int]:
        """Of the part between two old offsets; words that are printed otherwise move as a whole."""
        if not self.copied:
            return self.new_start, self.new_end
        shift = self.new_start - self.start
        return max(start, self.start) + shift, min(end, self.end) + shift


class Moves:
    """Where every piece of a page went."""

    def __init__(self, page: Page) -> None:
        self.old = page.source
        self.new = page.text
        self._moves: list[_Move] = []
        at = 0
        for piece in page.pieces():
            printed = piece.printed(page.source)
            copied = page.source[piece.start : piece.end] == printed
            if piece.end > piece.start and (copied or piece.role is not Role.SPACE):
                self._moves.append(_Move(piece.start, piece.end, at, at + len(printed), copied))
            at += len(printed)
        self._moves.sort(key=lambda move: move.start)
        self._starts = [move.start for move in self._moves]
        self._ends = [move.end for move in self._moves]

    def image(self, start: int, end: int) -> Image:
        """Where `old[start:end]` stands on the new page."""
        # Pieces do not overlap on the old page, so their ends are sorted like their starts.
        hits = self._moves[bisect_right(self._ends, start) : bisect_left(self._starts, end)]
        images = [image for move in hits if self.new[slice(*(image := move.image(start, end)))].strip()]
        if not images:
            return Image(Fate.LOST)
        first, last = self._with_blanks(start, end, min(a for a, _ in images), max(b for _, b in images))
        if _printed(self.new[first:last]) != sum(_printed(self.new[a:b]) for a, b in images):
            return Image(Fate.TORN)
        there = sum(_printed(self.old[max(start, m.start) : min(end, m.end)]) for m in hits)
        whole = there == _printed(self.old[start:end])
        return Image(Fate.KEPT if whole else Fate.CUT, first, last)

    def _with_blanks(self, start: int, end: int, first: int, last: int) -> tuple[int, int]:
        """Blanks stand at an end only where the old words had the same blanks there."""
        words, old = self.new[first:last], self.old[start:end]
        first += len(words) - len(words.lstrip())
        last -= len(words) - len(words.rstrip())
        before = old[: len(old) - len(old.lstrip())]
        after = old[len(old.rstrip()) :]
        if self.new[:first].endswith(before):
            first -= len(before)
        if self.new.startswith(after, last):
            last += len(after)
        return first, last


def _printed(text: str) -> int:
    """The number of characters that are no white space."""
    return len("".join(text.split()))
