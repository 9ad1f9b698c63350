"""One page, prepared once: its lines and sections at once, the rest when it is first needed."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Final

from extractor.normalise.identifiers import registry_identifiers
from extractor.records.identifiers import IdScheme
from extractor.structure.sentences import sentence_places
from extractor.verification.fold import Folded, Squeezed
from extractor.verification.headings import LONGEST_HEADING, heads
from extractor.verification.label_rows import label_and_value
from extractor.verification.section_forms import LISTS, UNKNOWN, VALUES

Place = tuple[int, int]
"""Start and end offset of words on the page."""

_LINE: Final = re.compile(r"[^\r\n]+")
_HEADING_LIKE: Final = re.compile(r"[A-Z][^.:;,\r\n]{2,58}[^.:;,\s]\s*")
_MARKER: Final = re.compile(
    r"[ \t]*(?:[A-Z]\.\d{1,2}(?:\.\d{1,2})*[.)]?(?=[ \t])|"
    r"[•◦▪‣●○■*|]|[-–—+](?=[ \t])|\(?\d{1,3}[.)](?!\d)|\(?[a-z][.)](?=[ \t]))?[ \t]*"
)


NUMBER_LABEL: Final = re.compile(
    r"(?:NCT\s*ID|Registration|Trial\s+(?:ID|Registration)|Identifier)", re.IGNORECASE
)
"""Begins a line at the head of a page that prints its own number."""


class Part:
    """A section of the page: what its heading stands for, where its words begin and end."""

    __slots__ = ("body", "end", "name", "start")

    def __init__(self, name: str, start: int, body: int, end: int) -> None:
        self.name: Final = name
        self.start: Final = start
        self.body: Final = body
        self.end: Final = end


class Page:
    """The text of one page with everything that is asked of it more than once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._sentences: dict[int, tuple[Place, ...]] = {}
        self._parts_at: dict[int, Part] = {}
        self._lines_at: dict[int, Place] = {}
        self._items: dict[Place, int] = {}
        self.located: dict[str, list[Place]] = {}
        """Where words that were looked for stand exactly, cutting no number."""
        self.background: dict[int, list[bool]] = {}
        """For the line of an offset: which of its sentences speak of other studies, empty where none does."""
        self.narrow = text if text.isascii() else text.encode("ascii", "replace").decode("ascii")
        """The text with a question mark for each character beyond ASCII: one byte each, quicker to search."""
        self.lines = _lines(text)
        """The lines that print something, without their line ends; a label and its value are two."""
        self._line_starts = [start for start, _ in self.lines]
        self.parts = self._sections()
        """The sections, in order; the first is the head of the page and has the name `""`."""
        self._part_starts = [part.start for part in self.parts]
        self._marked: Counter[str] | None = None
        self._filled: frozenset[str] | None = None
        self._folded: Folded | None = None
        self._squeezed: Squeezed | None = None
        self._own_numbers: tuple[tuple[IdScheme, int, int], ...] | None = None

    def _sections(self) -> tuple[Part, ...]:
        found_heads = [("", 0, 0), *heads(self.text, self.lines)]
        ends = [start for _, start, _ in found_heads[1:]] + [len(self.text)]
        found: list[Part] = []
        for head, end in zip(found_heads, ends, strict=True):
            found += self._cut(Part(*head, end))
        return tuple(found)

    def _cut(self, part: Part) -> Iterator[Part]:
        """A section; what follows the value of a field stands under a heading nobody knows."""
        at = self._end_of_value(part) if part.name in VALUES else self._end_of_items(part)
        if at is None:
            yield part
        else:
            yield Part(part.name, part.start, part.body, at)
            yield Part(UNKNOWN, at, at, part.end)

    def _end_of_value(self, part: Part) -> int | None:
        """Where more follows than the value of a field."""
        lines = self.lines_between(part.body, part.end)
        values = [start for start, end in lines if not self._is_blurb((start, end))]
        return next(iter(values[VALUES[part.name] :]), None)

    def _end_of_items(self, part: Part) -> int | None:
        """Where a line like a heading follows the last item of a list of criteria."""
        if part.name not in LISTS:
            return None
        lines = self.lines_between(part.body, part.end)
        marked = [n for n, line in enumerate(lines) if self.item_start(line) > self._indent_end(line)]
        behind = lines[marked[-1] + 1 : -1] if marked else ()
        return next((line[0] for line in behind if _HEADING_LIKE.fullmatch(self.text, *line)), None)

    def _indent_end(self, line: Place) -> int:
        text = self.text[line[0] : line[1]]
        return line[0] + len(text) - len(text.lstrip(" \t"))

    def _is_blurb(self, line: Place) -> bool:
        return line[1] - line[0] > LONGEST_HEADING and self.text[line[1] - 1] == "."

    @property
    def marked(self) -> Counter[str]:
        """How often a short line with a list marker stands on the page: labels come again, items do not."""
        if self._marked is None:
            places = [place for place in self.lines if place[1] - place[0] < LONGEST_HEADING]
            short = [self.text[start:end].strip() for start, end in places]
            self._marked = Counter([line for line in short if not line[0].isalnum()])
        return self._marked

    @property
    def filled(self) -> frozenset[str]:
        """Names of sections that hold words below their heading."""
        if self._filled is None:
            full = [part.name for part in self.parts if self.text[part.body : part.end].strip()]
            self._filled = frozenset(full)
        return self._filled

    @property
    def folded(self) -> Folded:
        """The whole text folded."""
        if self._folded is None:
            self._folded = Folded(self.text)
        return self._folded

    @property
    def squeezed(self) -> Squeezed:
        """The folded text without blanks."""
        if self._squeezed is None:
            self._squeezed = Squeezed(self.folded.text)
        return self._squeezed

    @property
    def own_numbers(self) -> tuple[tuple[IdScheme, int, int], ...]:
        """Registry numbers printed as the page's own, with their places: below their heading or on top."""
        if self._own_numbers is None:
            self._own_numbers = tuple(self._printed_numbers())
        return self._own_numbers

    def _printed_numbers(self) -> Iterator[tuple[IdScheme, int, int]]:
        places = [(part.body, part.end) for part in self.parts if part.name == "registration_number"]
        head = self.lines_between(0, self.parts[0].end)
        places += [line for line in head if NUMBER_LABEL.match(self.text, *line)]
        for place in places:
            yield from registry_identifiers(self.text, *place)

    def part_at(self, offset: int) -> Part:
        """The section an offset stands in."""
        found = self._parts_at.get(offset)
        if found is None:
            at = bisect_right(self._part_starts, offset)
            found = self._parts_at[offset] = self.parts[at - 1 if at else 0]
        return found

    def part_before(self, offset: int) -> str:
        """The name of the nearest known section before the one an offset stands in."""
        at = bisect_right(self._part_starts, offset) - 2
        while at >= 0 and self.parts[at].name == UNKNOWN:
            at -= 1
        return self.parts[at].name if at >= 0 else ""

    def line_at(self, offset: int) -> Place:
        """The line an offset stands in; the line before it for an offset between lines."""
        found = self._lines_at.get(offset)
        if found is None:
            at = bisect_right(self._line_starts, offset)
            found = self.lines[at - 1 if at else 0] if self.lines else (0, len(self.text))
            self._lines_at[offset] = found
        return found

    def lines_between(self, start: int, end: int) -> tuple[Place, ...]:
        """The lines that begin at or behind one offset and before another."""
        first, last = bisect_left(self._line_starts, start), bisect_left(self._line_starts, end)
        return self.lines[first:last]

    def line_below(self, offset: int) -> Place | None:
        """The line below the one an offset stands in."""
        at = bisect_right(self._line_starts, offset)
        return self.lines[at] if at < len(self.lines) else None

    def line_above(self, offset: int) -> Place | None:
        """The line above the one an offset stands in."""
        at = bisect_right(self._line_starts, offset) - 2
        return self.lines[at] if at >= 0 else None

    def item_start(self, line: Place) -> int:
        """Where a line's words begin behind its list marker."""
        found = self._items.get(line)
        if found is None:
            found = self._items[line] = self._behind_marker(line)
        return found

    def _behind_marker(self, line: Place) -> int:
        text, start = self.text, line[0]
        # Most lines begin with a letter that no stop follows, as it would in `a)` and `A.1`.
        if start + 1 < line[1] and text[start].isalpha() and text[start + 1] not in ".)":
            return start
        match = _MARKER.match(text, *line)
        return match.end() if match else start

    def sentence_at(self, offset: int) -> Place:
        """The sentence an offset stands in; never longer than its line."""
        found = self.sentences_of(offset)
        return found[max(bisect_right(found, (offset, len(self.text))) - 1, 0)]

    def sentences_of(self, offset: int) -> tuple[Place, ...]:
        """All sentences of the line an offset stands in, in order."""
        line = self.line_at(offset)
        found = self._sentences.get(line[0])
        if found is None:
            found = tuple(sentence_places(self.text, *line))
            self._sentences[line[0]] = found = found or (line,)
        return found


def _lines(text: str) -> tuple[Place, ...]:
    if "\r" in text:
        lines = [match.span() for match in _LINE.finditer(text) if not match.group().isspace()]
    else:  # the same, quicker
        lines, start = list[Place](), 0
        for words in text.split("\n"):
            end = start + len(words)
            if words and not words.isspace():
                lines.append((start, end))
            start = end + 1
    if "\t" not in text:
        return tuple(lines)
    return tuple([piece for line in lines for piece in label_and_value(text, *line)])
