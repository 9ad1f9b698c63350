"""Scores the words of right values: gold's words at gold's place, or a right value from elsewhere."""

from collections.abc import Iterator, Mapping, Sequence

from extractor.evaluation.aspects import EvidenceMatch
from extractor.evaluation.fold import fold
from extractor.records.envelope import Evidence
from extractor.records.finding import Span

Evidences = Mapping[str, Evidence]

WIDE_TIMES = 4
WIDE_CHARACTERS = 200
"""Words at the right place are too many beyond both: so many times gold's, and so many characters."""


def match_words(gold: Sequence[Span], predicted: Sequence[Span]) -> EvidenceMatch | None:
    """What the predicted words are beside gold's; None where gold has no words.

    Gold may mark several places; one of them is enough.
    """
    if not gold:
        return None
    if not predicted:
        return EvidenceMatch.NONE
    if (predicted[0].start, predicted[0].end) == (gold[0].start, gold[0].end):
        return EvidenceMatch.RIGHT
    meeting = [theirs for theirs in predicted if any(_meet(ours, theirs) for ours in gold)]
    if meeting:
        return EvidenceMatch.WIDE if _wide(gold, meeting) else EvidenceMatch.RIGHT
    same = {fold(ours.quote) for ours in gold} & {fold(theirs.quote) for theirs in predicted}
    return EvidenceMatch.WRONG_PLACE if same else EvidenceMatch.WRONG_WORDS


def spans_of(evidence: Evidences, pointer: str, parts: Sequence[str] = ()) -> list[Span]:
    """The words of the value at a pointer: its own, else its `parts`', else those of what it is a part of."""
    if (own := evidence.get(pointer)) is not None and own.spans:
        return own.spans
    if not evidence:
        return []
    for place in _places(pointer, parts):
        found = [span for at in place if at in evidence for span in evidence[at].spans]
        if found:
            return found
    return []


def _places(pointer: str, parts: Sequence[str]) -> Iterator[list[str]]:
    yield [f"{pointer}/{name}" for name in parts]
    while pointer := pointer.rpartition("/")[0]:
        yield [pointer]


def _meet(ours: Span, theirs: Span) -> bool:
    return ours.start < theirs.end and theirs.start < ours.end


def _wide(gold: Sequence[Span], meeting: Sequence[Span]) -> bool:
    longest = max(span.end - span.start for span in gold)
    limit = max(WIDE_TIMES * longest, WIDE_CHARACTERS)
    return min(span.end - span.start for span in meeting) > limit
