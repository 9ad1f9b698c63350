"""The sections of a page that need no script: tiles, plots and tables."""

from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from extractor.evaluation.aspect_tables import item_table
from extractor.evaluation.reporting.figure import Figure
from extractor.evaluation.reporting.numbers import Numbers
from extractor.evaluation.reporting.rows import Row
from extractor.evaluation.reporting.score_tables import (
    heading,
    interval,
    labellers,
    row_table,
    tables,
    verdict,
    versions,
)
from extractor.evaluation.runs.comparison import Comparison
from extractor.evaluation.runs.tables import comparison_heading, comparison_tables
from extractor.evaluation.table import Table, share
from extractor.review.markup import Markup, element, joined
from extractor.review.plot import plot
from extractor.review.values import KINDS

_WORST = 25
_TILES = {
    "omission": ("Omission", "of gold's values are missing"),
    "f1": ("F1, strict", "exactly gold's value"),
    "lenient_f1": ("F1, lenient", "with the share of values right in part"),
    "precision": ("Precision", "of predicted values are right"),
    "recall": ("Recall", "of gold's values are found"),
    "fabricated": ("Fabricated", "of predicted values stand nowhere on the page"),
    "right_words": ("Right words", "of right values rest on gold's words"),
}


def scored_sections(numbers: Numbers) -> dict[str, Markup]:
    """Overview, fields and documents of a scored reader, by the names of their views."""
    shown = tables(numbers, fields=False, errors=False)
    overview = [
        *(element("p", line, class_="lead") for line in heading(numbers)[:2]),
        *(element("p", line, class_="told bad") for line in _failures(numbers)),
        *(element("p", one.line, class_="told bad") for one in numbers.prompt_checks if one.shared),
        *_gate(numbers),
        element("div", joined([_tile(name, numbers.overall) for name in _TILES]), class_="tiles"),
        element("div", joined(_plots(numbers)), class_="plots"),
        *(html for table in shown if table.title != "Documents" for html in _titled(table)),
        element("h2", "What these figures rest on"),
        _facts([*versions(numbers.header, whole=True)]),
    ]
    fields = [
        _find("fields", "field"),
        html_table(row_table("Fields", numbers.fields)),
        *_titled(item_table(numbers.report)),
    ]
    documents = [
        _find("documents", "document"),
        html_table(row_table("Documents", numbers.documents), link=True),
    ]
    return {"overview": joined(overview), "fields": joined(fields), "documents": joined(documents)}


def read_sections(documents: list[dict[str, Any]]) -> dict[str, Markup]:
    """The overview of a run that nobody scored: how many values of each status, by document."""
    kinds = [kind for kind in KINDS if any(v["kind"] == kind for one in documents for v in one["values"])]
    rows = []
    for one in documents:
        counts = Counter(value["kind"] for value in one["values"])
        rows.append(
            (one["id"], str(len(one["values"])), str(len(one["findings"])), *(str(counts[k]) for k in kinds))
        )
    total = [str(sum(int(row[at]) for row in rows)) for at in range(1, 3 + len(kinds))]
    table = Table("Documents", ("", "values", "findings", *kinds), (*rows, ("all", *total)))
    lead = element("p", f"{len(documents)} pages; nobody has scored these values.", class_="lead")
    return {
        "overview": joined([lead, _find("overview", "document"), html_table(table, link=True, last=False)])
    }


def compared_sections(comparison: Comparison, documents: list[dict[str, Any]]) -> dict[str, Markup]:
    """What two runs have in common and where they differ, fields and documents."""
    lead = [element("p", line, class_="lead") for line in comparison_heading(comparison)]
    first, gated, *rest = comparison_tables(comparison, fields=True, values=False)
    kinds = [kind for kind in KINDS if any(v["kind"] == kind for one in documents for v in one["values"])]
    rows = []
    for one in documents:
        counts = Counter(value["kind"] for value in one["values"])
        rows.append((one["id"], *(str(counts[kind]) for kind in kinds)))
    table = Table("Documents", ("", *kinds), tuple(rows))
    return {
        "overview": joined([*lead, *_titled(first), *_titled(gated)]),
        "fields": joined([_find("fields", "field"), *(html for one in rest for html in _titled(one))]),
        "documents": joined([_find("documents", "document"), html_table(table, link=True)]),
    }


