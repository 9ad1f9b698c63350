"""Comparisons and gates as lines and tables of text."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from extractor.evaluation.runs.changes import Change
from extractor.evaluation.runs.comparison import Compared, Comparison
from extractor.evaluation.runs.gate import Gate, Gated, Mode
from extractor.evaluation.runs.repeats import Repeats
from extractor.evaluation.statistics.difference import Difference
from extractor.evaluation.statistics.power import Power
from extractor.evaluation.table import NONE, Table, share
from extractor.evaluation.tables import shown

Side = TypeVar("Side")

_COLUMNS = ("", "documents", "before", "after", "change", "95 % from", "to", "p (drop)")


def comparison_heading(found: Comparison) -> list[str]:
    """What was compared, what moved, and what the comparison can tell."""
    lines = [
        *(
            f"{side}: {one.run.name}, reader {one.run.reader}"
            for side, one in _sides(found.before, found.after)
        ),
        f"suite {found.after.suite}, {found.documents} documents",
        f"gold {found.after.gold[:12]}, scorer {found.after.scorer[:12]}, the same for both",
        "moved: " + ("; ".join(map(str, found.moves)) or "nothing that the runs record"),
        _tests(found),
        detectable(found.power),
    ]
    lines += [f"repeats {side}: {_repeats(one)}" for side, one in _sides(*found.repeats) if one.n > 1]
    counts = Counter(change.kind.value for change in found.changes)
    return [*lines, "values: " + (", ".join(f"{n} {kind}" for kind, n in counts.items()) or "none changed")]


def detectable(power: Power) -> str:
    """The smallest drop that would be noticed, in words."""
    base = f"{power.n_documents} documents, {100 * power.churn:.1f} % of values flip"
    if power.detectable is None:
        return f"detectable drop: none, no drop could be told from chance ({base})"
    odds = f"in {100 * power.power:.0f} % of cases, at the {100 * power.alpha:g} % level"
    return f"detectable drop: {100 * power.detectable:.1f} points {odds} ({base})"


def comparison_tables(found: Comparison, *, fields: bool = False, values: bool = True) -> list[Table]:
    """The tables of a comparison; with `fields` every field that differs, with `values` every value."""
    overall = ((name, *_difference(one)) for name, one in found.overall.items())
    gated = ((name, *_difference(one.difference), _p(one.adjusted)) for name, one in found.gated.items())
    tables = [
        Table("All values", _COLUMNS, tuple(overall)),
        Table(f"Gated: {found.measure}", (*_COLUMNS, "p of all"), tuple(gated)),
    ]
    if fields:
        tables.append(_fields(found.measure, found.fields))
    return [*tables, changes_table("Values that differ", found.changes)] if values else tables


def gate_lines(found: Gate) -> list[str]:
    """The verdict and what led to it, each on a line."""
    lines = [f"gate: {found.verdict.value} ({_mode(found)})"]
    if found.mode is Mode.TEST:
        lines += [f"gate: {_measure(one)}" for one in found.measures]
    counts = Counter(change.kind.value for change in found.worse)
    if counts:
        lines.append("gate: " + ", ".join(f"{n} {kind}" for kind, n in counts.items()))
    if found.against_rules:
        lines.append(f"gate: {len(found.against_rules)} against the hard rules on critical fields")
    return [*lines, detectable(found.comparison.power)]


def gate_tables(found: Gate) -> list[Table]:
    """The values that got worse."""
    return [changes_table("Worse than the baseline", found.worse)] if found.worse else []


def changes_table(title: str, changes: Iterable[Change]) -> Table:
    """Single values, with what both runs said."""
    return Table(
        title,
        ("document", "pointer", "change", "gold", "before", "after", "why"),
        tuple(_change(change) for change in changes),
        words=7,
    )


def _change(change: Change) -> tuple[str, ...]:
    cell = change.cell
    sides = (shown(side.predicted) if side else NONE for side in (change.before, change.after))
    pointer = cell.gold_pointer or f"{cell.predicted_pointer} (predicted)"
    return (cell.document, pointer, change.kind.value, shown(cell.gold), *sides, cell.reason)


def _fields(measure: str, found: Mapping[str, Compared]) -> Table:
    rows = {name: one for name, one in found.items() if one.difference.change.value}
    return Table(
        f"Fields that differ: {measure}",
        (*_COLUMNS[:-1], "p", "Benjamini-Hochberg"),
        tuple(
            (name, *_difference(one.difference)[:-1], _p(one.difference.p_value), _p(one.adjusted))
            for name, one in rows.items()
        ),
    )


def _difference(found: Difference) -> tuple[str, ...]:
    change = found.change
    ends = (NONE if end is None else f"{end:+.4f}" for end in (change.value, change.low, change.high))
    return (str(change.n_documents), share(found.before), share(found.after), *ends, _p(found.p_drop))


def _p(value: float | None) -> str:
    return NONE if value is None else f"{value:.4f}"


def _measure(found: Gated) -> str:
    one = found.compared.difference
    lowest = NONE if one.lowest is None else f"{one.lowest:+.4f}"
    change = f"change {one.change.value or 0.0:+.4f}, one-sided 95 % bound {lowest}, margin {found.margin:g}"
    return f"{found.name}: {found.verdict.value}, {change}, p {found.compared.adjusted:.4f}"


def _mode(found: Gate) -> str:
    documents = found.comparison.documents
    if found.mode is Mode.DIFFERENCE:
        return f"{documents} documents are too few for a test: no right value may be lost, none invented"
    return f"{documents} documents, {found.comparison.measure}"


def _tests(found: Comparison) -> str:
    one = found.overall[found.measure]
    kind = f"all {one.draws}" if one.exact else f"{one.draws} random"
    return f"tests: {kind} swaps of whole documents, seed {one.seed}; intervals: {one.change.method}"


def _repeats(found: Repeats) -> str:
    deviation = NONE if found.deviation is None else f"{found.deviation:.4f}"
    flips = NONE if found.flip_rate is None else f"{100 * found.flip_rate:.1f} %"
    spread = f"standard deviation {deviation}, {flips} of {found.n_cells} values flip"
    return f"{found.n}, mean {share(found.mean)}, {spread}"


def _sides(before: Side, after: Side) -> tuple[tuple[str, Side], tuple[str, Side]]:
    return ("before", before), ("after", after)
