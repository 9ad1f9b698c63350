"""Pages that print a label and behind it, or below it, its value: cut into one section for each label."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extractor.structure.lines import Line, line_of
from extractor.structure.sections import Section
from extractor.structure.slices import Slice


@dataclass(frozen=True, slots=True)
class Label:
    """A label on a line: what it stands for, its words, and what the line prints behind it."""

    name: str
    words: Slice
    rest: Slice


def labelled(lines: Iterable[Line], label_of: Callable[[Line], Label | None]) -> tuple[Section, ...]:
    """Cut lines at labels; what stands above the first one is a section with the name `""`."""
    found: list[Section] = []
    name, heading, body = "", None, list[Line]()
    for line in lines:
        label = None if line.blank else label_of(line)
        if label is None:
            body.append(line)
            continue
        found.append(Section(name, heading, tuple(body)))
        name, heading = label.name, label.words
        body = [line_of(line.number, label.rest)] if label.rest else []
    found.append(Section(name, heading, tuple(body)))
    return tuple(found)


def first_cell(line: Line) -> tuple[Slice, Slice]:
    """The first cell of a line and the rest behind the tab; lines of text are one cell."""
    content = line.content
    at = content.page.find("\t", content.start, content.end)
    if at < 0:
        return content, Slice(content.page, content.end, content.end)
    cut = at - content.start
    return content.cut(0, cut).strip(), content.cut(cut).strip()


def part_behind(line: Line, label: str) -> Slice | None:
    """What a line prints behind a label of its own, `Measure: …`; None where it does not begin so."""
    content = line.content
    if not content.page.startswith(label, content.start, content.end):
        return None
    return content.cut(len(label)).strip()
