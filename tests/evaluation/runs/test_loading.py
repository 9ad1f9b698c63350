import json
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import RecordError, RunError
from extractor.evaluation import load_run
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def lines(*extractions: Extraction) -> str:
    return "".join(f"{one.to_json()}\n" for one in extractions)


def test_lines_of_extractions_are_a_run_and_repeated_documents_repeats(
    extraction: Build, tmp_path: Path
) -> None:
    path = tmp_path / "run.jsonl"
    text = "a line\u2028of a page"  # JSON leaves this separator as it is
    path.write_text(lines(extraction({"brief_title": text}), extraction(), extraction(page="b")), "utf-8")
    run = load_run(path)
    assert {name: len(found) for name, found in run.extractions.items()} == {"page": 2, "b": 1}
    assert run.reader == "test"
    assert run.extractions["page"][0].record.brief_title == text


def test_a_folder_of_files_is_a_run(extraction: Build, tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.json").write_text(extraction(page=name).to_json(), encoding="utf-8")
    assert list(load_run(tmp_path).extractions) == ["a", "b"]


def test_a_job_is_a_run_with_its_failures(extraction: Build, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    (tmp_path / "results-00001.jsonl").write_text(lines(extraction(page="a")), encoding="utf-8")
    (tmp_path / "results-00002.jsonl").write_text(lines(extraction(page="b")), encoding="utf-8")
    failure = json.dumps({"document": "c", "message": "too large"})
    (tmp_path / "failures.jsonl").write_text(failure + "\n", encoding="utf-8")
    run = load_run(tmp_path)
    assert list(run.extractions) == ["a", "b"]
    assert run.failures == {"c": "too large"}


def test_a_job_that_goes_on_is_no_run_yet(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(RunError, match="has not ended"):
        load_run(tmp_path)


def test_a_folder_of_runs_holds_repeats(extraction: Build, tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.json").write_text(extraction(page="a").to_json(), encoding="utf-8")
    assert len(load_run(tmp_path).extractions["a"]) == 2


def test_a_run_of_nothing_is_none(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    path.write_text("\n", encoding="utf-8")
    with pytest.raises(RunError, match="holds no Extraction"):
        load_run(path)


def test_what_is_no_run_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="holds no run"):
        load_run(tmp_path)
    with pytest.raises(RunError, match="there is no run"):
        load_run(tmp_path / "none")
    (tmp_path / "failures.jsonl").write_text("[]\n", encoding="utf-8")
    (tmp_path / "results-00001.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(RunError, match="no list of failures"):
        load_run(tmp_path)


def test_a_line_that_is_no_extraction_is_named(extraction: Build, tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    path.write_text(lines(extraction()) + '{"suite": "x"}\n', encoding="utf-8")
    with pytest.raises(RecordError, match=r"run\.jsonl:2: "):
        load_run(path)
