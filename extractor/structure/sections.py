"""Headings and the sections below them."""

from collections.abc import Callable
from dataclasses import dataclass

from extractor.structure.lines import Line, block
from extractor.structure.slices import Slice


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below one heading.

    `name` is what the heading stands for; the first section of a page has no heading and the name `""`.
    """

    name: str
    heading: Slice | None
    lines: tuple[Line, ...]

    @property
    def printed(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        return tuple(line for line in self.lines if not line.blank)

    @property
    def block(self) -> Slice | None:
        """Everything below the heading, or None."""
        return block(self.lines)


def sections_of(lines: tuple[Line, ...], heading_name: Callable[[Line], str | None]) -> tuple[Section, ...]:
    """Cut lines at headings; `heading_name` says what a line is the heading of, or None."""
    found: list[Section] = []
    name, heading, body = "", None, list[Line]()
    for line in lines:
        new = None if line.blank else heading_name(line)
        if new is None:
            body.append(line)
            continue
        found.append(Section(name, heading, tuple(body)))
        name, heading, body = new, line.content, []
    found.append(Section(name, heading, tuple(body)))
    return tuple(found)
