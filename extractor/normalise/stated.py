"""A constraint of a criterion and the words that state it."""

from dataclasses import dataclass

from extractor.records.criteria import Constraint


@dataclass(frozen=True, slots=True)
class Stated:
    """A constraint stated at `text[start:end]`: from the name of what is limited to the end of its limit.

    `bound` is where the sign and the number stand, which several constraints may share.
    """

    constraint: Constraint
    start: int
    end: int
    bound: tuple[int, int] = (-1, -1)
