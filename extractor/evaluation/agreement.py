"""How far two labellings of the same pages agree, measured by the scorer itself."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.errors import SuiteError
from extractor.evaluation.chance import Chance
from extractor.evaluation.folded import folded
from extractor.evaluation.forbidden import Forbidden
from extractor.evaluation.outcome import Cell, Outcome
from extractor.evaluation.score import score
from extractor.evaluation.tally import Tally, tallies
from extractor.records.envelope import Extraction


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """The counts of some cells: with the alternatives that each side accepts, and without any.

    `chance` holds what is needed for alpha and AC1: without alternatives, each place once, null a value.
    """

    with_alternatives: Tally
    without: Tally
    chance: Chance = field(default_factory=Chance)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two labellings side by side, over `documents` pages: in all, by tier, part of the record and field.

    `annotators` names who labelled, the first side's and the second's, as the labellings say themselves.
    """

    documents: int
    annotators: tuple[str, str]
    overall: AgreementRow
    tiers: dict[str, AgreementRow]
    groups: dict[str, AgreementRow]
    fields: dict[str, AgreementRow]


def agreement(
    a: Sequence[Extraction], b: Sequence[Extraction], forbidden: Forbidden | None = None
) -> Agreement:
    """Score a against b and b against a and pool the cells.

    Both directions, because alternatives and unlabelled values are read from the side that stands as
    gold: pooled, the result does not depend on which side is named first, and every value counts in
    each direction. A value that either side did not label counts in neither. Pages are matched by
    their ids. `forbidden` is as in `score`. Raises SuiteError where the sides have different pages.
    """
    pairs = _pairs(a, b)
    plain = [(_own_reading(ours), _own_reading(theirs)) for ours, theirs in pairs]
    cells = _Cells(_pooled(pairs, forbidden), _pooled(plain, forbidden), _one_way(plain, forbidden))
    return Agreement(
        documents=len(pairs),
        annotators=(_annotators(a), _annotators(b)),
        overall=cells.rows(lambda _: "")[""],
        tiers=cells.rows(lambda cell: cell.tier.value),
        groups=cells.rows(lambda cell: cell.group),
        fields=cells.rows(lambda cell: cell.path),
    )


@dataclass(frozen=True, slots=True)
class _Cells:
    """Cells of both directions with and without alternatives, and those of one direction without any."""

    accepting: list[Cell]
    plain: list[Cell]
    one_way: list[Cell]

    def rows(self, by: Callable[[Cell], str]) -> dict[str, AgreementRow]:
        """A row for each name that `by` gives."""
        ours, theirs = tallies(self.accepting, by), tallies(self.plain, by)
        chances = self._chances(by)
        return {
            name: AgreementRow(
                ours.get(name, Tally()), theirs.get(name, Tally()), chances.get(name, Chance())
            )
            for name in dict.fromkeys([*ours, *theirs])
        }

    def _chances(self, by: Callable[[Cell], str]) -> dict[str, Chance]:
        pairs: dict[tuple[str, str], list[tuple[Hashable, Hashable]]] = {}
        for cell in self.one_way:
            pairs.setdefault((by(cell), cell.path), []).append(_said(cell))
        found: dict[str, Chance] = {}
        for (name, _), said in pairs.items():
            found[name] = found.get(name, Chance()) + Chance.of(said)
        return found


def _said(cell: Cell) -> tuple[Hashable, Hashable]:
    """What each side says, as categories: the same one exactly where the comparator finds no difference."""
    ours, theirs = _category(cell.gold), _category(cell.predicted)
    if cell.outcome in {Outcome.CORRECT, Outcome.CORRECTLY_NULL}:
        return ours, ours
    return ours, theirs if theirs != ours else ("differs", theirs)


def _category(value: Any) -> Hashable:
    return None if value is None else folded(value)


def _annotators(side: Iterable[Extraction]) -> str:
    names = (item.lineage.annotator or item.lineage.reader for item in side)
    return ", ".join(dict.fromkeys(names))


def _pairs(a: Iterable[Extraction], b: Iterable[Extraction]) -> list[tuple[Extraction, Extraction]]:
    ours, theirs = ({item.document.id: item for item in side} for side in (a, b))
    if lonely := sorted(ours.keys() ^ theirs.keys()):
        raise SuiteError(
            f"only one of the two sides has {', '.join(lonely)}", hint="Give two labellings of the same pages"
        )
    return [(item, theirs[name]) for name, item in ours.items()]


def _own_reading(extraction: Extraction) -> Extraction:
    return extraction.model_copy(update={"acceptable": {}})


def _pooled(pairs: Iterable[tuple[Extraction, Extraction]], forbidden: Forbidden | None) -> list[Cell]:
    found: list[Cell] = []
    for pair in pairs:
        there, back = _both_ways(*pair, forbidden)
        found += [*_labelled(there, back), *_labelled(back, there)]
    return found


def _one_way(pairs: Iterable[tuple[Extraction, Extraction]], forbidden: Forbidden | None) -> list[Cell]:
    return [cell for pair in pairs for cell in _labelled(*_both_ways(*pair, forbidden))]


def _both_ways(
    ours: Extraction, theirs: Extraction, forbidden: Forbidden | None
) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    there = score(ours, theirs, forbidden=forbidden)
    return there.cells, score(theirs, ours, forbidden=forbidden).cells


def _labelled(cells: Iterable[Cell], others: Iterable[Cell]) -> list[Cell]:
    """The cells without those that either direction finds unlabelled."""
    unlabelled = {
        (cell.predicted_pointer, cell.gold_pointer) for cell in others if cell.outcome is Outcome.UNLABELLED
    }
    return [
        cell
        for cell in cells
        if cell.outcome is not Outcome.UNLABELLED
        and (cell.gold_pointer, cell.predicted_pointer) not in unlabelled
    ]
