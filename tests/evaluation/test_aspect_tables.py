"""The tables and the JSON of what is said of values besides their outcome."""

import json
from collections.abc import Callable
from typing import Any

from extractor.evaluation import EvaluationReport, Suite, score
from extractor.evaluation.aspect_tables import event_table, item_table, reason_table, words_table
from extractor.evaluation.outcome import ERRORS
from extractor.evaluation.report_json import report_json
from extractor.evaluation.reporting.numbers import numbers
from extractor.evaluation.tally import Tally
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
PAGE = "A trial\nAnother trial"


def arms(*labels: str) -> dict[str, Any]:
    return {"arms": [{"key": f"A{at}", "label": label} for at, label in enumerate(labels, start=1)]}


def report(*pairs: tuple[Extraction, Extraction]) -> EvaluationReport:
    scores = tuple(score(gold, predicted, PAGE) for gold, predicted in pairs)
    return EvaluationReport("trial", "layout", "0" * 64, "0" * 64, scores)


def test_groups_without_words_have_no_row() -> None:
    found = {"arms": Tally(evidence_right=3, evidence_none=1), "status": Tally()}
    assert words_table(found).rows == (("arms", "4", "3", "0", "0", "0", "1", "0.7500"),)


def test_item_counts_of_documents_are_added_and_faults_are_named(extraction: Build) -> None:
    gold, predicted = extraction(arms("TACE", "Sorafenib")), extraction(arms("TACE plus Sorafenib"))
    found = report((gold, predicted), (gold, gold))
    assert item_table(found).rows[0] == ("/arms", "2", "2", "1", "0", "0", "1", "0", "0")
    assert event_table(found).rows == (("page", "MERGED", "/arms/0, /arms/1", "/arms/0"),)
    form = json.loads(report_json(numbers(found, Suite("trial", ()))))
    assert form["item_faults"][0]["fault"] == "MERGED"
    assert form["items"][0]["merged"] == 1


def test_json_says_where_a_wrong_value_came_from_and_each_rate_with_its_n(extraction: Build) -> None:
    gold = extraction({"brief_title": "A trial", "acronym": "X"})
    found = report((gold, extraction({"brief_title": "Another trial", "acronym": "made up"})))
    form = json.loads(report_json(numbers(found, Suite("trial", ()))))
    assert {one["path"]: one["origin"] for one in form["errors"]} == {
        "/brief_title": "IN_SOURCE",
        "/acronym": "NOT_IN_SOURCE",
    }
    rate = form["overall"]["rates"]["fabricated"]
    assert [rate[name] for name in ("value", "part", "n", "n_documents")] == [1 / 3, 1, 3, 1]


def test_reasons_of_errors_are_counted_with_where_the_values_came_from(extraction: Build) -> None:
    gold = extraction({"brief_title": "A trial", "acronym": "X", "status": {"start_date": {"date": "2012"}}})
    read = extraction({"brief_title": "Another trial", "status": {"start_date": {"date": "2012-01"}}})
    found = score(gold, read, PAGE)
    assert reason_table(cell for cell in found.cells if cell.outcome in ERRORS).rows == (
        ("MISSING", "null: the prediction has none", "1", "0", "0", "0"),
        ("PARTIAL", "date: FABRICATED_PRECISION", "1", "0", "0", "1"),
        ("WRONG", "text: differs", "1", "1", "0", "0"),
    )
