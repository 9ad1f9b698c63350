"""Rows of a report: the figures of some cells, by the name they have in common."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from extractor.evaluation.outcome import Cell
from extractor.evaluation.reporting.figure import FIGURES, SURE, Figure, figure
from extractor.evaluation.tally import Tally


@dataclass(frozen=True, slots=True)
class Row:
    """The counts of some cells and every share that follows, by its name in FIGURES.

    `n_documents` is how many documents have a labelled value there.
    """

    name: str
    tally: Tally
    n_documents: int
    figures: Mapping[str, Figure]

    @classmethod
    def of(cls, name: str, documents: Iterable[Iterable[Cell]], *, sure: Container[str] = SURE) -> "Row":
        """The row over cells that come in documents; the shares named in `sure` have intervals."""
        groups = [tuple(cells) for cells in documents]
        parts = [Tally.of(cells) for cells in groups]
        whole = Tally.of(cell for cells in groups for cell in cells)
        shares = {share: figure(rate, whole, parts, sure=share in sure) for share, rate in FIGURES.items()}
        return cls(name, whole, sum(part.n > 0 for part in parts), shares)


def rows(cells: Iterable[Cell], by: Callable[[Cell], str]) -> tuple[Row, ...]:
    """A row for each name that `by` gives, in the order in which the names first occur."""
    sorted_out: dict[str, dict[str, list[Cell]]] = {}
    for cell in cells:
        sorted_out.setdefault(by(cell), {}).setdefault(cell.document, []).append(cell)
    return tuple(Row.of(name, documents.values()) for name, documents in sorted_out.items())
