"""How far two labellings of the same pages agree, measured by the scorer itself."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extractor.errors import SuiteError
from extractor.evaluation.outcome import Cell, Outcome
from extractor.evaluation.score import score
from extractor.evaluation.tally import Tally, tallies
from extractor.records.envelope import Extraction


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """The counts of some cells: with the alternatives that each side accepts, and without any."""

    with_alternatives: Tally
    without: Tally


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two labellings side by side, over `documents` pages: in all, by tier and by part of the record."""

    documents: int
    overall: AgreementRow
    tiers: dict[str, AgreementRow]
    groups: dict[str, AgreementRow]


def agreement(a: Sequence[Extraction], b: Sequence[Extraction]) -> Agreement:
    """Score a against b and b against a and pool the cells.

    Both directions, because alternatives and unlabelled values are read from the side that stands as
    gold: pooled, the result does not depend on which side is named first, and every value counts in
    each direction. A value that either side did not label counts in neither. Pages are matched by
    their ids. Raises SuiteError where the sides have different pages.
    """
    pairs = _pairs(a, b)
    accepting = _pooled(pairs)
    plain = _pooled([(_own_reading(ours), _own_reading(theirs)) for ours, theirs in pairs])
    return Agreement(
        documents=len(pairs),
        overall=AgreementRow(Tally.of(accepting), Tally.of(plain)),
        tiers=_rows(accepting, plain, lambda cell: cell.tier.value),
        groups=_rows(accepting, plain, lambda cell: cell.group),
    )


def _pairs(a: Iterable[Extraction], b: Iterable[Extraction]) -> list[tuple[Extraction, Extraction]]:
    ours, theirs = ({item.document.id: item for item in side} for side in (a, b))
    if lonely := sorted(ours.keys() ^ theirs.keys()):
        raise SuiteError(
            f"only one of the two sides has {', '.join(lonely)}", hint="Give two labellings of the same pages"
        )
    return [(item, theirs[name]) for name, item in ours.items()]


def _own_reading(extraction: Extraction) -> Extraction:
    return extraction.model_copy(update={"acceptable": {}})


def _pooled(pairs: Iterable[tuple[Extraction, Extraction]]) -> list[Cell]:
    found: list[Cell] = []
    for ours, theirs in pairs:
        there, back = score(ours, theirs).cells, score(theirs, ours).cells
        found += [*_labelled(there, back), *_labelled(back, there)]
    return found


def _labelled(cells: Iterable[Cell], others: Iterable[Cell]) -> list[Cell]:
    """The cells without those that the other direction finds unlabelled."""
    unlabelled = {
        (cell.predicted_pointer, cell.gold_pointer) for cell in others if cell.outcome is Outcome.UNLABELLED
    }
    return [cell for cell in cells if (cell.gold_pointer, cell.predicted_pointer) not in unlabelled]


def _rows(
    accepting: Iterable[Cell], plain: Iterable[Cell], by: Callable[[Cell], str]
) -> dict[str, AgreementRow]:
    ours, theirs = tallies(accepting, by), tallies(plain, by)
    names = dict.fromkeys([*ours, *theirs])
    return {name: AgreementRow(ours.get(name, Tally()), theirs.get(name, Tally())) for name in names}
