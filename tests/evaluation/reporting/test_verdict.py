"""The gate's verdict in every form."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from extractor.documents import Document
from extractor.evaluation import Suite
from extractor.evaluation.report_json import report_json
from extractor.evaluation.report_markdown import markdown
from extractor.evaluation.reporting.junit import junit
from extractor.evaluation.reporting.numbers import Numbers, numbers
from extractor.evaluation.reporting.score_tables import heading, tables, verdict
from extractor.evaluation.runs.baseline import write_baseline
from extractor.evaluation.runs.held import hold
from extractor.evaluation.runs.run import Run
from extractor.evaluation.runs.scored import ScoredRun, score_run
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction
from extractor.records.record import TrialRecord
from extractor.review import scored_page
from extractor.verification.verify import verify

PAGE = "A title of a trial\nAnother title\n"
Held = Callable[[str], tuple[Numbers, Suite]]


def said(title: str) -> Extraction:
    source = {"page_kind": "OTHER", "layout": "unknown"}
    record = TrialRecord.model_validate({"source": source, "brief_title": title})
    return verify(Document.from_text(PAGE, id="page"), Draft(record=record))


@pytest.fixture
def held(load_suite: Callable[..., Suite], tmp_path: Path) -> Held:
    """A run that says this title, held against a baseline that says gold's."""
    suite = load_suite({"page": (PAGE, said("A title of a trial"))})

    def scored(title: str) -> ScoredRun:
        return score_run(suite, Run.of("test", [said(title)]))

    write_baseline(tmp_path / "baseline", scored("A title of a trial"))

    def go(title: str) -> tuple[Numbers, Suite]:
        new = scored(title)
        return numbers(new.report, suite, hold(suite, new, tmp_path / "baseline")), suite

    return go


def gate_case(text: str) -> ET.Element:
    return next(one for one in ET.fromstring(text).iter("testcase") if one.get("classname") == "gate")


def as_markdown(found: Numbers) -> str:
    assert found.held
    told, worse = verdict(found.held)
    return markdown("T", [*told, *heading(found)], [*worse, *tables(found)])


def test_a_run_that_lost_a_value_fails_in_every_form(held: Held) -> None:
    found, suite = held("Another title")
    gate: dict[str, Any] = json.loads(report_json(found))["gate"]
    assert (gate["verdict"], gate["exit_code"]) == ("REGRESSION", 1)
    failure = gate_case(junit(found, suite.cases)).find("failure")
    assert failure is not None
    assert failure.text
    assert "gate: REGRESSION" in failure.text
    assert (
        "page | /brief_title | LOST | A title of a trial | A title of a trial | Another title" in failure.text
    )
    html = scored_page(found, suite)
    assert '<div class="told bad"><div>gate: REGRESSION' in html
    assert "Worse than the baseline" in html
    text = as_markdown(found)
    assert text.index("gate: REGRESSION") < text.index("suite trial")
    assert text.index("Worse than the baseline") < text.index("## Scores")


def test_a_run_that_is_the_same_passes_in_every_form(held: Held) -> None:
    found, suite = held("A title of a trial")
    assert json.loads(report_json(found))["gate"]["verdict"] == "OK"
    assert gate_case(junit(found, suite.cases)).find("failure") is None
    assert '<div class="told good"><div>gate: OK' in scored_page(found, suite)
    assert "gate: OK" in as_markdown(found)


def test_without_a_baseline_no_form_speaks_of_a_gate(held: Held) -> None:
    found, suite = held("A title of a trial")
    plain = numbers(found.report, suite)
    assert json.loads(report_json(plain))["gate"] is None
    assert "gate" not in junit(plain, suite.cases)
    assert "gate: " not in scored_page(plain, suite)
