"""A job from its inputs to its files: whole, interrupted, continued."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import RecordingError, Spent
from extractor.jobs.errors import ChangedRunError
from extractor.jobs.flow import flow
from extractor.jobs.inputs.page import InputPage
from extractor.jobs.manifest import Manifest
from extractor.jobs.outcome import PageOutcome
from extractor.jobs.runner import Read
from extractor.jobs.status import status_of
from extractor.model.faults import BudgetExceededError, ServerFaultError
from extractor.records.envelope import Extraction
from extractor.records.strict_json import parse


def rows(data: bytes) -> list[Any]:
    return [json.loads(line) for line in data.splitlines()]


def test_every_page_is_in_the_results_or_the_failures_once_and_in_order(job: Any) -> None:
    job.go()
    names = ["results-00001.jsonl", "results-00002.jsonl"]
    assert sorted(path.name for path in job.out.glob("results-*")) == names
    lines = [line for name in names for line in job.file(name).decode().splitlines()]
    found = [parse(Extraction, line) for line in lines]
    assert [one.document.id for one in found] == ["p0", "p1", "p2", "p4", "p7", "p8", "p9"]
    assert found[0].record.brief_title == "Tea number 0"
    assert [one.usage for one in found] == [None] * 7
    failures = rows(job.file("failures.jsonl"))
    assert [(one["document"], one["error"], one["code"]) for one in failures] == [
        ("p3", "BrokenPageError", "broken_page"),
        ("p5", "ZeroDivisionError", "zero_division"),
        ("p6", "EmptyDocumentError", "empty_document"),
    ]
    assert (failures[0]["message"], failures[0]["hint"]) == ("it is broken", "Mend it")


def test_pages_of_one_content_are_read_once_and_reported_under_each_id(job: Any) -> None:
    job.go()
    assert sorted(job.reader.read_ids) == ["p0", "p1", "p2", "p3", "p4", "p5", "p7", "p9"]
    lines = job.file("results-00001.jsonl") + job.file("results-00002.jsonl")
    first, again = (one for one in rows(lines) if one["document"]["id"] in {"p1", "p8"})
    assert again == first | {"document": first["document"] | {"id": "p8"}}
    assert rows(job.file("inputs.jsonl"))[8]["same_as"] == 1


def test_pages_of_one_content_fail_together(job: Any) -> None:
    (job.pages / "p9.txt").write_text("broken 3", encoding="utf-8")
    job.go()
    first, *_, again = rows(job.file("failures.jsonl"))
    assert again == first | {"document": "p9"}


def test_each_text_stands_once_by_its_hash(job: Any) -> None:
    (job.pages / "p9.txt").write_bytes(b"\xef\xbb\xbfTea number 0\n")
    job.go()
    texts = {one["text_sha256"]: one["text"] for one in rows(job.file("documents.jsonl"))}
    assert len(texts) == len(rows(job.file("documents.jsonl"))) == 7
    found = rows(job.file("results-00001.jsonl"))[0]
    assert texts[found["document"]["text_sha256"]] == "Tea number 0\n"


def test_texts_can_be_left_out(job: Any) -> None:
    job.texts = False
    job.go()
    assert not (job.out / "documents.jsonl").exists()
    assert b"Tea number 0" in job.file("results-00001.jsonl")


def test_the_manifest_adds_up_and_names_each_file_with_its_hash(job: Any) -> None:
    job.go()
    manifest = Manifest.load(job.out)
    assert manifest is not None
    assert manifest.counts == {
        "in": 10,
        "ok": 7,
        "failed": {"broken_page": 1, "empty_document": 1, "zero_division": 1},
        "skipped": {},
        "open": 0,
    }
    assert sorted(manifest.files) == [
        "documents.jsonl",
        "events.jsonl",
        "failures.jsonl",
        "inputs.jsonl",
        "results-00001.jsonl",
        "results-00002.jsonl",
    ]
    assert status_of(job.out).counts == manifest.counts
    assert not (job.out / "journal").exists()
    assert [session.outcome for session in manifest.sessions] == ["ended"]


@pytest.mark.parametrize("workers", [1, 2, 7])
def test_results_are_the_same_bytes_whatever_the_order_and_the_interruptions(
    job: Any, job_in: Callable[[Path], Any], tmp_path: Path, workers: int
) -> None:
    job.go()
    other = job_in(tmp_path / "other")
    for stop_after in (0, 2, 1, 5, 4, 1000):
        other.go(stop_after=stop_after, workers=workers)
    assert other.results() == job.results()
    assert sorted(other.reader.read_ids) == sorted(job.reader.read_ids)


def test_a_job_that_has_ended_reads_nothing_more(job: Any) -> None:
    job.go()
    before = {path.name: path.read_bytes() for path in job.out.iterdir()}
    read = len(job.reader.read_ids)
    job.go()
    assert len(job.reader.read_ids) == read
    assert {path.name: path.read_bytes() for path in job.out.iterdir()} == before


@pytest.mark.parametrize("interrupted", [False, True])
def test_failed_pages_are_read_once_more_if_asked_for(job: Any, interrupted: bool) -> None:
    job.go(stop_after=8 if interrupted else 1000)
    whole = job.results()
    job.reader.read_ids.clear()
    job.go(opening={"retry_failed": True}, stop_after=4)
    job.go(opening={"retry_failed": True})
    assert {"p3", "p5"} <= set(job.reader.read_ids) <= {"p3", "p5", "p7", "p9"}
    if not interrupted:
        assert job.results() == whole
    assert status_of(job.out).counts["failed"] == {"broken_page": 1, "empty_document": 1, "zero_division": 1}
    events = rows(job.file("events.jsonl"))
    assert [one["document"] for one in events].count("p0") == 1
    manifest = Manifest.load(job.out)
    assert manifest is not None
    assert manifest.files["documents.jsonl"]["lines"] == len(rows(job.file("documents.jsonl"))) == 8


def test_a_retried_page_that_is_well_now_moves_to_the_results(job: Any) -> None:
    job.go()
    job.reader.read = type("Mended", (type(job.reader),), {"read": _mended})().read
    job.go(opening={"retry_failed": True})
    assert status_of(job.out).counts["failed"] == {"empty_document": 1}
    lines = b"".join(path.read_bytes() for path in sorted(job.out.glob("results-*")))
    assert [one["document"]["id"] for one in rows(lines)] == [f"p{n}" for n in range(10) if n != 6]
    assert len(list(job.out.glob("results-*"))) == 3


def _mended(self: Any, document: Any) -> Any:
    text = document.text.replace("broken", "brokem").replace("bug", "bag")
    from dataclasses import replace  # noqa: PLC0415

    return super(type(self), self).read(replace(document, text=text))


class CostlyReader:
    """Fails as a model's server would; the budget is spent at the fourth page."""

    def __init__(self) -> None:
        self.asked = 0

    def read(self, document: Any, /) -> Any:
        self.asked += 1
        spent = Spent(sent=3, tokens_in=10)
        if self.asked == 4:
            raise BudgetExceededError("spent", document=document.id, spent=Spent(sent=1, tokens_in=5))
        raise ServerFaultError("the server failed", document=document.id, spent=spent)


