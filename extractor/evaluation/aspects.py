"""What is said of a value besides its outcome: in which part it is right, its origin, its words, its null."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class PartialReason(StrEnum):
    """Why a value that differs from gold's is not simply wrong."""

    LOST_PRECISION = "LOST_PRECISION"
    """A date that agrees with gold's and stops earlier."""
    FABRICATED_PRECISION = "FABRICATED_PRECISION"
    """A date that agrees with gold's and goes further than the page."""
    OTHER_TYPE = "OTHER_TYPE"
    """The same date, actual instead of estimated or the other way round."""
    CONVERTED = "CONVERTED"
    """The same length of time or amount in another unit than printed."""
    SPELLING = "SPELLING"
    """The same words, spelt or punctuated otherwise than on the page."""
    SUBSET = "SUBSET"
    """A part of gold's text."""
    SUPERSET = "SUPERSET"
    """Gold's text and more."""
    PARENT = "PARENT"
    """A wider name of the same list: BILIRUBIN for BILIRUBIN_TOTAL."""
    CHILD = "CHILD"
    """A narrower name of the same list than the page gives."""
    SWAPPED = "SWAPPED"
    """Gold's value of another field of the same object."""


CREDIT: Mapping[PartialReason, float] = MappingProxyType(
    {
        PartialReason.LOST_PRECISION: 0.5,
        PartialReason.FABRICATED_PRECISION: 0.0,
        PartialReason.OTHER_TYPE: 0.5,
        PartialReason.CONVERTED: 1.0,
        PartialReason.SPELLING: 1.0,
        PartialReason.SUBSET: 0.5,
        PartialReason.SUPERSET: 0.5,
        PartialReason.PARENT: 0.5,
        PartialReason.CHILD: 0.0,
        PartialReason.SWAPPED: 0.0,
    }
)
"""The share of a value that the lenient reading counts; what adds to the page earns none."""


class Origin(StrEnum):
    """Where a value that is not gold's came from."""

    IN_SOURCE = "IN_SOURCE"
    """The page says it, elsewhere or of something else."""
    DERIVABLE = "DERIVABLE"
    """A normal form of words that the page has, by the project's own tables and grammars."""
    NOT_IN_SOURCE = "NOT_IN_SOURCE"
    """Nothing on the page gives it: fabricated."""


class EvidenceMatch(StrEnum):
    """What the words offered for a right value are, beside gold's."""

    RIGHT = "RIGHT"
    """Words at the place that gold names."""
    WIDE = "WIDE"
    """The place is gold's, and many more words than gold's are named."""
    WRONG_PLACE = "WRONG_PLACE"
    """The same words, at another place of the page."""
    WRONG_WORDS = "WRONG_WORDS"
    """Other words: a right value from the wrong place."""
    NONE = "NONE"
    """No words."""


class AbsenceMatch(StrEnum):
    """Whether a right null is right for gold's reason. No reason given means ABSENT."""

    ABSENT = "ABSENT"
    """Neither side gives a reason."""
    MATCHES = "MATCHES"
    """Both give the same reason."""
    REASON_LOST = "REASON_LOST"
    """Gold says why; the prediction says ABSENT."""
    REASON_INVENTED = "REASON_INVENTED"
    """Gold says ABSENT; the prediction gives another reason."""
    OTHER_REASON = "OTHER_REASON"
    """Both give a reason, not the same one."""
