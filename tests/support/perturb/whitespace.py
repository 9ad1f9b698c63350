"""Other blank lines between sections, blanks at line ends, other line ends."""

from dataclasses import replace
from random import Random

from perturb.pieces import Block, Kind, Line, Page, Piece, Role

_SHARE_OF_TRAILING_BLANKS = 0.25


def whitespace(page: Page, random: Random) -> Page:
    """The page with the blank lines between sections and fields doubled or removed, and, by chance, with
    blanks at the end of some lines and with `\\r\\n` line ends.

    Blank lines inside a section stay, and so do those before a part that has lost its heading.
    """
    blocks = _spaced(page.blocks, double=random.random() < 0.5)
    page = replace(page, blocks=blocks)
    if random.random() < 0.5:
        page = page.map_lines(lambda line: _trailing(line, random))
    if random.random() < 0.5:
        page = page.map_lines(lambda line: line.map(lambda piece: _crlf(piece, page.source)))
    return page


def _spaced(blocks: tuple[Block, ...], *, double: bool) -> tuple[Block, ...]:
    found = []
    for at, block in enumerate(blocks):
        tail = block.tail
        if block.kind not in {Kind.ROW, Kind.ITEM}:
            before_bare = at + 1 < len(blocks) and blocks[at + 1].bare
            if double:
                tail = (*tail, *(_again(line) for line in tail))
            elif not before_bare:
                tail = ()
        found.append(replace(block, parts=_spaced(block.parts, double=double), tail=tail))
    return tuple(found)


def _again(line: Line) -> Line:
    """A blank line once more: it stands for nothing on the old page."""
    end = line.pieces[-1].end
    return Line((Piece(end, end, Role.SPACE, "\n"),))


def _trailing(line: Line, random: Random) -> Line:
    if random.random() >= _SHARE_OF_TRAILING_BLANKS or line.blank:
        return line
    end = line.pieces[-1]
    if end.role is not Role.SPACE:  # the last line of a page may have no end
        return line
    blanks = Piece(end.start, end.start, Role.SPACE, " " * random.choice((1, 2)))
    return Line((*line.pieces[:-1], blanks, end))


def _crlf(piece: Piece, page: str) -> Piece:
    printed = piece.printed(page)
    if piece.role is not Role.SPACE or "\n" not in printed or "\r" in printed:
        return piece
    return replace(piece, text=printed.replace("\n", "\r\n"))
