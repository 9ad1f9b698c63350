"""Words a page prints where a value is missing, and the reason they give."""

from extractor.normalise.terms import fold
from extractor.records.missing import MissingReason
from extractor.structure.slices import Slice

_STATED = frozenset(
    map(
        fold,
        (
            "Not available",
            "Not provided",
            "Not specified",
            "None provided",
            "No information",
            "N/A",
            "NA",
            "Information not present in EudraCT",
            "Not provided at time of registration",
        ),
    )
)
_NOT_APPLICABLE = fold("Not applicable")
_DASHES = frozenset("-–—−")


def placeholder(words: Slice) -> MissingReason | None:
    """The reason that the words of a whole cell or section give, or None where they are content."""
    text = words.text.strip()
    if not text:
        return MissingReason.EMPTY_CELL
    if set(text) <= _DASHES:
        return MissingReason.DASH_PLACEHOLDER
    if fold(text) == _NOT_APPLICABLE:
        return MissingReason.NOT_APPLICABLE
    return MissingReason.STATED_NOT_AVAILABLE if fold(text) in _STATED else None
