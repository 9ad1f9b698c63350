"""Beginning and continuing jobs: the same one goes on, a changed one is refused."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import DocumentError, DuplicateDocumentError
from extractor.jobs.errors import BrokenRunError, ChangedRunError, RunFolderError
from extractor.jobs.inputs.page import InputPage, Options, Skipped
from extractor.jobs.inputs.pages import Inputs
from extractor.jobs.manifest import Manifest
from extractor.jobs.opening import open_run
from extractor.jobs.status import status_of


def manifest_of(folder: Path) -> Manifest:
    manifest = Manifest.load(folder)
    assert manifest is not None
    return manifest


def test_two_pages_with_one_id_are_an_error_that_names_both_before_anything_is_read(job: Any) -> None:
    (job.pages / "p1.md").write_text("Another", encoding="utf-8")
    with pytest.raises(DuplicateDocumentError, match=r"p1\.md and .*p1\.txt"):
        job.go()
    assert job.reader.read_ids == []
    assert not (job.out / "manifest.json").exists()
    (job.pages / "p1.md").unlink()
    job.go()


def test_a_changed_configuration_is_refused_by_what_changed(job: Any) -> None:
    job.told = {"name": "model", "model": "old", "plan": "one"}
    job.go(stop_after=2)
    job.told = {"name": "model", "model": "new", "plan": "one"}
    with pytest.raises(ChangedRunError, match=r"reader\.model was 'old' and is now 'new'\. Give --fork"):
        job.go()
    job.texts = False
    with pytest.raises(ChangedRunError, match=r"'new'; texts was True and is now False"):
        job.go()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda pages: (pages / "p4.txt").write_text("Coffee"), "the page 'p4' has another content"),
        (lambda pages: (pages / "p9.txt").unlink(), "the page 'p9' is no longer among them"),
        (lambda pages: (pages / "p4.txt").unlink(), "page 5 was 'p4' and is now 'p5'"),
        (lambda pages: (pages / "q.txt").write_text("Coffee"), "the page 'q' is new"),
        (lambda pages: (pages / "p4.txt").rename(pages / "p4.html"), "the page 'p4' has another content"),
    ],
)
@pytest.mark.parametrize("stop_after", [3, 1000])
def test_changed_inputs_are_refused_by_what_changed(
    job: Any, change: Any, says: str, stop_after: int
) -> None:
    job.go(stop_after=stop_after)
    change(job.pages)
    with pytest.raises(ChangedRunError, match=says):
        job.go()


def test_a_fork_runs_beside_and_is_continued_by_the_same_command(job: Any) -> None:
    job.go()
    whole = job.results()
    job.told = {"name": "other"}
    fork = {"opening": {"fork": True}}
    job.go(stop_after=3, **fork)
    beside = job.out.with_name("out-2")
    assert manifest_of(beside).forked_from == "out"
    assert manifest_of(beside).state == "running"
    job.go(**fork)
    assert manifest_of(beside).state == "ended"
    assert job.results() == whole
    job.told = {"name": "third"}
    job.go(**fork)
    assert manifest_of(job.out.with_name("out-3")).state == "ended"


def test_a_fork_of_nothing_is_the_folder_itself(job: Any) -> None:
    job.go(opening={"fork": True})
    assert manifest_of(job.out).forked_from is None


def test_a_second_run_on_a_folder_is_refused_while_the_first_is_at_work(job: Any) -> None:
    first = job.open()
    with pytest.raises(RunFolderError, match=r"another run is at work here .process \d+ on "):
        job.open()
    first.close()
    job.open().close()


def test_a_folder_that_holds_other_things_is_not_written_to(job: Any) -> None:
    job.out.mkdir()
    (job.out / "thesis.txt").write_text("keep me", encoding="utf-8")
    with pytest.raises(RunFolderError, match=r"holds other things: thesis\.txt"):
        job.open()
    assert (job.out / "thesis.txt").read_text(encoding="utf-8") == "keep me"
    assert [path.name for path in job.out.iterdir()] == ["thesis.txt"]


def test_a_job_killed_while_it_was_begun_is_begun_anew(job: Any) -> None:
    job.out.mkdir()
    (job.out / "inputs.jsonl").write_text("half", encoding="utf-8")
    (job.out / "inputs.jsonl.part").write_text("half", encoding="utf-8")
    (job.out / "journal").write_text("old", encoding="utf-8")
    job.go()
    assert manifest_of(job.out).counts["ok"] == 7


def test_inputs_that_hold_nothing_to_read_say_what_was_skipped(job: Any) -> None:
    for path in job.pages.iterdir():
        path.unlink()
    (job.pages / "a.txt").symlink_to("b.txt")
    with pytest.raises(DocumentError, match="no pages to read; skipped: 1 a link"):
        job.go()


@pytest.mark.parametrize(
    "text", [b"", b"\xff\xfe", b"{}", b"[]", b'{"format": 9}', b'{"format": 1, "more": 1}']
)
def test_a_manifest_that_is_none_is_named(job: Any, text: bytes) -> None:
    job.out.mkdir()
    (job.out / "manifest.json").write_bytes(text)
    for look in (job.open, lambda: status_of(job.out)):
        with pytest.raises(BrokenRunError):
            look()


@pytest.mark.parametrize("stop_after", [3, 1000])
@pytest.mark.parametrize(
    "path", ["configuration/texts", "inputs/pages", "inputs/sha256", "files/inputs.jsonl/sha256", "state"]
)
def test_a_manifest_that_lacks_something_is_named(job: Any, path: str, stop_after: int) -> None:
    job.go(stop_after=stop_after)
    _damaged(job, path)


def test_an_ended_job_that_lacks_its_counts_is_named(job: Any) -> None:
    job.go()
    _damaged(job, "counts/ok")


def _damaged(job: Any, path: str) -> None:
    """Expect an error where a field of the manifest is null, and where it is gone."""
    fields = json.loads(job.file("manifest.json"))
    *parents, last = path.split("/")
    inner = fields
    for name in parents:
        inner = inner[name]
    inner[last] = None
    for _ in range(2):
        (job.out / "manifest.json").write_text(json.dumps(fields), encoding="utf-8")
        for look in (job.open, lambda: status_of(job.out)):
            with pytest.raises(BrokenRunError, match=r"manifest\.json is no manifest"):
                look()
        inner.pop(last, None)


def test_ctrl_c_while_inputs_are_gone_through_leaves_nothing(job: Any) -> None:
    class Interrupted(Inputs):
        def __iter__(self) -> Iterator[InputPage | Skipped]:
            yield from list(super().__iter__())[:3]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_run(job.out, {}, Interrupted([str(job.pages)], Options(max_bytes=100)))
    assert not job.out.exists()


@pytest.mark.parametrize("name", ["results-00001.jsonl", "failures.jsonl", "documents.jsonl"])
def test_a_final_file_that_is_gone_or_cut_is_named(job: Any, name: str) -> None:
    job.go()
    whole = job.file(name)
    (job.out / name).write_bytes(whole[:-1])
    with pytest.raises(BrokenRunError, match=f"{name} is not as it was written"):
        job.open()
    (job.out / name).unlink()
    with pytest.raises(BrokenRunError, match=f"{name} is gone"):
        job.open()


def test_a_clock_that_goes_backwards_changes_nothing_but_what_people_read(job: Any) -> None:
    now = datetime(2031, 1, 1, tzinfo=UTC)

    def backwards() -> datetime:
        nonlocal now
        now -= timedelta(days=400)
        return now

    for stop_after in (2, 3, 1000):
        job.go(stop_after=stop_after, opening={"clock": backwards})
    manifest = manifest_of(job.out)
    assert (manifest.state, manifest.counts["ok"]) == ("ended", 7)
    assert [session.started[:4] for session in manifest.sessions] == ["2029", "2028", "2027"]
    assert all((session.seconds or 0) > 0 for session in manifest.sessions)


@pytest.mark.parametrize("line", ["[1]", "{", '{"id": "p0"}', '{"id": "p0", "more": 1}'])
def test_a_list_of_pages_that_was_changed_is_named(job: Any, line: str) -> None:
    job.go(stop_after=2)
    lines = job.file("inputs.jsonl").splitlines()
    line = line.ljust(len(lines[1]))  # so that the size says nothing
    (job.out / "inputs.jsonl").write_bytes(b"\n".join([lines[0], line.encode(), *lines[2:], b""]))
    with pytest.raises(BrokenRunError, match=r"line 2 of inputs\.jsonl was changed"):
        job.go()


def test_links_that_lie_in_the_folder_are_not_written_through(job: Any, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("keep me", encoding="utf-8")
    job.out.mkdir()
    for name in ("inputs.jsonl", "manifest.json", "results-00001.jsonl", "events.jsonl"):
        (job.out / f"{name}.part").symlink_to(target)
    job.go()
    assert target.read_text(encoding="utf-8") == "keep me"
    assert not any(path.is_symlink() for path in job.out.iterdir())
