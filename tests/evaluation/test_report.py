"""One evaluation in five forms: the same figures in each."""

import io
import json
from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from rich.console import Console

from extractor.evaluation import Cell, DocumentScore, EvaluationReport, Outcome, Suite, agreement, evaluate
from extractor.evaluation.part import ItemCount
from extractor.evaluation.report_json import agreement_json, report_json
from extractor.evaluation.report_markdown import markdown
from extractor.evaluation.report_text import terminal
from extractor.evaluation.reporting.figure import FIGURES
from extractor.evaluation.reporting.junit import junit
from extractor.evaluation.reporting.numbers import Numbers, numbers
from extractor.evaluation.reporting.score_tables import heading, interval, tables
from extractor.evaluation.table import NONE, bounds, share
from extractor.evaluation.tables import agreement_tables
from extractor.records.declare import Tier
from extractor.records.envelope import Extraction
from extractor.review import scored_page

ROOT = Path(__file__).resolve().parents[2]
COUNTS = ("n_documents", "n", "correct", "wrong", "partial", "missing", "spurious", "invalid")
NULLS = ("correctly_null", "unlabelled")


def cell(document: str, outcome: Outcome, tier: Tier = Tier.STRUCTURE, value: Any = "x") -> Cell:
    return Cell(document, "/arms/label", "/arms/0/label", None, "arms", tier, outcome, "why", value, None)


@pytest.fixture(scope="module")
def made() -> Numbers:
    first = [cell("a", outcome) for outcome in Outcome for _ in range(2)]
    second = [cell("b", Outcome.CORRECT, Tier.PROSE), cell("b", Outcome.WRONG, value="a|b\n@all *x* <b>")]
    report = EvaluationReport(
        suite="trial",
        reader="layout",
        gold="ab" * 32,
        scorer="cd" * 32,
        scores=(
            DocumentScore("a", tuple(first), (ItemCount("/arms", 2, 1, 0),)),
            DocumentScore("b", tuple(second), (ItemCount("/arms", 1, 1, 3),), "no | answer"),
        ),
    )
    return numbers(report, Suite("trial", ()))


@pytest.fixture(scope="module")
def seed() -> Suite:
    return Suite.load(ROOT / "eval" / "suite.toml")


@pytest.fixture(scope="module")
def real(seed: Suite) -> Numbers:
    """The five pages as the layout reader reads them."""
    return numbers(evaluate(seed), seed)


def as_markdown(found: Numbers) -> str:
    return markdown("Evaluation", heading(found), tables(found))


def as_text(found: Numbers) -> str:
    out = io.StringIO()
    Console(file=out, width=400).print(terminal(heading(found), tables(found)))
    return out.getvalue()


