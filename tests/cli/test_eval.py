import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli.eval import command
from extractor.documents import Document
from extractor.errors import SuiteError
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

PAGE = "A page that no layout knows"


def gold(title: str) -> Extraction:
    source = {"page_kind": "OTHER", "layout": "unknown"}
    record = TrialRecord.model_validate({"source": source, "brief_title": title})
    return verify(Document.from_text(PAGE, id="page"), Draft(record=record))


def suite(folder: Path, head: str = "", title: str = "A page") -> Path:
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "page.json").write_text(gold(title).to_json(), encoding="utf-8")
    path = folder / "suite.toml"
    path.write_text(
        f'name = "t"\n{head}\n[[case]]\ndocument = "page.txt"\ngold = "page.json"\n', encoding="utf-8"
    )
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_a_report_is_shown_and_written(tmp_path: Path) -> None:
    into = {"--json": tmp_path / "r.json", "--markdown": tmp_path / "r.md"}
    result = run(suite(tmp_path), "--errors", *(part for pair in into.items() for part in pair))
    assert result.exit_code == 0
    assert "suite t, reader layout" in result.output
    assert "/brief_title" in result.output
    assert json.loads(into["--json"].read_text(encoding="utf-8"))["overall"]["missing"] == 1
    assert "| overall |" in into["--markdown"].read_text(encoding="utf-8")


def test_a_score_below_the_floor_exits_with_1(tmp_path: Path) -> None:
    result = run(suite(tmp_path, "[floors.overall]\nf1 = 1"))
    assert result.exit_code == 1
    assert "below the floor: overall: F1 is" in result.output


def test_sound_gold_exits_with_0_and_faulty_gold_with_2(tmp_path: Path) -> None:
    assert run(suite(tmp_path), "--check-gold").exit_code == 0
    result = run(suite(tmp_path, title="Words of another page"), "--check-gold")
    assert result.exit_code == 2
    assert "page.json: /brief_title: evidence: UNSUPPORTED" in result.output


def test_a_suite_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    result = run(tmp_path / "none.toml")
    assert isinstance(result.exception, SuiteError)
    assert "none.toml" in str(result.exception)


def test_two_folders_of_labellings_are_compared(tmp_path: Path) -> None:
    for side, title in (("a", "A page"), ("b", "page")):
        (tmp_path / side).mkdir()
        (tmp_path / side / "page.json").write_text(gold(title).to_json(), encoding="utf-8")
    into = tmp_path / "agreement.json"
    result = run("--agreement", tmp_path / "a", tmp_path / "b", "--json", into)
    assert result.exit_code == 0
    assert "Agreement on 1 documents" in result.output
    titles = json.loads(into.read_text(encoding="utf-8"))["groups"]["titles"]
    assert titles["with_alternatives"]["wrong"] == 2


@pytest.mark.parametrize("side", ["a", "b"])
def test_an_empty_folder_is_an_error_that_names_it(tmp_path: Path, side: str) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        if name != side:
            (tmp_path / name / "page.json").write_text(gold("A page").to_json(), encoding="utf-8")
    result = run("--agreement", tmp_path / "a", tmp_path / "b")
    assert isinstance(result.exception, SuiteError)
    assert "holds no *.json" in str(result.exception)
