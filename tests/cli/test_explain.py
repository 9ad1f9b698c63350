import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

PAGE = (
    "MedPath\n\nHeat for Gizzard Tumour\n\nPhase 2\nConditions\nGizzard Tumour\n"
    "Registration Number\nNCT01234567\n"
)


@pytest.fixture
def explain(run: Run) -> Run:
    return lambda *arguments: run("explain", *arguments)


@pytest.fixture
def read(run: Run) -> Callable[[Path], str]:
    """The extraction of a page as the command prints it."""
    return lambda page: run("extract", "--format", "jsonl", page).stdout


def test_the_path_to_a_verdict_is_printed(explain: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    done = explain(page, "/identifiers/0/value")
    assert done.returncode == 0, done.stderr
    assert "VERIFIED" in done.stdout
    assert "NCT01234567" in done.stdout


def test_a_run_is_explained_without_reading_again(
    explain: Run, read: Callable[[Path], str], tmp_path: Path
) -> None:
    page, run = tmp_path / "page.txt", tmp_path / "run.jsonl"
    page.write_text(PAGE, encoding="utf-8")
    made = read(page)
    run.write_text(made, encoding="utf-8")
    assert "VERIFIED" in explain(page, "/identifiers/0/value", "--run", run).stdout


def test_a_run_without_the_page_and_a_wrong_address_are_errors(explain: Run, tmp_path: Path) -> None:
    page, run = tmp_path / "page.txt", tmp_path / "run.jsonl"
    page.write_text(PAGE, encoding="utf-8")
    run.write_text("{}\n", encoding="utf-8")
    assert explain(page, "/identifiers/0/value", "--run", run).returncode == 2
    assert explain(page, "/nothing/here").returncode == 2


def test_where_there_is_gold_the_score_is_explained_too(
    explain: Run, read: Callable[[Path], str], tmp_path: Path
) -> None:
    page, gold = tmp_path / "page.txt", tmp_path / "gold.json"
    page.write_text(PAGE, encoding="utf-8")
    made = read(page)
    gold.write_text(made.replace('"role":"PRIMARY"', '"role":"SECONDARY"'), encoding="utf-8")
    suite = tmp_path / "suite.toml"
    suite.write_text('name = "one"\n[[case]]\ndocument = "page.txt"\ngold = "gold.json"\n', encoding="utf-8")
    for named in (("--gold", gold), ("--suite", suite)):
        done = explain(page, "/identifiers/0/role", *named)
        assert done.returncode == 0, done.stderr
        assert "status   VERIFIED" in done.stdout
        assert 'gold     /identifiers/0/role: "SECONDARY"' in done.stdout
        assert "score    WRONG: enum: differs" in done.stdout


def test_a_page_of_the_suite_is_named_by_its_id_and_a_run_by_its_folder(
    explain: Run, read: Callable[[Path], str], tmp_path: Path
) -> None:
    page, gold, run = tmp_path / "page.txt", tmp_path / "gold.json", tmp_path / "run"
    page.write_text(PAGE, encoding="utf-8")
    made = read(page)
    run.mkdir()
    for file in (gold, run / "page.json"):
        file.write_text(made, encoding="utf-8")
    suite = tmp_path / "suite.toml"
    suite.write_text('name = "one"\n[[case]]\ndocument = "page.txt"\ngold = "gold.json"\n', encoding="utf-8")
    done = explain("page", "/identifiers/0/value", "--suite", suite, "--run", run)
    assert done.returncode == 0, done.stderr
    assert "score    CORRECT" in done.stdout
    assert explain("other", "/identifiers/0/value", "--suite", suite).returncode == 2


def test_a_value_that_only_gold_has_is_explained_and_a_suite_without_the_page_is_an_error(
    explain: Run, read: Callable[[Path], str], tmp_path: Path
) -> None:
    page, other, gold = (tmp_path / name for name in ("page.txt", "other.txt", "gold.json"))
    for file in (page, other):
        file.write_text(PAGE, encoding="utf-8")
    made = read(page)
    gold.write_text(made.replace('"record":{', '"record":{"acronym":"HGT",', 1), encoding="utf-8")
    done = explain(page, "/acronym", "--gold", gold)
    assert done.returncode == 0, done.stderr
    assert "value    none that was read" in done.stdout
    assert "score    MISSING" in done.stdout
    suite = tmp_path / "suite.toml"
    suite.write_text('name = "one"\n[[case]]\ndocument = "page.txt"\ngold = "gold.json"\n', encoding="utf-8")
    assert "has no page other" in explain(other, "/acronym", "--suite", suite).stderr
