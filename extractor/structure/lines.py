"""Lines and list items of a page."""

import re
from dataclasses import dataclass
from typing import Final

from extractor.structure.slices import Slice

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_MARKER: Final = re.compile(
    r"[ \t]*(?P<marker>[•◦▪‣●○■*]|[-–—+](?=[ \t])|\(?\d{1,3}[.)](?!\d)|\(?[a-z][.)](?=[ \t]))[ \t]*"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. `content` has no surrounding white space, `item` also no list marker."""

    number: int
    whole: Slice
    content: Slice
    indent: int
    marker: str
    item: Slice

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        content = self.content
        return content.end <= content.start


def lines_of(page: str, start: int = 0, end: int | None = None) -> tuple[Line, ...]:
    r"""The lines of `page[start:end]`, numbered from 0; `\r\n`, `\r` and `\n` end a line."""
    found: list[Line] = []
    for match in _LINE.finditer(page, start, len(page) if end is None else end):
        if match.end() > match.start():
            found.append(line_of(len(found), Slice(page, match.start(), match.end())))
    return tuple(found)


def line_of(number: int, whole: Slice) -> Line:
    """A line, or the rest of one behind a label; `number` is that of the printed line."""
    content = whole.strip()
    indent = content.start - whole.start
    match = _MARKER.match(whole.page, whole.start, whole.end) if content else None
    if not match:
        return Line(number, whole, content, indent, "", content)
    item = Slice(whole.page, match.end(), content.end)
    marker = match.group("marker")
    return Line(number, whole, content, indent, marker, item.strip() if item.end > item.start else content)


def paragraphs(lines: tuple[Line, ...]) -> tuple[Slice, ...]:
    """Runs of lines that are not blank, each as one slice."""
    found: list[Slice] = []
    open_ = False
    for line in lines:
        if line.blank:
            open_ = False
        elif open_:
            found[-1] = found[-1].to(line.content)
        else:
            found.append(line.content)
            open_ = True
    return tuple(found)


def block(lines: tuple[Line, ...]) -> Slice | None:
    """Everything from the first printed line to the last, or None where nothing is printed."""
    printed = [line.content for line in lines if not line.blank]
    return printed[0].to(printed[-1]) if printed else None
