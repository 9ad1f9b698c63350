"""A section or a field removed."""

from dataclasses import replace
from random import Random

from perturb.forms import FORMS
from perturb.pieces import Block, Kind, Page, walk


def drop(page: Page, random: Random) -> Page:
    """The page without one of its headed sections or fields, and whatever stood below its heading.

    What every page of the form has, such as its registration number, is never removed.
    """
    needed = next(form.needed for form in FORMS if form.name == page.form)
    headed = [
        block
        for block in walk(page.blocks)
        if block.kind in {Kind.SECTION, Kind.FIELD} and block.name and block.name not in needed
    ]
    return without(page, random.choice(headed))


def without(page: Page, gone: Block) -> Page:
    """The page without one block."""
    return replace(page, blocks=_without(page.blocks, gone))


def _without(blocks: tuple[Block, ...], gone: Block) -> tuple[Block, ...]:
    return tuple(replace(block, parts=_without(block.parts, gone)) for block in blocks if block is not gone)
