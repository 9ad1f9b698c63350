"""Labels that a form prints in one order: a line of prose that reads like a label breaks it."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

_FEW = 2
_SHARE = 0.2


def misplaced(places: Sequence[Collection[int]], repeated: Collection[int] = frozenset()) -> str:
    """What is in disorder where many labels break the order; `""` where few do. Arguments: see `in_order`."""
    out = len(places) - len(in_order(places, repeated))
    many = out >= _FEW and out > _SHARE * len(places)
    return f"{out} of its {len(places)} headings stand out of their order" if many else ""


def in_order(places: Sequence[Collection[int]], repeated: Collection[int]) -> list[tuple[int, int]]:
    """The longest run of labels that keeps the form's order: position of each, and its place in the form.

    `places` are for each label found where in the form it may stand; those of `repeated` may come more than
    once. Of runs as long, the one with the later labels is kept.
    """
    tails: list[int] = []
    ends: list[int] = []
    steps: list[tuple[int, int, int]] = []
    """Position, place and the step before."""
    for position, options in enumerate(places):
        # From the last place of the form to the first: a label cannot follow itself.
        for place in sorted(options, reverse=True):
            at = (bisect_right if place in repeated else bisect_left)(tails, place)
            steps.append((position, place, ends[at - 1] if at else -1))
            tails[at : at + 1] = [place]
            ends[at : at + 1] = [len(steps) - 1]
    kept: list[tuple[int, int]] = []
    step = ends[-1] if ends else -1
    while step >= 0:
        position, place, step = steps[step]
        kept.append((position, place))
    return kept[::-1]
