"""The lines of a page, cut into labels, markers, words and blanks."""

import re
from collections.abc import Iterator

from perturb.forms import Form
from perturb.pieces import Line, Piece, Role

_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<content>[^\r\n]*?)(?P<end>[ \t]*(?:\r\n|\n|\Z))")
_MARKER = re.compile(r"(?P<marker>[•*-]|\d{1,2}\.)(?P<blank>[ \t]+)")


def lines_of(page: str, form: Form) -> list[Line]:
    """The lines of a page; put together they are the page."""
    fields = (name for names in form.sections.values() for name in names)
    whole = {*form.sections, *form.panel, *form.tables, *fields}
    inline = "|".join([*(re.escape(label) + r"(?!\w)" for label in form.inline), *map(re.escape, form.glued)])
    label = re.compile(inline)
    found = []
    for match in _LINE.finditer(page):
        if match.end() > match.start():
            content = _content(match["content"], match.start("content"), whole, label)
            blanks = [Piece(*match.span(name), Role.SPACE) for name in ("indent", "end")]
            pieces = (blanks[0], *content, blanks[1])
            found.append(Line(tuple(piece for piece in pieces if piece.end > piece.start)))
    return found


def _content(text: str, at: int, whole: set[str], label: re.Pattern[str]) -> Iterator[Piece]:
    words = 0
    if text in whole:
        words = len(text)
        yield Piece(at, at + words, Role.LABEL)
    elif printed := label.match(text):
        words = printed.end()
        yield Piece(at, at + words, Role.LABEL)
    elif marker := _MARKER.match(text):
        words = marker.end()
        yield Piece(at, at + marker.end("marker"), Role.MARKER)
        yield Piece(at + marker.end("marker"), at + words, Role.SPACE)
    yield Piece(at + words, at + len(text))


def content_of(line: Line, page: str) -> str:
    """What a line prints, without blanks at its ends."""
    return "".join(piece.printed(page) for piece in line.pieces).strip()


def start_of(line: Line) -> int:
    """Offset of the first thing printed on a line."""
    return next((piece.start for piece in line.pieces if piece.role is not Role.SPACE), line.pieces[0].start)


def indent_of(line: Line) -> int:
    """Number of blanks before the first thing printed on a line."""
    return start_of(line) - line.pieces[0].start


def has_marker(line: Line) -> bool:
    """Whether a line begins a list item."""
    return any(piece.role is Role.MARKER for piece in line.pieces)
