"""Markers of list items: their kinds, headings inside a list, and items that lost their line breaks."""

import re
from collections.abc import Iterator

from extractor.structure.lines import Line
from extractor.structure.slices import Slice

_LOST_MARKER = re.compile(r"\s-(?=[A-Z][a-z])")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,3})[.)]")
_INLINE = re.compile(r"(?:(?<=[.;:,)])\s*|\s+)\(?(?P<number>\d{1,3})[.)]\s*(?=[A-Z])")
_INLINE_LIST = re.compile(r"(?<=;)\s*\(?(?P<number>\d{1,3})[.)]\s*(?=[A-Za-z])")
_COUNTED = re.compile(r"(?<!\S)\(?(?P<number>\d{1,3})[.)]\s+(?=[A-Z])")
_COUNTED_FROM_START = re.compile(r"(?<!\S)\(?(?P<number>\d{1,3})[.)]\s+(?=[A-Za-z])")
_BARE = re.compile(r"(?<!\S)(?P<number>\d{1,2})\s+(?=[A-Za-z])")
_LETTERED = re.compile(r"(?<!\S)\(?(?P<letter>[a-h])[.)]\s+(?=[A-Za-z])")
_MEANT = re.compile(
    r"(?:\b(?:class|grade|stage|phase|type|score|than|to|or|and|of|least)|[<>≤≥=–-])\s*$", re.IGNORECASE
)
"""Words and signs before a number that ends a sentence and counts no part: `NYHA class 3. Patients …`."""
_NEAR = 12
_FEW_COUNTED = 3
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


def counted_pieces(paragraph: Slice) -> list[Slice]:
    """The parts of a paragraph that counts them from 1 on, `1. … 2. … 3. …`; none where it does not.

    Words above the first, such as a heading, are a part too.
    """
    marks: list[re.Match[str]] = []
    begun = _COUNTED_FROM_START.match(paragraph.page, paragraph.start, paragraph.end)
    counted = _COUNTED_FROM_START if begun and begun.group("number") == "1" else _COUNTED
    for match in counted.finditer(paragraph.page, paragraph.start, paragraph.end):
        if int(match.group("number")) == len(marks) + 1 and not _MEANT.search(
            paragraph.page, max(paragraph.start, match.start() - _NEAR), match.start()
        ):
            marks.append(match)
    if len(marks) < _FEW_COUNTED:
        return []
    starts = [paragraph.start, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), paragraph.end]
    pieces = [Slice(paragraph.page, *pair).strip() for pair in zip(starts, ends, strict=True)]
    return [piece for piece in pieces if piece]


def seems_counted(text: str) -> bool:
    """Whether one criterion seems to count several: `1 Tea 2 Milk 3 Sugar`, `Tea b) Milk c) Sugar`."""
    numbers = [match.group("number") for match in _BARE.finditer(text)]
    if text.startswith("1 ") and _counts(numbers, "1234567890", _FEW_COUNTED):
        return True
    letters = [match.group("letter") for match in _LETTERED.finditer(text)]
    return _counts(letters, "abcdefgh", _FEW_COUNTED) or _counts(letters, "bcdefgh", _FEW_COUNTED - 1)


def _counts(found: list[str], marks: str, few: int) -> bool:
    """Whether marks stand in their order, from the first on, and are not few."""
    wanted = iter(found)
    return len(found) >= few and all(mark in wanted for mark in marks[:few])


def _numbered(line: Line, numbers: set[int]) -> Iterator[Slice]:
    item, number = line.item, number_of(line.marker)
    if number == 1 and 2 not in numbers and (counted := counted_pieces(line.content)):  # noqa: PLR2004
        yield from counted
        return
    start = item.start
    begins = _INLINE_LIST if item.search(_INLINE_LIST) else _INLINE
    for match in begins.finditer(item.page, item.start, item.end) if number is not None else ():
        if _MEANT.search(item.page, max(item.start, match.start() - _NEAR), match.start()):
            continue
        if number is not None and int(match.group("number")) == number + 1 and number + 1 not in numbers:
            yield Slice(item.page, start, match.start()).strip()
            start, number = match.end(), number + 1
    yield Slice(item.page, start, item.end).strip()
