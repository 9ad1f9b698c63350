"""Where gold may be wrong: values that speak against it and are worth a second look.

Two signs: the page supports what the reader says (verification found it VERIFIED), or two readers say the
same against gold. Neither is proof: a person reads the page again and gives a verdict.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.evaluation.folded import folded
from extractor.evaluation.gold_verdict import GoldVerdict
from extractor.evaluation.outcome import Cell, Outcome
from extractor.evaluation.score import DocumentScore
from extractor.records.envelope import EvidenceStatus, Extraction
from extractor.records.pointer import field_path

_AGAINST = frozenset({Outcome.WRONG, Outcome.PARTIAL, Outcome.SPURIOUS, Outcome.MISSING})

Reading = tuple[DocumentScore, Extraction]
"""One page read by one reader: the score, and what was scored."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value of gold that may be wrong.

    `pointer` is gold's address, or the first reader's where gold has no such item. `readers` say the same
    against it; `quotes` are the words that verification holds to support them, none where there are none.
    """

    document: str
    pointer: str
    gold: Any
    predicted: Any
    readers: tuple[str, ...]
    quotes: tuple[str, ...]

    @property
    def why(self) -> str:
        """The signs, in words."""
        signs = ["the page supports it"] if self.quotes else []
        signs += [f"{len(self.readers)} readers agree"] if len(self.readers) > 1 else []
        return " and ".join(signs)


def doubts(runs: Iterable[Sequence[Reading]], verdicts: Iterable[GoldVerdict] = ()) -> list[Doubt]:
    """The doubts that several runs raise, most signs first; those already decided are left out.

    Two runs of the same reader, model, prompt and plan are one reader: their agreement says nothing.
    """
    found: dict[tuple[str, str, str], Doubt] = {}
    for run in runs:
        for score, extraction in run:
            for doubt in _of_reading(score, extraction):
                key = _key(doubt)
                found[key] = _joined(found[key], doubt) if key in found else doubt
    decided = {_decided(verdict) for verdict in verdicts}
    worth = [one for key, one in found.items() if one.why and key not in decided]
    return sorted(worth, key=lambda one: -(bool(one.quotes) + (len(one.readers) > 1)))


def _of_reading(score: DocumentScore, extraction: Extraction) -> Iterator[Doubt]:
    for cell in score.cells:
        if cell.outcome in _AGAINST:
            yield Doubt(
                document=score.document,
                pointer=cell.gold_pointer or cell.predicted_pointer or cell.path,
                gold=cell.gold,
                predicted=cell.predicted,
                readers=(_reader(extraction),),
                quotes=_quotes(cell, extraction),
            )


def _quotes(cell: Cell, extraction: Extraction) -> tuple[str, ...]:
    """The words of a predicted value that verification found to say it; of a whole, of all its parts."""
    if cell.predicted is None or cell.predicted_pointer is None:
        return ()
    own = cell.predicted_pointer
    parts = [
        found for place, found in extraction.evidence.items() if place == own or place.startswith(own + "/")
    ]
    if not parts or any(found.status is not EvidenceStatus.VERIFIED for found in parts):
        return ()
    return tuple(dict.fromkeys(span.quote for found in parts for span in found.spans))


def _reader(extraction: Extraction) -> str:
    lineage = extraction.lineage
    parts = (lineage.reader, lineage.model, lineage.prompt and lineage.prompt[:12], lineage.plan)
    return " ".join(part for part in parts if part)


def _joined(one: Doubt, other: Doubt) -> Doubt:
    return Doubt(
        document=one.document,
        pointer=one.pointer,
        gold=one.gold,
        predicted=one.predicted,
        readers=tuple(dict.fromkeys((*one.readers, *other.readers))),
        quotes=tuple(dict.fromkeys((*one.quotes, *other.quotes))),
    )


def _key(doubt: Doubt) -> tuple[str, str, str]:
    return _told_apart(doubt.document, doubt.pointer, doubt.gold, doubt.predicted)


def _decided(verdict: GoldVerdict) -> tuple[str, str, str]:
    return _told_apart(verdict.document, verdict.pointer, verdict.gold, verdict.value)


def _told_apart(document: str, pointer: str, gold: Any, value: Any) -> tuple[str, str, str]:
    """Where gold has a value its address counts; else readers number items each in their own way."""
    place = field_path(pointer) if gold is None else pointer
    return document, place, folded(value)
