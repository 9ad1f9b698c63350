"""Other list markers."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from string import ascii_lowercase

from perturb.pieces import Block, Kind, Page, Piece, Role, walk

STYLES: dict[str, Callable[[int], str]] = {
    "•": lambda _: "•",
    "*": lambda _: "*",
    "-": lambda _: "-",
    "1.": lambda at: f"{at + 1}.",
    "a)": lambda at: f"{ascii_lowercase[at]})" if at < len(ascii_lowercase) else f"{at + 1})",
}
"""Each style by its first marker."""


def markers(page: Page, random: Random) -> Page:
    """The page with all its lists printed with one other kind of marker; numbers and letters count anew in
    every list. A page without lists stays as it is."""
    printed = {
        piece.printed(page.source)
        for block in walk(page.blocks)
        if block.kind is Kind.ITEM
        for piece in block.lines[0].pieces
        if piece.role is Role.MARKER
    }
    style = random.choice([name for name in STYLES if name not in printed])
    return replace(page, blocks=_marked(page.blocks, STYLES[style]))


def _marked(blocks: tuple[Block, ...], marker: Callable[[int], str]) -> tuple[Block, ...]:
    found, at = [], 0
    for block in blocks:
        changed = replace(block, parts=_marked(block.parts, marker))
        if block.kind is Kind.ITEM:
            first, *more = block.lines
            new = first.map(_printing(marker(at)))
            changed = replace(changed, lines=(new, *more))
            at += 1
        found.append(changed)
    return tuple(found)


def _printing(text: str) -> Callable[[Piece], Piece]:
    return lambda piece: replace(piece, text=text) if piece.role is Role.MARKER else piece
