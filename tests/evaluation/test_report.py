"""One report in three forms: the same numbers in each."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from rich.console import Console

from extractor.evaluation import Cell, DocumentScore, EvaluationReport, Outcome, agreement
from extractor.evaluation.part import ItemCount
from extractor.evaluation.report_json import agreement_json, report_json
from extractor.evaluation.report_markdown import escape, markdown
from extractor.evaluation.report_text import terminal
from extractor.evaluation.table import share
from extractor.evaluation.tables import agreement_tables, heading, report_tables
from extractor.records.declare import Tier
from extractor.records.envelope import Extraction

COUNTS = (
    "n",
    "correct",
    "wrong",
    "partial",
    "missing",
    "spurious",
    "invalid",
    "correctly_null",
    "unlabelled",
)
SHARES = ("precision", "recall", "f1", "lenient_f1", "spurious_share")


def cell(document: str, outcome: Outcome, tier: Tier = Tier.STRUCTURE, value: Any = "x") -> Cell:
    return Cell(document, "/arms/label", "/arms/0/label", None, "arms", tier, outcome, "why", value, None)


@pytest.fixture
def report() -> EvaluationReport:
    first = [cell("a", outcome) for outcome in Outcome for _ in range(2)]
    second = [cell("b", Outcome.CORRECT, Tier.PROSE), cell("b", Outcome.WRONG, value="a|b\n@all *x* <b>")]
    return EvaluationReport(
        suite="trial",
        reader="layout",
        gold="ab" * 32,
        scorer="cd" * 32,
        scores=(
            DocumentScore("a", tuple(first), (ItemCount("/arms", 2, 1, 0),)),
            DocumentScore("b", tuple(second), (ItemCount("/arms", 1, 1, 3),), "no | answer"),
        ),
    )


def as_markdown(report: EvaluationReport) -> str:
    return markdown("Evaluation", heading(report), report_tables(report, errors=True))


def as_text(report: EvaluationReport) -> str:
    out = io.StringIO()
    Console(file=out, width=300).print(terminal(heading(report), report_tables(report, errors=True)))
    return out.getvalue()


def expected_rows(form: dict[str, Any]) -> list[list[str]]:
    named = {
        "overall": form["overall"],
        **{f"tier {name}": tally for name, tally in form["tiers"].items()},
        **form["groups"],
        **form["documents"],
        **form["fields"],
    }
    return [
        [name, *(str(tally[key]) for key in COUNTS), *(share(tally[key]) for key in SHARES)]
        for name, tally in named.items()
    ]


def test_terminal_markdown_and_json_give_the_same_numbers(report: EvaluationReport) -> None:
    form = json.loads(report_json(report))
    text_rows = [line.split() for line in as_text(report).splitlines()]
    markdown_rows = [
        [part.strip() for part in line.strip("|").split(" | ")] for line in as_markdown(report).splitlines()
    ]
    rows = expected_rows(form)
    assert len(rows) == 7
    for row in rows:
        assert " ".join(row).split() in text_rows
        assert row in markdown_rows


def test_counts_come_from_the_cells_alone(report: EvaluationReport) -> None:
    assert report.overall.correct == 3
    assert report.overall.wrong == 5
    assert report.tiers["prose"].n == 1
    assert report.documents["b"].n == 2
    assert len(report.errors) == 11
    assert report.items == (ItemCount("/arms", 3, 2, 3),)
    assert report.failures == {"b": "no | answer"}


def test_every_form_says_how_shares_are_averaged_and_over_how_many_documents(
    report: EvaluationReport,
) -> None:
    form = json.loads(report_json(report))
    assert (form["averaging"], form["n_documents"]) == ("micro over cells", 2)
    for text in (as_text(report), as_markdown(report)):
        assert "2 documents, 14 values; shares are micro over cells" in text


def test_every_form_lists_every_error(report: EvaluationReport) -> None:
    assert len(json.loads(report_json(report))["errors"]) == 11
    assert as_markdown(report).count("/arms/0/label |") == 11
    assert as_text(report).count("/arms/0/label") == 11
    assert [table.title for table in report_tables(report, errors=False)][-1] == "List items"


def test_a_share_of_nothing_is_a_dash_and_null_in_json() -> None:
    empty = EvaluationReport("trial", "layout", "0" * 64, "0" * 64, (DocumentScore("a", (), ()),))
    assert json.loads(report_json(empty))["overall"]["f1"] is None
    assert "| overall | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | – | – | – | – | – |" in as_markdown(empty)
    assert "Errors" in as_text(empty)


def test_words_of_pages_stay_words_in_markdown(report: EvaluationReport) -> None:
    assert escape("a|b\n@all *x* <b> \\<60kg") == r"a\|b &#64;all \*x\* &lt;b&gt; \\&lt;60kg"
    assert r"a\|b\\n&#64;all \*x\* &lt;b&gt;" in as_markdown(report)
    assert r"no \| answer" in as_markdown(report)


def test_words_of_pages_are_not_markup_of_the_terminal() -> None:
    one = DocumentScore("a", (cell("a", Outcome.WRONG, value="[red]5[/red] mg"),), ())
    text = as_text(EvaluationReport("trial", "layout", "0" * 64, "0" * 64, (one,)))
    assert "[red]5[/red] mg" in text


def test_an_agreement_has_the_same_numbers_as_table_and_json(extraction: Callable[..., Extraction]) -> None:
    found = agreement([extraction({"brief_title": "A"})], [extraction({"acronym": "A"})])
    form = json.loads(agreement_json(found))["groups"]["titles"]["without_alternatives"]
    (table,) = agreement_tables(found)
    row = next(row for row in table.rows if row[0] == "titles")
    assert row[1:6] == ("6", "0.3333", "0.0000", share(form["raw_agreement"]), share(form["f1"]))
    chances = json.loads(agreement_json(found))["groups"]["titles"]
    assert row[6:] == (share(chances["alpha"]), share(chances["ac1"]))