def test_what_stops_the_job_leaves_all_that_was_done(job: Any) -> None:
    job.reader = CostlyReader()
    with pytest.raises(BudgetExceededError):
        job.go(workers=1, flow=flow)
    status = status_of(job.out)
    assert (status.state, status.counts["failed"], status.counts["open"]) == (
        "interrupted",
        {"server_error": 4},
        6,
    )
    assert (status.usage["sent"], status.usage["tokens_in"]) == (10, 35)
    manifest = Manifest.load(job.out)
    assert manifest is not None
    assert manifest.sessions[0].outcome.startswith("stopped: p3: spent. Raise --budget")


def test_a_missing_recording_stops_the_job(job: Any) -> None:
    class Empty:
        def read(self, document: Any, /) -> Any:
            raise RecordingError(f"{document.id}: no answer")

    job.reader = Empty()
    with pytest.raises(RecordingError):
        job.go()
    assert status_of(job.out).counts["open"] == 10


def test_a_page_that_changes_while_the_run_goes_stops_it(job: Any) -> None:
    run = job.open()
    (job.pages / "p4.txt").write_text("Coffee", encoding="utf-8")
    with pytest.raises(ChangedRunError, match="'p4' changed while"):
        job.work(run)
    run.close()
    assert status_of(job.out).counts["ok"] >= 1


def test_pages_are_taken_only_as_they_are_needed(job: Any) -> None:
    taken: list[str] = []

    async def first_only(
        pages: Iterable[InputPage], read: Read, *, workers: int, **_: Any
    ) -> AsyncGenerator[PageOutcome, None]:
        assert workers == 3
        for page in pages:
            taken.append(page.id)
            yield await read(page)
            return

    job.go(flow=first_only)
    assert taken == ["p0"]
    assert status_of(job.out).counts["ok"] == 1


def test_a_cancelled_session_keeps_what_was_done(job: Any) -> None:
    async def stuck(
        pages: Iterable[InputPage], read: Read, *, workers: int, **_: Any
    ) -> AsyncGenerator[PageOutcome, None]:
        assert workers
        yield await read(next(iter(pages)))
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        job.go(flow=stuck)
    assert status_of(job.out).counts["ok"] == 1
