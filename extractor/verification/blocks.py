"""Rows and blocks of a section, read from the page alone: where the block of a head begins and ends.

What tells them, in this order: list markers, indents, tables, lines of one kind that come again, paragraphs.
Where nothing does, only what stands right below a head is surely its own.
"""

import re
from typing import Final

from extractor.verification.line_kinds import OTHERS, is_prose, kind_of
from extractor.verification.page import Page, Part, Place
from extractor.verification.separators import Extent, Row, Section

_OTHERS_LABELS: Final = {"arms": ("intervention",), "interventions": ("group", "arm")}
"""For a list, words of labels that stand for another list inside its blocks."""

_PLURAL: Final = re.compile(r"(?:s|\(s\))(?![A-Za-z])|&")
"""A heading of several objects."""
_NUMBER: Final = re.compile(r"\w+")
"""What counts the items of a list: `1.` and `2.` are one marker."""


class Blocks:
    """The blocks of one page, for heads of one list of the record."""

    def __init__(self, page: Page, family: str) -> None:
        self.page = page
        self.family = family
        self._rows: dict[int, tuple[Row, ...]] = {}
        self._labelled: dict[int, list[Row]] = {}
        self._extents: dict[Place, Extent] = {}

    def around(self, head: Place) -> Extent:
        """The block of a head that stands at a place."""
        if head not in self._extents:
            self._extents[head] = self._around(head)
        return self._extents[head]

    def rows(self, part: Part) -> tuple[Row, ...]:
        """The lines below a heading."""
        if part.start not in self._rows:
            words = self.page.text[part.body : part.end]
            beside = words[:1] not in {"", "\r", "\n"} and part.body > part.start
            lines = self.page.lines_between(part.start if beside else part.body, part.end)
            self._rows[part.start] = tuple(self._row(part, line) for line in lines)
        return self._rows[part.start]

    def _row(self, part: Part, line: Place) -> Row:
        text, (start, end) = self.page.text, line
        item = self.page.item_start(line)
        stripped = start + len(text[start:end]) - len(text[start:end].lstrip())
        outcomes = self.family == "outcomes" or part.name.endswith("_outcomes")
        kind = kind_of(text[item:end].strip(), outcomes=outcomes)
        if kind and any(word in kind for word in _OTHERS_LABELS.get(self.family, ())):
            kind = OTHERS if kind.startswith("label") else kind
        if kind is None and item > stripped and self.page.marked[text[stripped:end].strip()] > 1:
            kind = f"label {text[item:end].strip().casefold()}"
        before = text[max(0, start - 4) : start].replace("\r\n", "\n")
        marker = _NUMBER.sub("1", text[stripped:item].strip())
        apart = before.endswith("\n\n")
        return Row(start, item, end, marker, stripped - start, apart, kind, is_prose(text[item:end].strip()))

    def _around(self, head: Place) -> Extent:
        part = self.page.part_at(head[0])
        rows = self.rows(part)
        at = next((n for n, row in enumerate(rows) if row.start <= head[0] <= row.end), None)
        if at is None:
            line = self.page.line_at(head[0])
            return Extent(line[0], line[1], line[1])
        section = Section(rows, self.page.text, part)
        return section.lined(at, head[1]) or section.block(at)

    def is_alone(self, head: int, *, only: bool = False) -> bool:
        """Whether the page prints a heading for each object: `Arm`, and again `Arm`, each above one head.

        Of an object that is the only one of its list, `only`, the heading need not come again.
        """
        part = self.page.part_at(head)
        again = only or sum(one.name == part.name for one in self.page.parts) > 1
        first = self.page.line_below(part.start)
        at_top = first is not None and first[0] <= head < first[1]
        return again and at_top and _PLURAL.search(self.page.text[part.start : part.body]) is None

    def in_glued_table(self, head: int) -> bool:
        """Whether a head begins a row of a table that lost its separators: it is the row's first cell."""
        part = self.page.part_at(head)
        rows = self.rows(part)
        at = next((n for n, row in enumerate(rows) if row.start <= head <= row.end), None)
        return at is not None and Section(rows, self.page.text, part).tabled(at) is not None

    def of_another(self, head: int) -> bool:
        """Whether the first label behind a head is one of another list, where this list has labels too."""
        part = self.page.part_at(head)
        if part.name == self.family == "interventions":
            return False  # an arm's label there says who receives it
        labels = self._labels(part)
        behind = next((row.kind for row in labels if row.start > head), None)
        return behind == OTHERS and any(row.kind != OTHERS for row in labels)

    def _labels(self, part: Part) -> list[Row]:
        """The lines below a heading that begin with a label."""
        if part.start not in self._labelled:
            rows = self.rows(part)
            self._labelled[part.start] = [row for row in rows if row.kind and row.kind.startswith("label")]
        return self._labelled[part.start]
