"""The tables of a report, as text: what terminal, Markdown and HTML all show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extractor.evaluation.agreement import AgreementRow
from extractor.evaluation.aspect_tables import event_table, item_table, reason_table, words_table
from extractor.evaluation.averages_table import averages_table
from extractor.evaluation.ceiling import ceiling_table
from extractor.evaluation.curation import curation_tables
from extractor.evaluation.outcome import Cell
from extractor.evaluation.rates import RATES
from extractor.evaluation.report import AVERAGING
from extractor.evaluation.reporting.figure import Figure
from extractor.evaluation.reporting.finding_counts import finding_table
from extractor.evaluation.reporting.header import Header
from extractor.evaluation.reporting.numbers import Numbers
from extractor.evaluation.reporting.rows import Row
from extractor.evaluation.reporting.slices import MIN_DOCUMENTS
from extractor.evaluation.runs.held import Held
from extractor.evaluation.runs.tables import gate_lines, gate_tables
from extractor.evaluation.table import NONE, Table, bounds, share
from extractor.evaluation.tables import shown

_COUNTS = ("docs", "n", "correct", "wrong", "partial", "missing", "spurious", "invalid", "null", "unlabelled")
_SHARES = ("precision", "recall", "F1", "95 % interval", "lenient F1", "omission", "spurious share")
_COLUMNS = ("", *_COUNTS, *_SHARES)
_HASH = 12
"""Characters of a hash that a heading shows."""


def heading(numbers: Numbers) -> list[str]:
    """What was scored, by what, on which versions of everything, and how shares are averaged."""
    head = numbers.header
    return [
        f"suite {head.suite}, reader {head.reader}",
        f"{head.n_documents} documents, {head.n_cells} values; shares are {AVERAGING}",
        ", ".join(f"{name} {value}" for name, value in versions(head)),
        *_spent(head),
        *(one.line for one in numbers.prompt_checks),
        *_remarks(numbers),
        *(f"{name} could not be read: {shown(why)}" for name, why in numbers.report.failures.items()),
    ]


def verdict(held: Held) -> tuple[list[str], list[Table]]:
    """What the gate says and why: lines, and the values that got worse."""
    return [*held.since, *gate_lines(held.gate)], gate_tables(held.gate)


def versions(head: Header, *, whole: bool = False) -> Iterator[tuple[str, str]]:
    """Everything that a score depends on, with its version; `whole` hashes or their beginnings."""
    size = None if whole else _HASH
    several: Mapping[str, tuple[str, ...]] = {
        "model": head.models,
        "plan": head.plans,
        "prompt": tuple(one[:size] for one in head.prompts),
        "schema": tuple(one[:size] for one in head.schemas),
        "vocabulary": tuple(one[:size] for one in head.vocabularies),
        "package": head.versions,
        "pages": (head.pages[:size],),
        "gold": (head.gold[:size],),
        "scorer": (head.scorer[:size],),
    }
    yield from ((name, "/".join(shown(one) for one in values)) for name, values in several.items() if values)


def tables(numbers: Numbers, *, fields: bool = True, errors: bool = True, costs: bool = True) -> list[Table]:
    """The tables of a report.

    With `fields` each field and list, with `errors` each value that is not right, with `costs` the curator's
    edits too.
    """
    report = numbers.report
    tiers = [replace(row, name=f"tier {row.name}") for row in numbers.tiers]
    found = [
        row_table("Scores", [numbers.overall, *tiers]),
        rate_table(numbers.overall),
        averages_table(numbers.averages),
        row_table("Parts of the record", numbers.groups),
        words_table({row.name: row.tally for row in (numbers.overall, *numbers.groups)}),
        row_table("As a whole", numbers.wholes),
        row_table("Documents", numbers.documents),
        slice_table(numbers.slices),
        finding_table(numbers.findings),
    ]
    if numbers.ceiling:
        found.append(ceiling_table(report, numbers.ceiling, fields=fields))
    if costs:
        found += curation_tables(numbers.curation)
    if fields:
        found += [row_table("Fields", numbers.fields), item_table(report)]
    shown = [reason_table(report.errors), error_table(report.errors), event_table(report)]
    return [*found, *shown] if errors else found


def row_table(title: str, rows: Iterable[Row]) -> Table:
    """A line for each row: counts, then shares."""
    return Table(title, _COLUMNS, tuple((row.name, *_counts(row), *_shares(row)) for row in rows))


def slice_table(rows: Iterable[Row]) -> Table:
    """The same for kinds of pages; where there are too few pages the shares are left out."""
    few = (NONE,) * len(_SHARES)
    lines = (
        (row.name, *_counts(row), *(_shares(row) if row.n_documents >= MIN_DOCUMENTS else few))
        for row in rows
    )
    title = f"Kinds of pages (no shares below {MIN_DOCUMENTS} documents)"
    return Table(title, _COLUMNS, tuple(lines))


def rate_table(row: Row) -> Table:
    """Every rate with what it is a share of."""
    lines = ((name.replace("_", " "), row.figures[name]) for name in RATES)
    return Table(
        "Rates, each with its own denominator",
        ("", "rate", "95 % interval", "values", "of", "docs"),
        tuple(
            (name, share(one.value), interval(one), f"{one.part:g}", str(one.n), str(one.n_documents))
            for name, one in lines
        ),
    )


def error_table(cells: Iterable[Cell]) -> Table:
    """Every value that is not right."""
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


def interval(figure: Figure) -> str:
    """The interval of a share, with a mark where it is not to be taken at its word."""
    if figure.low is None or figure.high is None:
        return NONE
    return " to ".join(bounds(figure.low, figure.high)) + (" *" if figure.note else "")


def labellers(numbers: Numbers) -> dict[str, AgreementRow]:
    """What labellers reach, by the names of rows."""
    if not numbers.ceiling:
        return {}
    return {"overall": numbers.ceiling.overall, **numbers.ceiling.tiers, **numbers.ceiling.groups}


def _remarks(numbers: Numbers) -> list[str]:
    """What the mark behind an interval means, as the simulation of coverage found it for all values."""
    note = numbers.overall.figures["f1"].note
    told = f" (of all values' F1: {note})" if note else ""
    return [f"95 % intervals, the document as the unit; * not to be taken at its word{told}"]


def _counts(row: Row) -> tuple[str, ...]:
    tally = row.tally
    counts = (
        row.n_documents,
        tally.n,
        tally.correct,
        tally.wrong,
        tally.partial,
        tally.missing,
        tally.spurious,
    )
    return tuple(map(str, (*counts, tally.invalid, tally.correctly_null, tally.unlabelled)))


def _shares(row: Row) -> tuple[str, ...]:
    first = [share(row.figures[name].value) for name in ("precision", "recall", "f1")]
    rest = [share(row.figures[name].value) for name in ("lenient_f1", "omission", "spurious_share")]
    return (*first, interval(row.figures["f1"]), *rest)


def _spent(head: Header) -> list[str]:
    if head.spent is None:
        return []
    cost = "cost unknown" if head.spent.cost is None else f"cost {head.spent.cost:g}"
    tokens = (
        f"{head.spent.tokens_in} tokens in ({head.spent.tokens_cached} cached), {head.spent.tokens_out} out"
    )
    return [f"{head.spent.requests} requests, {tokens}, {cost}"]
