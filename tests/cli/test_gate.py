import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli.compare import command as compare
from extractor.cli.eval import command as evaluate
from extractor.documents import Document
from extractor.errors import RunError
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

PAGE = "A page that no layout knows"
ROOT = Path(__file__).resolve().parents[2]


def said(title: str | None) -> Extraction:
    source = {"page_kind": "OTHER", "layout": "unknown"}
    record = TrialRecord.model_validate({"source": source, "brief_title": title})
    return verify(Document.from_text(PAGE, id="page"), Draft(record=record))


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "page.json").write_text(said("A page").to_json(), encoding="utf-8")
    path = tmp_path / "suite.toml"
    path.write_text('name = "t"\n[[case]]\ndocument = "page.txt"\ngold = "page.json"\n', encoding="utf-8")
    return path


@pytest.fixture
def run_of(tmp_path: Path) -> Callable[..., Path]:
    """A file of a run that reads the page as these titles, one for each repeat."""

    def write(name: str, *titles: str | None) -> Path:
        path = tmp_path / f"{name}.jsonl"
        path.write_text("".join(f"{said(title).to_json()}\n" for title in titles), encoding="utf-8")
        return path

    return write


def call(command: object, *arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])  # type: ignore[arg-type]


def test_a_run_is_scored_instead_of_reading(suite: Path, run_of: Callable[..., Path]) -> None:
    result = call(evaluate, suite, "--run", run_of("good", "A page"))
    assert result.exit_code == 0
    assert "2 documents" not in result.output
    assert "Averages (95 % intervals, the document as the unit)" in result.output


def test_a_run_is_blessed_and_passes_and_a_worse_one_does_not(
    suite: Path, run_of: Callable[..., Path], tmp_path: Path
) -> None:
    good, worse, folder = run_of("good", "A page"), run_of("worse", None), tmp_path / "baseline"
    result = call(evaluate, suite, "--run", good, "--baseline", folder, "--bless")
    assert (result.exit_code, "is new" in result.output) == (0, True)
    again = call(evaluate, suite, "--run", good, "--baseline", folder)
    assert (again.exit_code, "gate: OK" in again.output) == (0, True)
    fallen = call(evaluate, suite, "--run", worse, "--baseline", folder)
    assert (fallen.exit_code, "gate: REGRESSION" in fallen.output) == (1, True)
    assert "/brief_title" in fallen.output
    assert "detectable drop: none" in fallen.output


def test_blessing_says_what_changes_and_renews_the_baseline(
    suite: Path, run_of: Callable[..., Path], tmp_path: Path
) -> None:
    folder = tmp_path / "baseline"
    call(evaluate, suite, "--run", run_of("good", "A page"), "--baseline", folder, "--bless")
    result = call(evaluate, suite, "--run", run_of("worse", None), "--baseline", folder, "--bless")
    assert result.exit_code == 0
    assert "values: 1 LOST" in result.output
    assert "is renewed" in result.output
    assert call(evaluate, suite, "--run", run_of("worse", None), "--baseline", folder).exit_code == 0


def test_a_run_below_the_floor_is_not_blessed(
    suite: Path, run_of: Callable[..., Path], tmp_path: Path
) -> None:
    folder = tmp_path / "baseline"
    call(evaluate, suite, "--run", run_of("good", "A page"), "--baseline", folder, "--bless")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    floor = "[floors.overall]\nf1 = 0.9\n"
    suite.write_text(suite.read_text(encoding="utf-8").replace("[[case]]", f"{floor}[[case]]"), "utf-8")
    result = call(evaluate, suite, "--run", run_of("worse", None), "--baseline", folder, "--bless")
    assert (result.exit_code, "not blessed" in result.output) == (1, True)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_gold_that_moved_since_the_blessing_is_said_and_both_are_scored_anew(
    suite: Path, run_of: Callable[..., Path], tmp_path: Path
) -> None:
    folder = tmp_path / "baseline"
    call(evaluate, suite, "--run", run_of("good", "A page"), "--baseline", folder, "--bless")
    (tmp_path / "page.json").write_text(said("page").to_json(), encoding="utf-8")
    result = call(evaluate, suite, "--run", run_of("good", "A page"), "--baseline", folder)
    assert result.exit_code == 0
    assert "gold moved since the baseline was blessed" in result.output


def test_blessing_needs_a_place_and_holding_against_one_a_baseline(suite: Path, tmp_path: Path) -> None:
    assert call(evaluate, suite, "--bless").exit_code == 2
    result = call(evaluate, suite, "--baseline", tmp_path / "none")
    assert isinstance(result.exception, RunError)
    assert "--bless" in str(result.exception)


def test_pages_that_are_not_in_the_suite_are_named(suite: Path, tmp_path: Path) -> None:
    other = said("A page")
    other = other.model_copy(update={"document": other.document.model_copy(update={"id": "stranger"})})
    path = tmp_path / "run.jsonl"
    path.write_text(f"{said('A page').to_json()}\n{other.to_json()}\n", encoding="utf-8")
    assert "1 pages of the run are not in the suite: stranger" in call(evaluate, suite, "--run", path).output


def test_two_runs_are_compared_and_written(suite: Path, run_of: Callable[..., Path], tmp_path: Path) -> None:
    before, after = run_of("before", "A page", None, "A page"), run_of("after", None)
    into = (tmp_path / "c.json", tmp_path / "c.md")
    arguments = ("--suite", suite, "--fields", "--json", into[0], "--markdown", into[1])
    result = call(compare, before, after, *arguments)
    assert result.exit_code == 0
    assert "repeats before: 3, mean " in result.output
    assert "LOST" in result.output
    told = json.loads(into[0].read_text(encoding="utf-8"))
    assert told["repeats"]["before"]["n"] == 3
    assert told["changes"][0]["kind"] == "LOST"
    assert "# Comparison of two runs" in into[1].read_text(encoding="utf-8")
    assert "Values that differ" not in call(compare, before, after, "--suite", suite, "--no-values").output


def test_a_job_of_extractor_run_is_scored_and_compared(run_job: Path) -> None:
    suite = ROOT / "eval" / "suite.toml"
    result = call(compare, run_job, run_job, "--suite", suite)
    assert (result.exit_code, "values: none changed" in result.output) == (0, True)
    held = (evaluate, suite, "--run", run_job, "--baseline", run_job.parent / "baseline")
    assert "is new" in call(*held, "--bless").output
    assert "gate: OK" in call(*held).output


@pytest.fixture
def run_job(tmp_path: Path, run: Callable[..., object]) -> Path:
    """The run folder of a job over the suite's pages."""
    pages = tmp_path / "pages"
    shutil.copytree(ROOT / "eval" / "documents", pages)
    run("run", pages, "--out", tmp_path / "job", "--quiet")
    return tmp_path / "job"
