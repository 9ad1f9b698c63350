"""How comparators word their verdicts."""

from functools import cache

from extractor.evaluation.aspects import PartialReason
from extractor.evaluation.outcome import Verdict


@cache
def verdict(kind: str, *, equal: bool) -> Verdict:
    """The same, or not."""
    return Verdict(equal=equal, reason=f"{kind}: {'equal' if equal else 'differs'}")


def parts(kind: str, **equal: bool) -> Verdict:
    """All parts must be equal; the reason names those that are not."""
    wrong = [name for name in equal if not equal[name]]
    if not wrong:
        return verdict(kind, equal=True)
    return Verdict(equal=False, reason=f"{kind}: {' and '.join(wrong)} differs")


def in_part(kind: str, partial: PartialReason) -> Verdict:
    """Not the same, and right in part."""
    return Verdict(equal=False, reason=f"{kind}: {partial}", partial=partial)
