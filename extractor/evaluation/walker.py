"""What the comparison of lists needs of the walk that it is a part of."""

from typing import Any, Protocol

from extractor.evaluation.compare import Compare
from extractor.evaluation.forbidden import Forbidden
from extractor.evaluation.moves import Moves
from extractor.evaluation.part import Part
from extractor.evaluation.place import Place
from extractor.evaluation.slots import Slot
from extractor.evaluation.surroundings import Surroundings


class Walker(Protocol):
    """The walk over two records, as lists see it."""

    document: str
    partners: dict[str, str]
    around: tuple[Surroundings, Surroundings]
    moves: Moves
    forbidden: Forbidden

    def value(self, gold: Any, predicted: Any, slot: Slot, place: Place, into: Part) -> None:
        """Compare what stands at one place."""

    def plain(self, gold: Any, predicted: Any, slot: Slot, place: Place, into: Part) -> None:
        """Compare two values without parts."""

    def alternatives(self, gold: Any, slot: Slot, place: Place) -> tuple[Any, ...]:
        """What gold may be instead."""

    def comparator(self, slot: Slot) -> Compare:
        """The comparator of a field."""
