"""Comparators of identifiers and of names from closed lists. Neither knows a distance."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from extractor.evaluation.aspects import PartialReason
from extractor.evaluation.outcome import Verdict
from extractor.evaluation.verdicts import in_part, verdict
from extractor.normalise.identifiers import scheme_of
from extractor.normalise.terms import lookup

PARENTS: Mapping[str, str] = MappingProxyType({"BILIRUBIN_TOTAL": "BILIRUBIN"})
"""Names that a wider name of the same list holds."""


def identifier(gold: str, predicted: str) -> Verdict:
    """Exact but for case and blanks at the ends: one other digit is another identifier.

    Where gold has the pattern of a registry and the prediction has that of none, the reason says so: such a
    value is no identifier at all.
    """
    ours, theirs = gold.strip(), predicted.strip()
    if ours.casefold() == theirs.casefold():
        return verdict("identifier", equal=True)
    if scheme_of(ours) is not None and scheme_of(theirs) is None:
        return Verdict(equal=False, reason="identifier: differs, BAD_PATTERN")
    return verdict("identifier", equal=False)


def enum(gold: str, predicted: str) -> Verdict:
    """Exact: a name from a closed list."""
    return verdict("enum", equal=gold == predicted)


@dataclass(frozen=True, slots=True)
class Named:
    """Names from a shipped table: two that stand for the same entry are the same."""

    vocabulary: str

    def __call__(self, gold: str, predicted: str) -> Verdict:
        """Exact after the table."""
        ours, theirs = self.canonical(gold), self.canonical(predicted)
        if ours == theirs:
            return verdict("name", equal=True)
        if PARENTS.get(ours) == theirs:
            return in_part("name", PartialReason.PARENT)
        if PARENTS.get(theirs) == ours:
            return in_part("name", PartialReason.CHILD)
        return verdict("name", equal=False)

    def canonical(self, name: str) -> str:
        """The table's own name for a name."""
        text = name.value if isinstance(name, Enum) else name
        return lookup(self.vocabulary, text) or text
