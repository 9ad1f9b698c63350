from collections.abc import Callable
from dataclasses import replace
from typing import Any

from extractor.evaluation import Suite
from extractor.evaluation.reporting.numbers import Numbers, numbers
from extractor.evaluation.score import score_failure
from extractor.review.documents import scored_documents
from extractor.review.fields import descriptions
from extractor.review.values import KINDS

Scored = Callable[..., Any]


def test_a_page_that_could_not_be_read_shows_gold_and_why(scored: Scored) -> None:
    made, suite = scored("A title\n", {"brief_title": "A title"}, {})
    (case,) = suite.cases
    failed = score_failure(case.gold_extraction(), "no answer")
    report = replace(made.report, scores=(failed,), extractions=(None,))
    (document,) = scored_documents(numbers(report, suite), suite)
    assert document["failure"] == "no answer"
    value = next(value for value in document["values"] if value["at"] == "/brief_title")
    assert (value["kind"], value["gold"], value["gold_spans"]) == ("INVALID", "A title", [[0, 7]])
    assert "predicted" not in value


def test_a_value_where_gold_has_none_is_found_where_it_was_read(scored: Scored) -> None:
    made, suite = scored("A title\n", {}, {"brief_title": "A title"})
    (document,) = scored_documents(made, suite)
    value = next(value for value in document["values"] if value["kind"] == "SPURIOUS")
    assert (value["at"], value["predicted_spans"], value["origin"]) == ("/brief_title", [[0, 7]], "IN_SOURCE")
    assert "gold" not in value


def test_every_value_of_the_five_pages_has_a_known_kind_and_a_field(
    seed_numbers: Numbers, seed: Suite
) -> None:
    for document in scored_documents(seed_numbers, seed):
        for value in document["values"]:
            assert value["kind"] in KINDS
            assert value["path"] in descriptions()
