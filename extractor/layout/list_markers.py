"""Markers of list items: their kinds, headings inside a list, and items that lost their line breaks."""

import re
from collections.abc import Iterator

from extractor.structure.lines import Line
from extractor.structure.slices import Slice

_LOST_MARKER = re.compile(r"\s-(?=[A-Z][a-z])")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,3})[.)]")
_INLINE = re.compile(r"(?<=[.;:,)])\s*\(?(?P<number>\d{1,3})[.)]\s*(?=[A-Z])")
_FOLLOWS = re.compile(r"\b(?:as\s+follows|the\s+following|listed\s+below)\s*[:;.,-]?$", re.IGNORECASE)
_GROUP = re.compile(
    r"(?:(?:other|additional|further|general|specific|key|main|principal|inclusion|exclusion|eligibility|and)\s+){1,4}"
    r"criteria(?:\s+(?:at|for|during|in|of|\()[^.;]{0,60})?:?",
    re.IGNORECASE,
)


def announces(text: str) -> bool:
    """Whether words announce the parts below them: by a colon, or by `as follows`."""
    return text.endswith(":") or _FOLLOWS.search(text) is not None


def marker_kind(marker: str) -> str:
    """`1` for numbers, `a` for letters, else the bullet itself: items of one list have one kind."""
    bare = marker.strip("().")
    return "1" if bare.isdigit() else "a" if bare.isalpha() else marker


def number_of(marker: str) -> int | None:
    """The number of a numbered marker, `12.` or `(12)`."""
    match = _NUMBER.match(marker)
    return int(match.group("number")) if match else None


def is_group(line: Line) -> bool:
    """Whether a line without marker is a heading inside a list: `Other inclusion criteria`."""
    return not line.marker and bool(line.content.match(_GROUP))


def item_pieces(line: Line, numbers: set[int]) -> Iterator[Slice]:
    """The items of a line: more than one where later ones lost their line breaks.

    They begin with ` -Patients with …`, or with the numbers that follow this line's, `…; 2. Patients with …`,
    which no line of the list, `numbers`, has.
    """
    for piece in _numbered(line, numbers):
        yield from piece.split(_LOST_MARKER)


def _numbered(line: Line, numbers: set[int]) -> Iterator[Slice]:
    item, number = line.item, number_of(line.marker)
    start = item.start
    for match in _INLINE.finditer(item.page, item.start, item.end) if number is not None else ():
        if number is not None and int(match.group("number")) == number + 1 and number + 1 not in numbers:
            yield Slice(item.page, start, match.start()).strip()
            start, number = match.end(), number + 1
    yield Slice(item.page, start, item.end).strip()
