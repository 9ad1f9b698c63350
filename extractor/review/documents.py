"""The documents of a page as JSON: text, values, findings."""

from collections.abc import Mapping, Sequence
from typing import Any

from extractor.errors import SuiteError
from extractor.evaluation.reporting.numbers import Numbers
from extractor.evaluation.runs.comparison import Comparison
from extractor.evaluation.runs.run import Run
from extractor.evaluation.suite import Suite
from extractor.evaluation.table import share
from extractor.records.envelope import Extraction
from extractor.review.values import compared_values, read_values, scored_values

Texts = Mapping[str, str]
"""The text of pages by their SHA-256."""


def scored_documents(numbers: Numbers, suite: Suite) -> list[dict[str, Any]]:
    """The documents of a scored suite, in its order. Raises what reading the suite's files raises."""
    cases = {case.id: case for case in suite.cases}
    read = {score.document: extraction for score, extraction in numbers.report.readings}
    found = []
    for score, row in zip(numbers.report.scores, numbers.documents, strict=True):
        case, extraction = cases[score.document], read.get(score.document)
        gold = case.gold_extraction()
        about = f"{row.tally.n} values, F1 {share(row.figures['f1'].value)}, layout {gold.document.layout}"
        found.append(
            _document(score.document, case.page().text, about, extraction, score.failure)
            | {"values": scored_values(score.cells, gold, extraction)}
        )
    return found


def read_documents(run: Run, texts: Texts) -> list[dict[str, Any]]:
    """The documents of a run, in its order. Raises SuiteError for a page whose text is not there."""
    found = []
    for extraction in (one for repeats in run.extractions.values() for one in repeats[:1]):
        document, values = extraction.document, read_values(extraction)
        if document.text_sha256 not in texts:
            raise SuiteError(
                f"{run.name}: the text of {document.id} is not there",
                hint="Name the folder of its pages with --pages, or its suite with --suite",
            )
        about = f"{len(values)} values, layout {document.layout}"
        whole = _document(document.id, texts[document.text_sha256], about, extraction, None)
        found.append(whole | {"values": values})
    return found


def compared_documents(comparison: Comparison, suite: Suite) -> list[dict[str, Any]]:
    """The documents of two runs, each with the values that differ. Raises as `scored_documents`."""
    found = []
    for case in suite.cases:
        changes = [change for change in comparison.changes if change.cell.document == case.id]
        before, after = (
            _first(side.extractions.get(case.id)) for side in (comparison.before, comparison.after)
        )
        about = f"{len(changes)} values differ"
        found.append(
            _document(case.id, case.page().text, about, after, None)
            | {"values": compared_values(changes, case.gold_extraction(), before, after)}
        )
    return found


def _first(repeats: Sequence[Extraction] | None) -> Extraction | None:
    return repeats[0] if repeats else None


def _document(
    name: str, text: str, about: str, extraction: Extraction | None, failure: str | None
) -> dict[str, Any]:
    findings = extraction.findings if extraction else []
    return {
        "id": name,
        "about": about,
        "text": text,
        "failure": failure,
        "findings": [
            {"code": one.code.value, "pointer": one.pointer, "message": one.message} for one in findings
        ],
    }
