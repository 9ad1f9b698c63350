"""Headings and field labels by other names."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from perturb.pieces import Line, Page, Piece, Role
from perturb.synonyms import BY_FORM, Family


def rename(page: Page, random: Random) -> Page:
    """The page with every heading and label that has a synonym printed by one.

    A label has one new name wherever it stands, names of one family change together, and no two labels
    of a page come to have one name.
    """
    labels = {piece.printed(page.source) for piece in page.pieces() if piece.role is Role.LABEL}
    names = _names(labels, BY_FORM[page.form], random)

    def renamed(piece: Piece) -> Piece:
        new = names.get(piece.printed(page.source)) if piece.role is Role.LABEL else None
        return replace(piece, text=new) if new else piece

    def change(line: Line) -> Line:
        return line.map(renamed)

    return page.map_lines(change)


def _names(labels: set[str], families: Iterable[Family], random: Random) -> dict[str, str]:
    names: dict[str, str] = {}
    for family in families:
        here = {label: others for label, others in family.items() if label in labels}
        if not here:
            continue
        choices = list(range(min(map(len, here.values()))))
        random.shuffle(choices)
        for choice in choices:
            new = {label: others[choice] for label, others in here.items()}
            taken = {name.casefold() for name in (labels - here.keys()) | set(names.values())}
            if not taken & {name.casefold() for name in new.values()}:
                names |= new
                break
    return names