class Rows(HTMLParser):
    """The rows of all tables of an HTML page, as text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's signature
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        if self._open:
            self.rows[-1][-1] += data


def as_rows(html: str) -> list[list[str]]:
    found = Rows()
    found.feed(html)
    return found.rows


def expected_rows(form: dict[str, Any]) -> Iterable[list[str]]:
    """The rows that tables must have, from the JSON form."""
    named = {
        "overall": form["overall"],
        **{f"tier {name}": row for name, row in form["tiers"].items()},
        **form["groups"],
        **form["documents"],
        **form["fields"],
    }
    for name, row in named.items():
        rates = {one: share(rate["value"]) for one, rate in row["rates"].items()}
        limits = row["rates"]["f1"]
        between = " to ".join(bounds(limits["low"], limits["high"])) if "low" in limits else NONE
        yield [
            name,
            *(str(row[key]) for key in (*COUNTS, *NULLS)),
            *(rates[one] for one in ("precision", "recall", "f1")),
            between + (" *" if "note" in limits else ""),
            *(rates[one] for one in ("lenient_f1", "omission", "spurious_share")),
        ]


def test_terminal_markdown_and_html_give_the_figures_of_the_json(real: Numbers, seed: Suite) -> None:
    form = json.loads(report_json(real))
    in_text = [line.split() for line in as_text(real).splitlines()]
    in_markdown = [
        [part.strip().strip("`").replace("\\", "") for part in line.strip("|").split(" | ")]
        for line in as_markdown(real).splitlines()
    ]
    in_html = as_rows(scored_page(real, seed))
    rows = [*expected_rows(form)]
    assert len(rows) > 100
    for row in rows:
        assert " ".join(row).split() in in_text
        assert row in in_markdown
        assert row in in_html


def test_junit_gives_the_figures_of_the_json(real: Numbers, seed: Suite) -> None:
    form = json.loads(report_json(real))
    suites = ET.fromstring(junit(real, seed.cases)).findall("testsuite")
    assert [suite.get("name") for suite in suites] == [*form["documents"]]
    for suite, row in zip(suites, form["documents"].values(), strict=True):
        told = {one.get("name", ""): one.get("value", "") for one in suite.iter("property")}
        assert int(told["n"]) == row["n"]
        for name in FIGURES:
            value = row["rates"][name]["value"]
            assert told.get(name) == (None if value is None else repr(value))


def test_every_rate_is_the_same_with_its_base_in_all_forms(real: Numbers, seed: Suite) -> None:
    rates = json.loads(report_json(real))["overall"]["rates"]
    html = as_rows(scored_page(real, seed))
    text = [line.split() for line in as_text(real).splitlines()]
    for name in FIGURES:
        if name in {"f1", "lenient_f1", "spurious_share"}:
            continue
        figure, rate = real.overall.figures[name], rates[name]
        numbers_of = [share(rate["value"]), interval(figure), f"{rate['part']:g}", str(rate["n"])]
        row = [name.replace("_", " "), *numbers_of, str(rate["n_documents"])]
        assert row in html
        assert " ".join(row).split() in text


def test_counts_come_from_the_cells_alone(made: Numbers) -> None:
    assert made.overall.tally.correct == 3
    assert made.overall.tally.wrong == 5
    assert {row.name: row.tally.n for row in made.tiers} == {"structure": 13, "prose": 1}
    assert [row.tally.n for row in made.documents] == [12, 2]
    assert made.overall.n_documents == 2
    assert len(made.report.errors) == 11
    assert made.report.items == (ItemCount("/arms", 3, 2, 3),)
    assert made.report.failures == {"b": "no | answer"}


def test_every_form_says_how_shares_are_averaged_and_over_how_many_documents(made: Numbers) -> None:
    form = json.loads(report_json(made))
    assert (form["averaging"], form["n_documents"], form["n_cells"]) == ("micro over cells", 2, 14)
    for text in (as_text(made), as_markdown(made)):
        assert "2 documents, 14 values; shares are micro over cells" in text


def test_every_form_lists_every_error(made: Numbers) -> None:
    assert len(json.loads(report_json(made))["errors"]) == 11
    assert as_markdown(made).count("`/arms/0/label` |") == 11
    assert as_text(made).count("/arms/0/label") == 11
    assert [table.title for table in tables(made, errors=False)][-1] == "List items"


def test_a_share_of_nothing_is_a_dash_and_null_in_json() -> None:
    report = EvaluationReport("trial", "layout", "0" * 64, "0" * 64, (DocumentScore("a", (), ()),))
    empty = numbers(report, Suite("trial", ()))
    assert json.loads(report_json(empty))["overall"]["f1"] is None
    assert "| overall | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | – | – | – | – |" in as_markdown(empty)
    assert "Errors" in as_text(empty)


def test_an_agreement_has_the_same_numbers_as_table_and_json(extraction: Callable[..., Extraction]) -> None:
    found = agreement([extraction({"brief_title": "A"})], [extraction({"acronym": "A"})])
    form = json.loads(agreement_json(found))["groups"]["titles"]["without_alternatives"]
    (table,) = agreement_tables(found)
    row = next(row for row in table.rows if row[0] == "titles")
    assert row[1:6] == ("6", "0.3333", "0.0000", share(form["raw_agreement"]), share(form["f1"]))
    chances = json.loads(agreement_json(found))["groups"]["titles"]
    assert row[6:] == (share(chances["alpha"]), share(chances["ac1"]))
