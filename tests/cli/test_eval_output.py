"""One evaluation, every form that is asked for."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from extractor.cli.eval import command
from extractor.documents import Document
from extractor.errors import SettingsError
from extractor.evaluation.report_markdown import SUMMARY_LIMIT
from extractor.extraction import Extractor

PAGE = "A page that no layout knows"
FORMS = ("json", "markdown", "junit", "html", "summary")


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    gold = Extractor().extract(Document.from_text(PAGE, id="page"))
    (tmp_path / "page.json").write_text(gold.to_json(), encoding="utf-8")
    path = tmp_path / "suite.toml"
    path.write_text('name = "t"\n[[case]]\ndocument = "page.txt"\ngold = "page.json"\n', encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_every_form_is_written_from_one_evaluation(suite: Path, tmp_path: Path) -> None:
    into = {name: tmp_path / f"report.{name}" for name in FORMS}
    result = run(suite, *(part for name, path in into.items() for part in (f"--{name}", path)))
    assert result.exit_code == 0
    form = json.loads(into["json"].read_text(encoding="utf-8"))
    assert form["suite"] == "t"
    assert ET.parse(into["junit"]).getroot().get("name") == "t: layout"
    assert "<title>t: layout</title>" in into["html"].read_text(encoding="utf-8")
    for name in ("markdown", "summary"):
        assert "* suite t, reader layout" in into[name].read_text(encoding="utf-8")


def test_a_summary_is_appended_and_never_grows_past_the_limit(suite: Path, tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    path.write_text("before\n" + "x" * (SUMMARY_LIMIT - 2000), encoding="utf-8")
    for _ in range(2):
        assert run(suite, "--summary", path).exit_code == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert "# Evaluation" in text
    assert "Cut here" in text
    assert path.stat().st_size <= SUMMARY_LIMIT


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(
    ("place", "why"),
    [
        (lambda folder: folder / "none" / "x", "there is no folder"),
        (lambda folder: folder, "it is a folder"),
    ],
)
def test_a_path_that_cannot_be_written_is_refused_before_anything_is_read(
    suite: Path, tmp_path: Path, name: str, place: Callable[[Path], Path], why: str
) -> None:
    suite.write_text("not even a suite", encoding="utf-8")
    result = run(suite, f"--{name}", place(tmp_path))
    assert isinstance(result.exception, SettingsError)
    assert str(result.exception).startswith(f"--{name} {place(tmp_path)} cannot be written: {why}")


def test_an_agreement_has_no_junit_and_no_html(suite: Path, tmp_path: Path) -> None:
    result = run("--agreement", suite.parent, suite.parent, "--html", tmp_path / "x.html")
    assert isinstance(result.exception, SettingsError)
    assert "--agreement has no --html" in str(result.exception)
