import subprocess
import sys
from pathlib import Path

EXTRACTOR = Path(sys.executable).with_name("extractor")
PAGE = (
    "MedPath\n\nHeat for Gizzard Tumour\n\nPhase 2\nConditions\nGizzard Tumour\n"
    "Registration Number\nNCT01234567\n"
)


def explain(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [EXTRACTOR, "explain", *map(str, arguments)], capture_output=True, text=True, check=False
    )


def test_the_path_to_a_verdict_is_printed(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    done = explain(page, "/identifiers/0/value")
    assert done.returncode == 0, done.stderr
    assert "VERIFIED" in done.stdout
    assert "NCT01234567" in done.stdout


def test_a_run_is_explained_without_reading_again(tmp_path: Path) -> None:
    page, run = tmp_path / "page.txt", tmp_path / "run.jsonl"
    page.write_text(PAGE, encoding="utf-8")
    made = subprocess.run([EXTRACTOR, "extract", "--format", "jsonl", page], capture_output=True, check=True)
    run.write_bytes(made.stdout)
    assert "VERIFIED" in explain(page, "/identifiers/0/value", "--run", run).stdout


def test_a_run_without_the_page_and_a_wrong_address_are_errors(tmp_path: Path) -> None:
    page, run = tmp_path / "page.txt", tmp_path / "run.jsonl"
    page.write_text(PAGE, encoding="utf-8")
    run.write_text("{}\n", encoding="utf-8")
    assert explain(page, "/identifiers/0/value", "--run", run).returncode == 2
    assert explain(page, "/nothing/here").returncode == 2
