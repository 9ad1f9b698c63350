"""The list of a job's pages when the job is continued."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from extractor.jobs.errors import BrokenRunError, ChangedRunError
from extractor.jobs.manifest import Manifest
from extractor.jobs.status import status_of

RETRY = {"opening": {"retry_failed": True}}


def test_how_inputs_are_named_does_not_matter(job: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (job.pages / "link.txt").symlink_to("p1.txt")
    job.go(stop_after=3)
    monkeypatch.chdir(job.pages.parent)
    job.pages = Path("pages")
    job.go()
    job.pages = Path("pages/*.txt")
    read = len(job.reader.read_ids)
    job.go()
    assert len(job.reader.read_ids) == read
    assert status_of(job.out).counts["ok"] == 7


@pytest.mark.parametrize("stop_after", [3, 1000])
def test_what_is_new_among_the_skipped_makes_another_job(job: Any, stop_after: int) -> None:
    job.go(stop_after=stop_after)
    (job.pages / "link.txt").symlink_to("p1.txt")
    with pytest.raises(ChangedRunError, match=r"link\.txt' is new and would be skipped: a link"):
        job.go()


def test_files_passed_over_since_are_said_when_the_job_is_continued(job: Any) -> None:
    job.go()
    (job.pages / "a.pdf").write_text("tea", encoding="utf-8")
    job.go()
    assert status_of(job.out).lines()[-1] == "passed over, not named like pages: 1 .pdf"


@pytest.mark.parametrize("stop_after", [3, 1000])
def test_a_list_that_was_cut_or_deleted_is_named(job: Any, stop_after: int) -> None:
    job.go(stop_after=stop_after)
    lines = job.file("inputs.jsonl").splitlines(keepends=True)
    (job.out / "inputs.jsonl").write_bytes(b"".join(lines[:2] + lines[3:]))
    with pytest.raises(BrokenRunError, match=r"inputs\.jsonl was changed"):
        status_of(job.out)
    (job.out / "inputs.jsonl").unlink()
    for look in (job.open, lambda: status_of(job.out)):
        with pytest.raises(BrokenRunError, match=r"inputs\.jsonl is gone"):
            look()


@pytest.mark.parametrize("stop_after", [8, 1000])
def test_pages_that_could_not_be_read_may_be_mended_and_read_again(
    job: Any, job_in: Any, tmp_path: Path, stop_after: int
) -> None:
    (job.pages / "p4.txt").write_bytes(b"\xff\xfe\xfd Tea")
    job.go(stop_after=stop_after)
    (job.pages / "p4.txt").write_text("Tea number 9\n", encoding="utf-8")  # as p9 has it
    (job.pages / "p6.txt").write_text("Tea number 66\n", encoding="utf-8")
    with pytest.raises(ChangedRunError, match=r"others now: 2\. Give --retry-failed to read what was mended"):
        job.go()
    read = len(job.reader.read_ids)
    job.go(stop_after=7, **RETRY)
    job.go(**RETRY)
    assert not {"p0", "p1", "p2"} & set(job.reader.read_ids[read:])
    fresh = job_in(tmp_path / "fresh")
    fresh.go()
    assert job.results() == fresh.results()
    assert status_of(job.out).counts == status_of(fresh.out).counts
    job.go()


def test_a_page_that_a_reader_saw_is_another_if_its_content_is(job: Any) -> None:
    job.go()
    (job.pages / "p3.txt").write_text("mended 3", encoding="utf-8")
    with pytest.raises(ChangedRunError, match="the page 'p3' has another content"):
        job.go(**RETRY)


def test_a_kill_between_a_renewed_list_and_its_sum_is_set_right(job: Any) -> None:
    job.go()
    before = json.loads(job.file("manifest.json"))
    (job.pages / "p6.txt").write_text("Tea number 66\n", encoding="utf-8")
    job.open(retry_failed=True).close()
    between = json.loads(job.file("manifest.json")) | {"inputs": before["inputs"]}
    between["files"].pop("inputs.jsonl")
    (job.out / "manifest.json").write_text(json.dumps(between), encoding="utf-8")
    job.go()
    manifest = Manifest.load(job.out)
    assert manifest is not None
    assert (manifest.counts["ok"], manifest.counts["failed"]) == (8, {"broken_page": 1, "zero_division": 1})


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every file")
def test_a_page_whose_permission_was_mended_is_read(job: Any) -> None:
    (job.pages / "p1.txt").chmod(0)
    job.go()
    (job.pages / "p1.txt").chmod(0o644)
    job.go(**RETRY)
    assert status_of(job.out).counts["ok"] == 7
