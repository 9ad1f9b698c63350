"""Scoring: two Extractions of one page, value by value."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractor.errors import SuiteError
from extractor.evaluation.forbidden import Forbidden
from extractor.evaluation.labels import Labels
from extractor.evaluation.outcome import Cell, Outcome
from extractor.evaluation.part import ItemCount, ItemEvent, Part
from extractor.evaluation.sides import Sides
from extractor.evaluation.walk import Walk
from extractor.records.envelope import Extraction


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """The cells of one document in record order, and the item counts of its lists.

    `failure` says why the page could not be read, where it could not. `wholes` are verdicts on constraints,
    doses and single criteria as a whole (their `group` says which), beside those on their values and in no
    count of values. `events` name list items that were merged, split, said twice or found at another level.
    """

    document: str
    cells: tuple[Cell, ...]
    items: tuple[ItemCount, ...]
    failure: str | None = None
    wholes: tuple[Cell, ...] = ()
    events: tuple[ItemEvent, ...] = ()


def score(
    gold: Extraction, predicted: Extraction, text: str | None = None, forbidden: Forbidden | None = None
) -> DocumentScore:
    """Compare a prediction with gold, field by field as the record models declare.

    Of gold, `record`, `evidence`, `missing`, `acceptable` and `unlabelled` count; of the prediction,
    `record`, `evidence` and `missing`. With the `text` of the page, each wrong or spurious value says whether
    the page gives it somewhere. `forbidden` names keys in which items that differ are never paired.
    Raises SuiteError for Extractions of two different pages, or alternatives the record cannot hold.
    """
    if gold.document.text_sha256 != predicted.document.text_sha256:
        raise SuiteError(
            f"{gold.document.id} and {predicted.document.id} were not read from the same text",
            hint="Compare Extractions of one page",
        )
    part = walk_of(gold, predicted, text, forbidden).records(gold.record, predicted.record)
    return _score(gold.document.id, part)


def score_failure(gold: Extraction, failure: str) -> DocumentScore:
    """The score of a page that could not be read: every value that gold asks for is INVALID."""
    part = walk_of(gold, None, None).absent(gold.record)
    invalid = Part(_invalid(part.cells), _invalid(part.wholes), part.items, part.events)
    return replace(_score(gold.document.id, invalid), failure=failure)


def _score(document: str, part: Part) -> DocumentScore:
    return DocumentScore(
        document,
        tuple(part.cells),
        tuple(part.items),
        wholes=tuple(part.wholes),
        events=tuple(part.events),
    )


def _invalid(cells: Iterable[Cell]) -> list[Cell]:
    return [
        replace(cell, outcome=Outcome.INVALID, reason="no record was read", predicted_pointer=None)
        if cell.outcome is Outcome.MISSING
        else cell
        for cell in cells
        if cell.outcome is not Outcome.CORRECTLY_NULL
    ]


def walk_of(
    gold: Extraction,
    predicted: Extraction | None,
    text: str | None,
    forbidden: Forbidden | None = None,
) -> Walk:
    """The walk that compares two Extractions of one page."""
    labels = Labels(gold.document.id, gold.acceptable, gold.unlabelled)
    return Walk(gold.document.id, labels, Sides(gold, predicted, text), forbidden)
