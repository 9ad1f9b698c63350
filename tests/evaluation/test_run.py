from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.documents import Document
from extractor.errors import RecordError, SuiteError
from extractor.evaluation import Suite
from extractor.evaluation.run import NOT_IN_RUN, Run
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
LoadSuite = Callable[..., Suite]


def of(build: Build, name: str, title: str | None = None) -> Extraction:
    page = Document.from_text(f"Title: {name}\n", id=name)
    document = {
        "id": name,
        "sha256": page.sha256,
        "text_sha256": page.text_sha256,
        "media_type": "text/plain",
        "layout": "unknown",
    }
    return build({"brief_title": title or name}, document=document)


def lines(path: Path, *extractions: Extraction) -> Path:
    path.write_text("".join(one.to_json() + "\n" for one in extractions), encoding="utf-8")
    return path


def test_a_run_is_a_file_of_lines_a_job_folder_or_a_folder_of_json(tmp_path: Path, extraction: Build) -> None:
    one, two = of(extraction, "one"), of(extraction, "two")
    job, folder = tmp_path / "job", tmp_path / "folder"
    job.mkdir()
    folder.mkdir()
    lines(job / "results-00001.jsonl", one)
    lines(job / "results-00002.jsonl", two)
    for each in (one, two):
        (folder / f"{each.document.id}.json").write_text(each.to_json(indent=1), encoding="utf-8")
    found = [Run.load(path).extractions for path in (lines(tmp_path / "run.jsonl", one, two), job, folder)]
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == 2


def test_what_is_no_run_is_said(tmp_path: Path, extraction: Build) -> None:
    with pytest.raises(SuiteError, match="is no run"):
        Run.load(tmp_path)
    with pytest.raises(SuiteError, match="two results of one"):
        Run.load(lines(tmp_path / "twice.jsonl", of(extraction, "one"), of(extraction, "one", "other")))
    (tmp_path / "torn.jsonl").write_text(of(extraction, "one").to_json() + "\n{", encoding="utf-8")
    with pytest.raises(RecordError, match=r"torn\.jsonl:2"):
        Run.load(tmp_path / "torn.jsonl")


def test_a_run_is_scored_like_a_reading(tmp_path: Path, extraction: Build, load_suite: LoadSuite) -> None:
    suite = load_suite(
        {"one": ("Title: one\n", of(extraction, "one")), "two": ("Title: two\n", of(extraction, "two"))}
    )
    report = Run.load(lines(tmp_path / "run.jsonl", of(extraction, "one"))).report(suite)
    assert report.failures == {"two": NOT_IN_RUN}
    assert report.documents["one"].f1 == 1
    assert [one.document.id for _, one in report.readings] == ["one"]
    assert report.gold == suite.gold_hash()


def test_a_run_of_other_pages_is_refused(tmp_path: Path, extraction: Build, load_suite: LoadSuite) -> None:
    suite = load_suite({"one": ("Title: one\n", of(extraction, "one"))})
    with pytest.raises(SuiteError, match="no result for any page"):
        Run.load(lines(tmp_path / "run.jsonl", of(extraction, "two"))).report(suite)
