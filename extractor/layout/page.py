"""A page as layouts see it: its text, its lines and, where it was a record, its fields."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from extractor.conversion.converted import Field
from extractor.structure.lines import Line, lines_of
from extractor.structure.slices import Slice


class Page:
    """The text of one page with its lines, cut once. `fields` are those of a record in JSON or XML."""

    def __init__(self, text: str, fields: Sequence[Field] = ()) -> None:
        self.text = text
        self.fields = fields
        self.sniffed: dict[str, Any] = {}
        """How much it looks like each layout that was asked, by name."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines, blank ones too."""
        return lines_of(self.text)

    @cached_property
    def printed(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        return tuple(line for line in self.lines if not line.blank)

    def lines_in(self, words: Slice) -> tuple[Line, ...]:
        """The lines whose words begin inside a piece of the page, and the blank ones between them."""
        return tuple(line for line in self.lines if words.start <= line.content.start < words.end)
