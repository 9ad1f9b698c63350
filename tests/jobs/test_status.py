"""How a job stands."""

import json
from typing import Any

import pytest

from extractor.jobs.errors import BrokenRunError, RunFolderError
from extractor.jobs.status import Status, noted_status, status_of


def test_the_sum_is_said_in_words(job: Any) -> None:
    (job.pages / "link.txt").symlink_to("p1.txt")
    job.go(stop_after=4)
    assert status_of(job.out).lines() == [
        "interrupted: 11 in = 4 ok",
        "  + 1 failed: broken_page",
        "  + 1 skipped: a link; name what it leads to",
        "  + 5 still to do",
    ]
    job.go()
    assert status_of(job.out).lines() == [
        "ended: 11 in = 7 ok",
        "  + 1 failed: broken_page",
        "  + 1 failed: empty_document",
        "  + 1 failed: zero_division",
        "  + 1 skipped: a link; name what it leads to",
    ]


def test_files_that_did_not_go_in_are_said_and_change_nothing_else(job: Any) -> None:
    for name in ("a.pdf", "b.pdf", "notes", *(f"x.{number}" for number in range(5))):
        (job.pages / name).write_text("tea", encoding="utf-8")
    job.go()
    *sums, last = status_of(job.out).lines()
    assert sums[0] == "ended: 10 in = 7 ok"
    assert last == "passed over, not named like pages: 2 .pdf, 1 without a suffix, 1 .0, 1 .1, 1 .2, …"


def test_a_job_is_well_only_if_every_page_is(job: Any) -> None:
    sums: dict[str, Any] = {"in": 2, "ok": 2, "failed": {}, "skipped": {}, "open": 0}
    assert Status("ended", sums, {}).is_well
    assert not Status("interrupted", sums, {}).is_well
    assert not Status("ended", sums | {"ok": 1, "skipped": {"a link": 1}}, {}).is_well
    job.go()
    assert not status_of(job.out).is_well


def test_a_job_at_work_can_be_looked_at(job: Any) -> None:
    run = job.open()
    assert status_of(job.out).state == "running"
    job.work(run, stop=lambda: len(job.reader.read_ids) > 2)
    before = job.file("journal")
    (job.out / "journal").write_bytes(before + b"half a li")
    assert status_of(job.out).counts == noted_status(run.manifest).counts
    assert job.file("journal") == before + b"half a li"
    run.close()
    assert status_of(job.out).state == "interrupted"


def test_a_folder_without_a_job_is_said_to_be_one(job: Any) -> None:
    with pytest.raises(RunFolderError, match="there is no job here"):
        status_of(job.out)


@pytest.mark.parametrize("name", ["results-00001.jsonl", "failures.jsonl", "documents.jsonl", "events.jsonl"])
def test_a_byte_changed_in_a_final_file_is_noticed(job: Any, name: str) -> None:
    job.go()
    whole = bytearray(job.file(name))
    whole[10] ^= 1
    (job.out / name).write_bytes(whole)
    with pytest.raises(BrokenRunError, match=f"{name} was changed"):
        status_of(job.out)


def test_counts_that_do_not_add_up_are_an_error(job: Any) -> None:
    job.go()
    manifest = json.loads(job.file("manifest.json"))
    manifest["counts"]["ok"] += 1
    (job.out / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(BrokenRunError, match="the manifest says"):
        status_of(job.out)
    manifest["inputs"]["pages"] += 1
    (job.out / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(BrokenRunError, match="11 pages went in, 7 results and 3 failures came out"):
        status_of(job.out)
