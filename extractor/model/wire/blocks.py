"""Long text named by its lines and cut from the page by code."""

import re
from typing import Any, Final

from pydantic import TypeAdapter

from extractor.model.wire.columns import Column
from extractor.model.wire.leaves import WORDS, Checked
from extractor.model.wire.lines import Place
from extractor.model.wire.reading import Reading
from extractor.model.wire.shapes import WireObject
from extractor.records.finding import FindingCode

_NUMBER: Final = Checked("Integer", "whole number", "integer", TypeAdapter(int))
_PARTS: Final = WireObject(
    "Block",
    "A long text, named by its lines: it is cut from the page, never copied.",
    (
        Column("first", _NUMBER, "Number of the line in which it begins."),
        Column("last", _NUMBER, "Number of the line in which it ends."),
        Column("begins", WORDS, "Its first three to eight words, verbatim, all in the first line."),
        Column("ends", WORDS, "Its last three to eight words, verbatim, all in the last line."),
    ),
)


class Block(WireObject):
    """The shape of a block: read, it is the slice of the page."""

    def __init__(self) -> None:
        super().__init__(_PARTS.title, _PARTS.doc, _PARTS.parts)

    @property
    def kind(self) -> str:
        """What the guide calls it."""
        return "block"

    def read(self, value: Any, at: str, reading: Reading) -> Any:
        """The words of the block, quoted with their place."""
        before = len(reading.faults)
        made = super().read(value, at, reading)
        if made is None or len(reading.faults) > before:
            return None
        first, last = (_line(made[end], f"{at}/{end}", reading) for end in ("first", "last"))
        if first is None or last is None:
            return None
        if first > last:
            reading.fault(f"{at}/last", "a line before the first")
            return None
        start, end = _cut(made, first, last, at, reading)
        text = reading.page.text[start:end]
        reading.quote(at, text, start)
        return text


def _line(number: int, at: str, reading: Reading) -> Place | None:
    place = reading.lines.get(number)
    if place is None:
        reading.fault(at, "the page has no line of this number")
    return place


def _cut(made: dict[str, Any], first: Place, last: Place, at: str, reading: Reading) -> tuple[int, int]:
    """From the first words to the last ones; whole lines, by name, where they are not in their lines."""
    page = reading.page.text
    whole = _stripped(page, first.start, first.end)[0], _stripped(page, last.start, last.end)[1]
    begins, ends = _find(page, made["begins"], first), _find(page, made["ends"], last)
    for name, number, found in (("begins", "first", begins), ("ends", "last", ends)):
        if not found:
            message = f"the words of `{name}` are not in line {made[number]}: the whole line was taken"
            reading.find(FindingCode.UNSUPPORTED, at, message)
    start = begins[0].start if begins else whole[0]
    end = ends[-1].end if ends else whole[1]
    if start < end:
        return start, end
    reading.find(FindingCode.UNSUPPORTED, at, "the block ends before it begins: whole lines were taken")
    return whole


def _find(page: str, words: str, line: Place) -> list[Place]:
    """The first and the last place of words in a line, blanks and case aside where they must be."""
    first, last = page.find(words, *line), page.rfind(words, *line)
    if first >= 0:
        return [Place(first, first + len(words)), Place(last, last + len(words))]
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    return [Place(*match.span()) for match in pattern.finditer(page, *line)]


def _stripped(page: str, start: int, end: int) -> tuple[int, int]:
    line = page[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


BLOCK: Final = Block()
