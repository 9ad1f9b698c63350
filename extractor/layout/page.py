"""A page as layouts see it: its text, its lines and, where it was a record, its fields."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from extractor.conversion.converted import Field
from extractor.structure.lines import Line, lines_of
from extractor.structure.slices import Slice

_COMMENTS = re.compile(
    r"\n[ \t]*(?P<heading>(?:(?:Reader |User )?Comments? \(\d{1,5}\)|\d{1,5} Comments?):?)[ \t]*(?=\n)"
)


class Page:
    """The text of one page with its lines, cut once. `fields` are those of a record in JSON or XML."""

    def __init__(self, text: str, fields: Sequence[Field] = ()) -> None:
        self.text = text
        self.fields = fields
        self.sniffed: dict[str, Any] = {}
        """How much it looks like each layout that was asked, by name."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines down to readers' comments, blank ones too."""
        return lines_of(self.text, 0, self._comments.start if self._comments else None)

    @cached_property
    def _comments(self) -> Slice | None:
        """The heading of readers' comments; a record has none."""
        match = None if self.fields else _COMMENTS.search(self.text)
        return Slice(self.text, match.start("heading"), match.end("heading")) if match else None

    @cached_property
    def comments(self) -> Slice | None:
        """What readers of the site wrote below the page: none of its words."""
        heading = self._comments
        return Slice(self.text, heading.start, len(self.text)).strip() if heading else None

    @cached_property
    def printed(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        return tuple(line for line in self.lines if not line.blank)

    def lines_in(self, words: Slice) -> tuple[Line, ...]:
        """The lines whose words begin inside a piece of the page, and the blank ones between them."""
        return tuple(line for line in self.lines if words.start <= line.content.start < words.end)
