import json
from collections.abc import Callable

from extractor.evaluation import Suite
from extractor.evaluation.report_json import report_json
from extractor.evaluation.reporting.finding_counts import finding_table
from extractor.evaluation.reporting.numbers import Numbers, numbers
from extractor.evaluation.reporting.score_tables import tables
from extractor.evaluation.runs.run import Run
from extractor.evaluation.runs.scored import score_run
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def finding(code: str) -> dict[str, str]:
    return {"code": code, "pointer": "/design", "message": "seen"}


def counted(
    build: Build, load_suite: Callable[..., Suite], read: dict[str, list[str]], gold: list[str]
) -> Numbers:
    golds = {name: build(page=name, findings=[finding(one) for one in gold]) for name in ("a", "b")}
    suite = load_suite({name: ("text", one) for name, one in golds.items()})
    run = Run.of("r", [build(page=name, findings=[*map(finding, codes)]) for name, codes in read.items()])
    return numbers(score_run(suite, run).report, suite)


def test_findings_are_counted_beside_those_of_gold(
    extraction: Build, load_suite: Callable[..., Suite]
) -> None:
    read = {"a": ["contradiction", "contradiction", "unread"], "b": ["contradiction"]}
    found = counted(extraction, load_suite, read, ["contradiction", "implausible"])
    assert finding_table(found.findings).rows == (
        ("contradiction", "3", "2", "2"),
        ("unread", "1", "1", "0"),
        ("implausible", "0", "0", "2"),
    )
    assert finding_table(found.findings) in tables(found)
    (first, *_) = json.loads(report_json(found))["findings"]
    assert first == {"code": "contradiction", "n": 3, "n_documents": 2, "in_gold": 2}


def test_pages_that_could_not_be_read_count_on_neither_side(
    extraction: Build, load_suite: Callable[..., Suite]
) -> None:
    found = counted(extraction, load_suite, {"a": []}, ["unread"])
    assert [(one.code.value, one.n, one.in_gold) for one in found.findings] == [("unread", 0, 1)]
