"""The tables and the JSON of what is said of values besides their outcome."""

import json
from collections.abc import Callable
from typing import Any

from extractor.evaluation import EvaluationReport, score
from extractor.evaluation.aspect_tables import event_table, item_table, rate_table, words_table
from extractor.evaluation.report_json import report_json
from extractor.evaluation.tally import Tally
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
PAGE = "A trial\nAnother trial"


def arms(*labels: str) -> dict[str, Any]:
    return {"arms": [{"key": f"A{at}", "label": label} for at, label in enumerate(labels, start=1)]}


def report(*pairs: tuple[Extraction, Extraction]) -> EvaluationReport:
    scores = tuple(score(gold, predicted, PAGE) for gold, predicted in pairs)
    return EvaluationReport("trial", "layout", "0" * 64, "0" * 64, scores)


def test_a_rate_stands_beside_what_it_is_a_share_of() -> None:
    rows = rate_table(Tally(correct=3, missing=1, partial=1, wrong=1, partial_credit=0.5)).rows
    assert ("omission", "0.2000", "1", "5") in rows
    assert ("lenient recall", "0.7000", "3.5", "5") in rows
    assert ("hallucination", "–", "0", "0") in rows


def test_groups_without_words_have_no_row() -> None:
    found = {"arms": Tally(evidence_right=3, evidence_none=1), "status": Tally()}
    assert words_table(found).rows == (("arms", "4", "3", "0", "0", "0", "1", "0.7500"),)


def test_item_counts_of_documents_are_added_and_faults_are_named(extraction: Build) -> None:
    gold, predicted = extraction(arms("TACE", "Sorafenib")), extraction(arms("TACE plus Sorafenib"))
    found = report((gold, predicted), (gold, gold))
    assert item_table(found).rows[0] == ("/arms", "2", "2", "1", "0", "0", "1", "0", "0")
    assert event_table(found).rows == (("page", "MERGED", "/arms/0, /arms/1", "/arms/0"),)
    form = json.loads(report_json(found))
    assert form["item_faults"][0]["fault"] == "MERGED"
    assert form["items"][0]["merged"] == 1


def test_json_says_where_a_wrong_value_came_from_and_each_rate_with_its_n(extraction: Build) -> None:
    gold = extraction({"brief_title": "A trial", "acronym": "X"})
    found = report((gold, extraction({"brief_title": "Another trial", "acronym": "made up"})))
    form = json.loads(report_json(found))
    assert {one["path"]: one["origin"] for one in form["errors"]} == {
        "/brief_title": "IN_SOURCE",
        "/acronym": "NOT_IN_SOURCE",
    }
    assert form["overall"]["rates"]["fabricated"] == {"value": 1 / 3, "part": 1, "n": 3}
