"""The EvaluationReport: one object from which every form of report takes its numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.evaluation.outcome import ERRORS, Cell
from extractor.evaluation.part import ItemCount, ItemEvent
from extractor.evaluation.score import DocumentScore
from extractor.evaluation.tally import Tally, tallies
from extractor.records.envelope import Extraction

AVERAGING = "micro over cells"
"""How shares are averaged: every compared value weighs the same."""


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """The scores of one reader on one suite.

    `gold` is the SHA-256 over the suite's gold files, `scorer` that of the scorer's code. Everything
    else is counted from `scores`, which stand in the order of the suite, as do `extractions`: what was
    scored, None for a page that could not be read.
    """

    suite: str
    reader: str
    gold: str
    scorer: str
    scores: tuple[DocumentScore, ...]
    extractions: tuple[Extraction | None, ...] = ()

    @property
    def overall(self) -> Tally:
        """All cells together."""
        return Tally.of(self.cells())

    @property
    def tiers(self) -> dict[str, Tally]:
        """By where values are read from."""
        return tallies(self.cells(), lambda cell: cell.tier.value)

    @property
    def groups(self) -> dict[str, Tally]:
        """By part of the record."""
        return tallies(self.cells(), lambda cell: cell.group)

    @property
    def fields(self) -> dict[str, Tally]:
        """By field path."""
        return tallies(self.cells(), lambda cell: cell.path)

    @property
    def documents(self) -> dict[str, Tally]:
        """By document."""
        return {score.document: Tally.of(score.cells) for score in self.scores}

    @property
    def readings(self) -> tuple[tuple[DocumentScore, Extraction], ...]:
        """The pages that could be read: each score with what was scored."""
        both = zip(self.scores, self.extractions, strict=True) if self.extractions else ()
        return tuple((score, extraction) for score, extraction in both if extraction is not None)

    @property
    def failures(self) -> dict[str, str]:
        """Documents that could not be read, and why."""
        return {score.document: score.failure for score in self.scores if score.failure is not None}

    @property
    def items(self) -> tuple[ItemCount, ...]:
        """Item counts of each list that holds any, over all documents."""
        found: dict[str, ItemCount] = {}
        for count in (count for score in self.scores for count in score.items):
            found[count.path] = found[count.path].plus(count) if count.path in found else count
        return tuple(found.values())

    @property
    def events(self) -> tuple[ItemEvent, ...]:
        """List items that were merged, split, said twice or found at another level."""
        return tuple(event for score in self.scores for event in score.events)

    @property
    def wholes(self) -> dict[str, Tally]:
        """Constraints, doses and single criteria as a whole, by kind."""
        return tallies((cell for score in self.scores for cell in score.wholes), lambda cell: cell.group)

    @property
    def errors(self) -> tuple[Cell, ...]:
        """Every value that is wrong, missing, spurious or invalid."""
        return tuple(cell for cell in self.cells() if cell.outcome in ERRORS)

    def cells(self) -> Iterator[Cell]:
        """All cells of all documents."""
        return (cell for score in self.scores for cell in score.cells)
