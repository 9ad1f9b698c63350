import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli.gold import command
from extractor.documents import Document
from extractor.errors import SuiteError
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction, Lineage
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

PAGE = "Title: Trial of sorafenib\nShort: SORA\n"
BECAUSE = ["--who", "A. Curator (pharmacist)", "--why", "the page says so", "--quote", "Trial of sorafenib"]


def of(title: str, reader: str = "r") -> Extraction:
    source = {"page_kind": "OTHER", "layout": "unknown"}
    record = TrialRecord.model_validate({"source": source, "brief_title": title})
    draft = Draft(record=record, lineage=Lineage(reader=reader))
    return verify(Document.from_text(PAGE, id="page"), draft)


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "page.json").write_text(of("sorafenib").to_json(), encoding="utf-8")
    (tmp_path / "run.jsonl").write_text(of("Trial of sorafenib").to_json() + "\n", encoding="utf-8")
    path = tmp_path / "suite.toml"
    head = 'name = "t"\n[gold]\nverdicts = "verdicts.jsonl"\n'
    path.write_text(head + '[[case]]\ndocument = "page.txt"\ngold = "page.json"\n', encoding="utf-8")
    return path


def run(suite: Path, *arguments: object) -> Result:
    return CliRunner().invoke(command, [*map(str, arguments), "--suite", str(suite)])


def test_doubt_decide_and_see_what_it_changed(suite: Path) -> None:
    lines = suite.parent / "run.jsonl"
    assert "1 values of gold to look at again" in run(suite, "queue", lines).output
    value = json.dumps("Trial of sorafenib")
    decided = run(suite, "decide", "page", "/brief_title", "GOLD_WRONG", "--value", value, *BECAUSE)
    assert decided.exit_code == 0, decided.output
    assert "0 values of gold to look at again" in run(suite, "queue", lines).output
    changed = next(
        line for line in run(suite, "effect", lines).output.splitlines() if line.startswith("titles")
    )
    assert changed.split() == ["titles", "0.0000", "1.0000", "+1.0000", "+1.0000", "+0.0000"]
    (line,) = (suite.parent / "verdicts.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["gold"] == "sorafenib"


def test_gold_that_stands_is_not_doubted_again_and_keeps_its_score(suite: Path) -> None:
    value = json.dumps("Trial of sorafenib")
    assert (
        run(suite, "decide", "page", "/brief_title", "GOLD_STANDS", "--value", value, *BECAUSE).exit_code == 0
    )
    assert "0 values of gold" in run(suite, "queue", suite.parent / "run.jsonl").output
    assert "+1.0000" not in run(suite, "effect", suite.parent / "run.jsonl").output


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["other", "/brief_title", "GOLD_STANDS", *BECAUSE], "is no case of the suite"),
        (["page", "/brief_title", "GOLD_WRONG", "--value", "7", *BECAUSE], "cannot stand there"),
        (["page", "/brief_title", "BOTH_RIGHT", "--value", "7", *BECAUSE], "cannot stand there"),
        (["page", "/brief_title", "GOLD_STANDS", *BECAUSE[:-1], "other words"], "does not say --quote"),
    ],
)
def test_a_verdict_that_cannot_stand_is_not_written(suite: Path, arguments: list[str], why: str) -> None:
    result = run(suite, "decide", *arguments)
    assert isinstance(result.exception, SuiteError)
    assert why in str(result.exception)
    assert not (suite.parent / "verdicts.jsonl").exists()


def test_a_suite_without_a_file_of_verdicts_says_what_to_add(suite: Path) -> None:
    suite.write_text(suite.read_text(encoding="utf-8").replace('[gold]\nverdicts = "verdicts.jsonl"\n', ""))
    result = run(suite, "decide", "page", "/brief_title", "GOLD_STANDS", *BECAUSE)
    assert "Add [gold]" in str(result.exception)


def test_a_day_that_no_calendar_has_is_refused(suite: Path) -> None:
    result = run(suite, "decide", "page", "/brief_title", "GOLD_STANDS", *BECAUSE, "--when", "2026-13-41")
    assert result.exit_code == 2
    assert "'2026-13-41' does not match" in result.output
