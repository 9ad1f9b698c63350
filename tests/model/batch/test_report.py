from collections.abc import Callable
from typing import Any

import batch_provider

from extractor.model.batch import report
from extractor.model.batch.job import Job
from extractor.model.batch.writing import Split

Give = Callable[..., Any]
Asked = list[dict[str, Any]]


def _standing(job: Job) -> str:
    fresh = Job(job.folder, job.folder.parent / "cache")
    return "\n".join(report.of_standing(fresh, fresh.stand()))


def test_a_new_job_says_what_it_would_ask(job: Job) -> None:
    assert _standing(job).splitlines()[:2] == [
        "pages: 0 read, 2 lack answers, 0 failed for good",
        "never asked: 2",
    ]


def test_what_is_open_is_said_by_what_is_to_be_done(job: Job, asked: Asked, give: Give) -> None:
    assert "asked, and not answered yet: 2\n" in _standing(job)
    give(batch_provider.expired(asked[0]), batch_provider.answered(asked[1], "{}"))
    said = _standing(job)
    assert "failed, to ask again as they are: 1 (batch_expired 1)\n" in said
    assert "to ask again, with what was wrong: 1\n" in said
    assert "kept.jsonl: batch_expired 1\n" in said
    assert said.endswith("paid, each answer once: 1,000 tokens in (800 of them cached), 50 out")


def test_what_failed_for_good_is_named_with_its_page(job: Job, asked: Asked, give: Give) -> None:
    give(batch_provider.truncated(asked[0]), batch_provider.status(asked[1], 400))
    said = _standing(job)
    assert "failed for good: 2 (bad_request 1, truncated 1)\n" in said
    assert "failed: tea: " in said
    assert "failed: milk: " in said


def test_an_import_says_what_was_in_the_files(asked: Asked, give: Give) -> None:
    found = give(batch_provider.valid(asked[0]), batch_provider.expired(asked[1]))
    assert list(report.of_import(found)) == ["imported: batch_expired 1, usable 1; known already: 0"]
    found = give(batch_provider.valid(asked[0]))
    assert list(report.of_import(found)) == ["imported: nothing new; known already: 1"]


def test_a_round_names_its_files(job: Job) -> None:
    made = job.next_round(job.stand(), Split(max_lines=1))
    lines = list(report.of_round(job, made))
    assert lines[0].startswith("round 1: 2 requests.")
    assert [line.split()[0].rpartition("/")[2] for line in lines[1:]] == [
        "requests-001.jsonl",
        "requests-002.jsonl",
    ]
    assert list(report.of_round(job, None)) == ["nothing to send"]
