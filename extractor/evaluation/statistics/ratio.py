"""What one document adds to a share: above the line and below it."""

from typing import NamedTuple


class Ratio(NamedTuple):
    """`part` of `n`; neither need be whole, as those of F1 and of weighted cells are not."""

    part: float
    n: float
