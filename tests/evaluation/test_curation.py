from collections.abc import Callable

import pytest

from extractor.evaluation import EvaluationReport, score
from extractor.evaluation.curation import curation, curation_tables
from extractor.evaluation.edits import EditWeights
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def test_edits_cost_and_curve_of_a_report(extraction: Build) -> None:
    gold = extraction({"brief_title": "A", "acronym": "X"})
    read = extraction({"brief_title": "B"}, evidence={"/brief_title": {"status": "UNSUPPORTED"}})
    other = extraction({"brief_title": "A"}, page="other")
    scores = (score(gold, read), score(other, other))
    found = curation(EvaluationReport("s", "r", "0", "0", scores, (read, None)), EditWeights(insert=3))
    assert (found.overall.substitute, found.overall.insert) == (1, 1)
    assert found.cost_per_record == pytest.approx(2)
    assert (found.curve.errors, found.curve.classes[0].errors) == (1, 1)
    edits, curve = curation_tables(found)
    assert edits.rows[0][:6] == ("overall", "1", "1", "0", "0", "4")
    assert "5% → " in curve.title


def test_a_report_without_pages_costs_nothing_and_draws_nothing() -> None:
    found = curation(EvaluationReport("s", "r", "0", "0", ()), EditWeights())
    assert (found.cost_per_record, found.curve.points) == (None, ())
    assert curation_tables(found)[0].rows[0][0] == "overall"
