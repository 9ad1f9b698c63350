"""Rows of tables and items of lists in another order."""

from dataclasses import replace
from random import Random

from perturb.pieces import Block, Kind, Line, Page, Role


def shuffle_rows(page: Page, random: Random) -> Page:
    """The page with the rows of its tables and the items of its lists in another order.

    A row takes its description along, an item its paragraphs and the items inside it. Markers, so numbers
    too, and the blank lines between two places stay in place.
    """
    return replace(page, blocks=_mixed(page.blocks, random))


def _mixed(blocks: tuple[Block, ...], random: Random) -> tuple[Block, ...]:
    inner = [replace(block, parts=_mixed(block.parts, random)) for block in blocks]
    places = [at for at, block in enumerate(inner) if block.kind in {Kind.ROW, Kind.ITEM}]
    if len(places) < 2:
        return tuple(inner)
    order = list(places)
    while order == places:
        random.shuffle(order)
    moved = list(inner)
    for place, source in zip(places, order, strict=True):
        first, *more = inner[source].lines
        lines = (_with_marker_of(first, inner[place].lines[0]), *more)
        moved[place] = replace(inner[source], lines=lines, tail=inner[place].tail)
    return tuple(moved)


def _with_marker_of(line: Line, other: Line) -> Line:
    marker = next((piece for piece in other.pieces if piece.role is Role.MARKER), None)
    return line.map(lambda piece: marker if marker and piece.role is Role.MARKER else piece)
