"""Scores right nulls by their reason: the page has it nowhere, or says why it is not there."""

from collections.abc import Mapping

from extractor.evaluation.aspects import AbsenceMatch
from extractor.records.missing import MissingReason

Reasons = Mapping[str, MissingReason]


def match_reasons(gold: MissingReason, predicted: MissingReason) -> AbsenceMatch:
    """How the reason of a predicted null stands beside gold's."""
    if gold is predicted:
        return AbsenceMatch.ABSENT if gold is MissingReason.ABSENT else AbsenceMatch.MATCHES
    if predicted is MissingReason.ABSENT:
        return AbsenceMatch.REASON_LOST
    return AbsenceMatch.REASON_INVENTED if gold is MissingReason.ABSENT else AbsenceMatch.OTHER_REASON


def reason_at(missing: Reasons, pointer: str | None) -> MissingReason:
    """The reason of a null: its own entry, else that of what it is a part of, else ABSENT."""
    while pointer and missing:
        if pointer in missing:
            return missing[pointer]
        pointer = pointer.rpartition("/")[0]
    return MissingReason.ABSENT
