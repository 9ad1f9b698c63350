"""What became of the words of each of gold's values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.records.declare import Check, Scoring
from extractor.records.envelope import Evidence, Extraction
from extractor.records.finding import Span
from extractor.records.leaves import Leaf, leaves
from extractor.records.pointer import parent
from perturb.moves import Fate, Moves

_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Trace:
    """The words of one value: the places they still have, and what became of them as a whole."""

    fate: Fate
    old: tuple[Span, ...]
    kept: tuple[tuple[Span, Span], ...]
    """Old place and new place, in page order of the old page."""

    @property
    def spans(self) -> list[Span]:
        """The new places, in page order, each once."""
        found = {(new.start, new.end): new for _, new in self.kept}
        return [found[place] for place in sorted(found)]


class Traces:
    """The words of all values of one gold Extraction, followed to the new page."""

    def __init__(self, gold: Extraction, moves: Moves) -> None:
        self._moves = moves
        found = {leaf.pointer: leaf for leaf in leaves(gold.record)}
        self._traces = {
            pointer: self._trace(evidence, found.get(pointer)) for pointer, evidence in gold.evidence.items()
        }
        self._below: dict[str, list[Trace]] = {}
        for pointer, trace in self._traces.items():
            if trace.old:
                self._below.setdefault(pointer, []).append(trace)
                for above in _above(pointer):
                    self._below.setdefault(above, []).append(trace)

    def get(self, pointer: str) -> Trace | None:
        """The trace of a value that has words."""
        trace = self._traces.get(pointer)
        return trace if trace and trace.old else None

    def below(self, pointer: str) -> list[Trace]:
        """The traces of a value and of everything inside it."""
        return self._below.get(pointer, [])

    def stands(self, words: str) -> bool:
        """Whether words stand on the new page, case and white space aside, as whole words.

        Fewer than four letters tell nothing.
        """
        if sum(char.isalpha() for char in words) < _FEWEST_LETTERS:
            return False
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
        return re.search(pattern, self._moves.new, re.IGNORECASE) is not None

    def follow(self, span: Span) -> tuple[Fate, Span | None]:
        """What became of one span, and where it stands."""
        image = self._moves.image(span.start, span.end)
        if image.fate in {Fate.LOST, Fate.TORN}:
            return image.fate, None
        quote = self._moves.new[image.start : image.end]
        return image.fate, Span(quote=quote, start=image.start, end=image.end)

    def _trace(self, evidence: Evidence, leaf: Leaf | None) -> Trace:
        """A block of text that lost a part goes on as the rest of it; any other words are torn then."""
        block = leaf is not None and leaf.field.scoring is Scoring.LONG_TEXT
        verbatim = leaf is not None and leaf.field.check is Check.VERBATIM
        kept, fates = [], set()
        for span in evidence.spans:
            fate, new = self.follow(span)
            fate = (Fate.KEPT if block else Fate.TORN) if fate is Fate.CUT else fate
            fates.add(fate)
            if new and fate is Fate.KEPT:
                kept.append((span, new))
        if verbatim and leaf and not any(says(old, leaf.value) for old, _ in kept):
            kept = []
        whole = Fate.KEPT if kept else Fate.TORN if fates - {Fate.LOST} else Fate.LOST
        return Trace(whole, tuple(evidence.spans), tuple(kept))


def _above(pointer: str) -> Iterator[str]:
    """The pointers of everything that holds a value."""
    while pointer:
        pointer = parent(pointer)
        yield pointer


def says(span: Span, value: str) -> bool:
    """Whether words are a value, white space aside."""
    return "".join(span.quote.split()) == "".join(value.split())
