"""Sections, and the fields inside them, in another order."""

from dataclasses import replace
from itertools import pairwise
from random import Random

from perturb.pieces import Block, Kind, Page

_MOVABLE = frozenset({Kind.GROUP, Kind.SECTION, Kind.FIELD})


def reorder(page: Page, random: Random) -> Page:
    """The page with its sections in another order; title block and footer stay in place.

    The fields of a section or group change places among themselves. Blank lines between two places stay
    between those places. What has lost its heading never comes to stand below another's heading, and
    lists of one section stay side by side, as inclusion and exclusion criteria do everywhere.
    """
    return replace(page, blocks=_mixed(page.blocks, random))


def _mixed(blocks: tuple[Block, ...], random: Random) -> tuple[Block, ...]:
    inner = [replace(block, parts=_mixed(block.parts, random)) for block in blocks]
    places = [at for at, block in enumerate(inner) if block.kind in _MOVABLE]
    if len(places) < 2:
        return tuple(inner)
    order = list(places)
    while order == places or not _readable([inner[at] for at in order]):
        random.shuffle(order)
    moved = list(inner)
    for place, source in zip(places, order, strict=True):
        moved[place] = replace(inner[source], tail=inner[place].tail)
    return tuple(moved)


def _readable(blocks: list[Block]) -> bool:
    """Whether no bare block follows a headed section, and no list stands apart from its neighbour."""
    misread = any(
        after.bare and before.kind is Kind.SECTION and not before.bare for before, after in pairwise(blocks)
    )
    lists = [at for at, block in enumerate(blocks) if block.kind is Kind.FIELD and _is_list(block)]
    apart = any(after - before > 1 for before, after in pairwise(lists))
    return not misread and not apart


def _is_list(block: Block) -> bool:
    return any(part.kind is Kind.ITEM for part in block.parts)