def html_table(table: Table, *, link: bool = False, last: bool = True) -> Markup:
    """A table; with `link` its first column leads to documents, the `last` row too."""
    if not table.rows:
        return element("p", "None.", class_="lead")
    classes = ["w" if at < table.words else "n" for at in range(len(table.columns))]
    head = [
        element("th", name, scope="col", class_=c) for name, c in zip(table.columns, classes, strict=True)
    ]
    body = []
    for at, row in enumerate(table.rows):
        linked = link and (last or at < len(table.rows) - 1)
        name = element("a", row[0], href=f"#doc={quote(row[0], safe='')}") if linked else row[0]
        cells = [element("td", text, class_=c) for text, c in zip(row[1:], classes[1:], strict=True)]
        body.append(element("tr", element("th", name, scope="row", class_="w"), *cells))
    inner = element("table", element("thead", element("tr", *head)), element("tbody", *body))
    return element("div", inner, class_="scroll", tabindex=0, role="region", aria_label=table.title)


def _titled(table: Table) -> list[Markup]:
    return [element("h2", table.title), html_table(table)]


def _gate(numbers: Numbers) -> list[Markup]:
    """What the gate says, and the values that got worse."""
    if numbers.held is None:
        return []
    lines, worse = verdict(numbers.held)
    tone = "bad" if numbers.held.gate.exit_code else "good"
    told = [element("div", line) for line in lines]
    return [element("div", *told, class_=f"told {tone}"), *(html for one in worse for html in _titled(one))]


def _failures(numbers: Numbers) -> Iterable[str]:
    return (f"{name} could not be read: {why}" for name, why in numbers.report.failures.items())


def _tile(name: str, row: Row) -> Markup:
    title, told = _TILES[name]
    figure = row.figures[name]
    base = f"{figure.part:g} of {figure.n}, {figure.n_documents} documents"
    limits = (
        []
        if figure.low is None
        else [element("small", f"95 %: {interval(figure)}", title=figure.note, class_="limits")]
    )
    head = element("div", title, class_="what")
    value = element("strong", share(figure.value), title=f"{title}: {base}")
    return element(
        "div",
        head,
        value,
        *limits,
        element("small", told),
        element("small", base),
        class_="tile head" if name == "omission" else "tile",
    )


def _plots(numbers: Numbers) -> list[Markup]:
    told = "mark: what two labellers reach" if numbers.ceiling else ""
    parts = [row for row in numbers.groups if row.tally.n]
    return [
        element("div", _plot("F1 by part of the record", parts, numbers, told)),
        element(
            "div",
            _plot("F1 by tier", [numbers.overall, *numbers.tiers], numbers, told),
            _plot("F1 by document, worst first", _worst(numbers.documents), numbers, ""),
        ),
    ]


def _worst(rows: Iterable[Row]) -> list[Row]:
    """Documents with the lowest F1; more than these would be a wall."""
    return sorted(rows, key=lambda row: row.figures["f1"].value or 0.0)[:_WORST]


def _plot(title: str, rows: Iterable[Row], numbers: Numbers, told: str) -> Markup:
    most = labellers(numbers)
    lines = [(row.name, row.figures["f1"], _ceiling(most.get(row.name))) for row in rows]
    return element("div", element("h3", title), element("small", told), plot(title, lines))


def _ceiling(row: Any) -> Figure | None:
    if row is None:
        return None
    side = row.without
    return Figure(side.f1, 2 * side.correct, side.predicted + side.wanted, 0)


def _find(section: str, what: str) -> Markup:
    return Markup(
        f'<input class="find" type="search" data-rows="{section}" placeholder="find a {what}" '
        f'aria-label="Show only rows with">'
    )


def _facts(pairs: Iterable[tuple[str, str]]) -> Markup:
    return element(
        "dl",
        *(part for name, told in pairs for part in (element("dt", name), element("dd", told))),
        class_="facts",
    )
