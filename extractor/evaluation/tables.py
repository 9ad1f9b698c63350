"""Reports as tables of text: what the terminal and Markdown both show."""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from extractor.evaluation.agreement import Agreement, AgreementRow
from extractor.evaluation.aspect_tables import event_table, item_table, rate_table, words_table
from extractor.evaluation.outcome import Cell
from extractor.evaluation.report import AVERAGING, EvaluationReport
from extractor.evaluation.table import NONE, Table, share
from extractor.evaluation.tally import Tally

_COUNTS = (
    "n",
    "correct",
    "wrong",
    "partial",
    "missing",
    "spurious",
    "invalid",
    "correctly null",
    "unlabelled",
)
_SHARES = ("precision", "recall", "F1", "lenient F1", "spurious share")


def heading(report: EvaluationReport) -> list[str]:
    """What was scored, by what, and how it is averaged."""
    return [
        f"suite {report.suite}, reader {report.reader}",
        f"{len(report.scores)} documents, {report.overall.n} values; shares are {AVERAGING}",
        f"gold {report.gold[:12]}, scorer {report.scorer[:12]}",
        *(f"{document} could not be read: {shown(why)}" for document, why in report.failures.items()),
    ]


def report_tables(report: EvaluationReport, *, errors: bool, fields: bool = True) -> list[Table]:
    """The tables of a report.

    With `fields` each field and list too, with `errors` every value that is not right.
    """
    found = [
        _tallies("Scores", {"overall": report.overall, **_named("tier", report.tiers)}),
        rate_table(report.overall),
        _tallies("Parts of the record", report.groups),
        words_table({"overall": report.overall, **report.groups}),
        _tallies("As a whole", report.wholes),
        _tallies("Documents", report.documents),
    ]
    if fields:
        found += [_tallies("Fields", report.fields), item_table(report)]
    return [*found, _errors(report.errors), event_table(report)] if errors else found


def agreement_tables(agreement: Agreement, *, fields: bool = False) -> list[Table]:
    """The table of an agreement; with `fields` a second one with a row for each field."""
    rows = {"overall": agreement.overall, **_named("tier", agreement.tiers), **agreement.groups}
    first, second = agreement.annotators
    title = f"Agreement on {agreement.documents} documents of {first} and {second}, both directions pooled"
    found = [_agreement_table(title, rows)]
    return [*found, _agreement_table("Agreement by field", agreement.fields)] if fields else found


def _agreement_table(title: str, rows: Mapping[str, AgreementRow]) -> Table:
    plain = ("raw without alternatives", "F1 without alternatives", "alpha", "AC1")
    columns = ("", "cells", "raw agreement", "F1", *plain)
    return Table(title, columns, tuple((name, *_agreement(row)) for name, row in rows.items()))


def shown(value: Any) -> str:
    """A JSON value on one line; invisible characters are escaped, null is a dash."""
    if value is None:
        return NONE
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return character.encode("unicode_escape", errors="surrogatepass").decode("ascii")
    return character


def _named(kind: str, found: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{kind} {name}": value for name, value in found.items()}


def _tallies(title: str, found: Mapping[str, Tally]) -> Table:
    return Table(
        title, ("", *_COUNTS, *_SHARES), tuple((name, *_tally(tally)) for name, tally in found.items())
    )


def _tally(tally: Tally) -> tuple[str, ...]:
    counts = (
        tally.n,
        tally.correct,
        tally.wrong,
        tally.partial,
        tally.missing,
        tally.spurious,
        tally.invalid,
        tally.correctly_null,
        tally.unlabelled,
    )
    shares = (tally.precision, tally.recall, tally.f1, tally.lenient_f1, tally.spurious_share)
    return (*map(str, counts), *map(share, shares))


def _agreement(row: AgreementRow) -> tuple[str, ...]:
    shares = (
        row.with_alternatives.agreement,
        row.with_alternatives.f1,
        row.without.agreement,
        row.without.f1,
        row.chance.alpha,
        row.chance.ac1,
    )
    cells = row.with_alternatives.n + row.with_alternatives.correctly_null
    return (str(cells), *map(share, shares))


def _errors(cells: Iterable[Cell]) -> Table:
    return Table(
        "Errors",
        ("document", "pointer", "outcome", "gold", "predicted", "why"),
        tuple(
            (
                cell.document,
                cell.gold_pointer or f"{cell.predicted_pointer} (predicted)",
                cell.outcome.value,
                shown(cell.gold),
                shown(cell.predicted),
                " ".join(part for part in (cell.reason, cell.origin and f"[{cell.origin}]") if part),
            )
            for cell in cells
        ),
        words=6,
    )
