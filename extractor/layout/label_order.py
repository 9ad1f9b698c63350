"""Labels that a form prints in one order: a line of prose that reads like a label breaks it."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence


def in_order(ranks: Sequence[int], repeated: Collection[int]) -> list[int]:
    """Positions of the longest run of labels that keeps the form's order; later ones of equals are kept.

    `ranks` are the places of the labels in the form, `repeated` those that may come more than once.
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for position, rank in enumerate(ranks):
        at = (bisect_right if rank in repeated else bisect_left)(tails, rank)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [rank]
        ends[at : at + 1] = [position]
    kept: list[int] = []
    position = ends[-1] if ends else -1
    while position >= 0:
        kept.append(position)
        position = before[position]
    return kept[::-1]
