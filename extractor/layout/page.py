"""A page as layouts see it: its text and its lines."""

from functools import cached_property

from extractor.structure.lines import Line, lines_of


class Page:
    """The text of one page with its lines, cut once."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines, blank ones too."""
        return lines_of(self.text)

    @cached_property
    def printed(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        return tuple(line for line in self.lines if not line.blank)
