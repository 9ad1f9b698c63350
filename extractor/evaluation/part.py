"""What the comparison of a part of two records gives: its cells and its item counts."""

from dataclasses import astuple, dataclass, field
from enum import StrEnum

from extractor.evaluation.outcome import ERRORS, Cell, Outcome


@dataclass(frozen=True, slots=True)
class ItemCount:
    """How many items of one list found a partner. `path` is the list's pointer without positions.

    Of the paired ones `moved` found theirs at another level of a tree, and `displaced` would have to be
    moved to stand in gold's order. `merged` are items that join several of gold's, `split` gold's items that
    came as several, `repeated` spurious ones that say again what another says.
    """

    path: str
    paired: int
    missing: int
    spurious: int
    moved: int = 0
    displaced: int = 0
    merged: int = 0
    split: int = 0
    repeated: int = 0

    def plus(self, other: "ItemCount") -> "ItemCount":
        """The counts of two lists at the same path together."""
        _, *ours = astuple(self)
        _, *theirs = astuple(other)
        return ItemCount(self.path, *map(sum, zip(ours, theirs, strict=True)))


class ItemFault(StrEnum):
    """What became of items that have no simple partner."""

    MERGED = "MERGED"
    """One predicted item joins several of gold's."""
    SPLIT = "SPLIT"
    """One item of gold came as several."""
    REPEATED = "REPEATED"
    """A predicted item says again what another says."""
    MOVED = "MOVED"
    """The partner stands at another level of the tree."""


@dataclass(frozen=True, slots=True)
class ItemEvent:
    """A fault of items, and which they are, by pointer."""

    document: str
    path: str
    fault: ItemFault
    gold: tuple[str, ...]
    predicted: tuple[str, ...]


@dataclass(slots=True)
class Part:
    """Filled during a comparison: cells in record order, item counts and faults of lists.

    `wholes` are verdicts on objects that are right only as a whole, beside those on their parts. `keys`
    are pairs (predicted key, gold key) of paired items.
    """

    cells: list[Cell] = field(default_factory=list)
    wholes: list[Cell] = field(default_factory=list)
    items: list[ItemCount] = field(default_factory=list)
    events: list[ItemEvent] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)

    def take(self, other: "Part") -> None:
        """Append all of another part."""
        self.cells += other.cells
        self.wholes += other.wholes
        self.items += other.items
        self.events += other.events
        self.keys += other.keys

    @property
    def rank(self) -> tuple[int, int]:
        """Orders readings of the same words: fewest errors first, then most correct values."""
        outcomes = [cell.outcome for cell in self.cells]
        errors = sum(outcome in ERRORS for outcome in outcomes)
        return errors, -outcomes.count(Outcome.CORRECT)
