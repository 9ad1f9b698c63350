"""Headings and field labels as registries print them: one table of synonyms for all layouts."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from extractor.normalise.terms import lookup
from extractor.structure.lines import Line
from extractor.structure.sections import Section, sections_of
from extractor.structure.slices import Slice

_COUNT = re.compile(r"\s*\((?P<count>\d{1,9})\)$")
_LONGEST = 60
_COLON_ALLOWED = frozenset({"inclusion", "exclusion"})
_TITLE = re.compile(r"[A-Z][^.:;,!?\d]{2,49}")
_MOST_WORDS = 6
_SMALL_WORD = 3


def heading_name(line: Line) -> str | None:
    """What a line is the heading of (`enrollment` for `Target Recruitment`), or None.

    A heading stands alone on its line, without list marker and closing punctuation; a count in brackets
    may follow it.
    """
    content = line.content
    return None if line.marker or len(content) > _LONGEST else _named(content.text)


@lru_cache(maxsize=8192)
def _named(text: str) -> str | None:
    return None if text[-1] in ".:;," else lookup("headings", _COUNT.sub("", text))


def _with_colon(line: Line) -> str | None:
    text = line.content.text
    if line.marker or not text.endswith(":"):
        return None
    name = lookup("headings", text.removesuffix(":"))
    return name if name in _COLON_ALLOWED else None


def cut(lines: tuple[Line, ...], name_of: Callable[[Line], str | None] = heading_name) -> tuple[Section, ...]:
    """The sections of lines; `name_of` says what a line is the heading of.

    `Inclusion Criteria:` with a colon is a heading only where none stands without: a description may quote
    the criteria too.
    """
    strict = {line.number: name for line in lines if not line.blank and (name := name_of(line))}
    missed = _COLON_ALLOWED - set(strict.values())
    loose = {line.number: name for line in lines if not line.blank and (name := _with_colon(line)) in missed}
    names = {**loose, **strict}
    return sections_of(lines, lambda line: names.get(line.number))


def looks_like_heading(words: Slice) -> bool:
    """Whether words have the form of a heading no table knows: a few words in capitals, no punctuation."""
    parts = words.text.split()
    return (
        bool(words.match(_TITLE))
        and len(parts) <= _MOST_WORDS
        and all(part[0].isupper() for part in parts if len(part) > _SMALL_WORD)
    )


def by_name(sections: Iterable[Section]) -> dict[str, Section]:
    """Sections by name; the lines of a second section of one name follow those of the first."""
    named: dict[str, Section] = {}
    for section in sections:
        first = named.get(section.name)
        lines = (*first.lines, *section.lines) if first else section.lines
        named[section.name] = Section(section.name, (first or section).heading, lines)
    return named


def count_of(section: Section) -> re.Match[str] | None:
    """The count in brackets behind a heading: group `count`, offsets of the page."""
    heading = section.heading
    return _COUNT.search(heading.page, heading.start, heading.end) if heading else None
