"""What two labellers reach against each other: the most that a reader's score can mean on the same pages."""

from collections.abc import Callable
from pathlib import Path

from extractor.errors import SuiteError
from extractor.evaluation.agreement import Agreement, AgreementRow, agreement
from extractor.evaluation.forbidden import Forbidden
from extractor.evaluation.report import EvaluationReport
from extractor.evaluation.table import Table, share
from extractor.evaluation.tally import Tally
from extractor.records import strict_json
from extractor.records.envelope import Extraction


def labelling(folder: Path) -> list[Extraction]:
    """The Extractions of a folder of `*.json`, by file name. Raises SuiteError, RecordError."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise SuiteError(f"{folder} holds no *.json", hint="Name a folder of Extraction files")
    return [strict_json.parse(Extraction, strict_json.read(file), source=str(file)) for file in files]


def ceiling(folders: tuple[Path, Path], forbidden: Forbidden | None = None) -> Agreement:
    """How two labellings agree; `forbidden` is as in `score`. Raises SuiteError, RecordError."""
    return agreement(labelling(folders[0]), labelling(folders[1]), forbidden)


def ceiling_table(report: EvaluationReport, found: Agreement, *, fields: bool = False) -> Table:
    """The reader's F1 beside the labellers' own: in all, by tier, by part and with `fields` by field.

    The labellers' F1 is without alternatives, so that neither is helped by what the other might have said.
    """
    rows = [("overall", report.overall, found.overall)]
    rows += _beside(report.tiers, found.tiers, "tier {}".format)
    rows += _beside(report.groups, found.groups, str)
    rows += _beside(report.fields, found.fields, str) if fields else []
    return Table(
        f"Reader beside labellers ({' and '.join(dict.fromkeys(found.annotators))})",
        ("", "n", "reader F1", "labellers F1", "labellers raw", "alpha", "AC1"),
        tuple(_row(*row) for row in rows),
    )


def _beside(
    ours: dict[str, Tally], theirs: dict[str, AgreementRow], named: Callable[[str], str]
) -> list[tuple[str, Tally, AgreementRow]]:
    return [(named(name), tally, theirs[name]) for name, tally in ours.items() if name in theirs]


def _row(name: str, tally: Tally, row: AgreementRow) -> tuple[str, ...]:
    shares = (tally.f1, row.without.f1, row.without.agreement, row.chance.alpha, row.chance.ac1)
    return (name, str(tally.n), *map(share, shares))
