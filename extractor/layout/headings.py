"""Headings and field labels as registries print them: one table of synonyms for all layouts."""

import re
from collections.abc import Collection

from extractor.normalise.terms import lookup
from extractor.structure.lines import Line
from extractor.structure.sections import Section, sections_of

_COUNT = re.compile(r"\s*\((?P<count>\d+)\)$")
_LONGEST = 60


def heading_name(line: Line) -> str | None:
    """What a line is the heading of (`enrollment` for `Target Recruitment`), or None.

    A heading stands alone on its line, without list marker and closing punctuation; a count in brackets
    may follow it.
    """
    text = line.content.text
    if line.marker or len(text) > _LONGEST or text[-1] in ".:;,":
        return None
    return lookup("headings", _COUNT.sub("", text))


def cut(lines: tuple[Line, ...], *, but: Collection[str] = ()) -> tuple[Section, ...]:
    """The sections of lines; headings named in `but` are taken for content."""
    return sections_of(lines, lambda line: None if (name := heading_name(line)) in but else name)


def count_of(section: Section) -> re.Match[str] | None:
    """The count in brackets behind a heading: group `count`, offsets of the page."""
    heading = section.heading
    return _COUNT.search(heading.page, heading.start, heading.end) if heading else None
