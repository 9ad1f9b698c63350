"""Time frames that come without a place: the rest of their outcome's row, or words in its block."""

from extractor.records.envelope import EvidenceStatus
from extractor.verification import cells
from extractor.verification.case import Case, Verdict, ambiguous, unsupported
from extractor.verification.contexts import Words
from extractor.verification.fold import fold
from extractor.verification.misfits import misfit


def time_frame_verdict(case: Case, words: Words) -> Verdict:
    """A time frame without a place is the rest of its outcome's row, or stands in its outcome's block."""
    if fold(case.value) not in map(fold, words.offered):
        return unsupported("its words are not the value")
    found, doubt = cells.time_frame(case)
    if found and doubt:
        return ambiguous(doubt, tuple(found))
    if found:
        return Verdict(EvidenceStatus.VERIFIED, "the rest of the row of its measure", tuple(found))
    places = [place for place in words.places if misfit(case, words, place) is None]
    owned = tuple(place for place in places if case.rows.owner_of("outcomes", place))
    if owned:
        return Verdict(EvidenceStatus.VERIFIED, "stands in the block of its measure", owned)
    if places and not case.rows.anchors("outcomes"):
        why = "on the page; no table ties it to its measure"
        return Verdict(EvidenceStatus.QUOTED, why, tuple(places))
    return unsupported("does not stand in the row of its measure")
