import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import batch_provider
import pytest

from extractor.errors import SettingsError, Spent
from extractor.model.answer_store import AnswerStore
from extractor.model.batch.importing import Import
from extractor.model.batch.job import Job
from extractor.model.batch.terms import Terms

CANARY = "sk-canary-0123456789"
Give = Callable[..., Any]
Asked = list[dict[str, Any]]


def _kinds(job: Job) -> dict[str, int]:
    return dict(job.kept.counts())


def test_usable_answers_go_into_the_cache_and_nothing_else_does(job: Job, asked: Asked, give: Give) -> None:
    found = give(batch_provider.valid(asked[0]), batch_provider.truncated(asked[1]))
    assert found.kinds == {"usable": 1, "truncated": 1}
    reply = job.store.find(asked[0]["custom_id"])
    assert reply is not None
    assert (reply.tokens_in, reply.cached) == (batch_provider.TOKENS_IN, True)
    assert job.store.find(asked[1]["custom_id"]) is None
    assert _kinds(job) == {"truncated": 1}


def test_what_is_imported_twice_is_imported_once(job: Job, asked: Asked, give: Give, folder: Path) -> None:
    lines = (batch_provider.valid(asked[0]), batch_provider.expired(asked[1]))
    give(*lines)
    before = (folder / "kept.jsonl").read_bytes()
    found = give(*lines, times=2)
    assert (found.kinds, found.known) == ({}, 2)
    assert (folder / "kept.jsonl").read_bytes() == before
    once = Spent(1, batch_provider.TOKENS_IN, batch_provider.TOKENS_OUT, batch_provider.TOKENS_CACHED)
    assert job.spent() == once


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_the_order_of_lines_and_files_does_not_matter(
    job: Job, asked: Asked, give: Give, folder: Path, order: tuple[int, ...]
) -> None:
    stranger = {"custom_id": "f" * 64}
    lines = [
        batch_provider.valid(asked[0]),
        batch_provider.expired(asked[0]),
        batch_provider.truncated(asked[1]),
        batch_provider.valid(asked[1]) | {"custom_id": stranger["custom_id"]},
    ]
    for position in order:
        give(lines[position])
    assert _kinds(job) == {"batch_expired": 1, "truncated": 1, "unknown_id": 1}
    assert job.store.find(asked[0]["custom_id"]) is not None
    kinds = [json.loads(line)["kind"] for line in (folder / "kept.jsonl").read_text().splitlines()]
    assert sorted(kinds) == ["batch_expired", "truncated", "unknown_id"]


def test_a_second_answer_to_the_same_request_is_kept_beside_the_first(
    job: Job, asked: Asked, give: Give
) -> None:
    first = batch_provider.valid(asked[0])
    other = batch_provider.answered(asked[0], '{"another": 1}')
    found = give(first, other, first)
    assert (found.kinds, found.known) == ({"usable": 1, "second_answer": 1}, 1)
    assert job.spent().tokens_in == 2 * batch_provider.TOKENS_IN


@pytest.mark.usefixtures("asked")
def test_an_answer_to_a_request_that_was_never_asked_is_kept_and_not_used(job: Job, give: Give) -> None:
    found = give(batch_provider.answered({"custom_id": "f" * 64}, "{}"))
    assert found.kinds == {"unknown_id": 1}
    assert job.store.find("f" * 64) is None
    assert job.spent().tokens_in == batch_provider.TOKENS_IN


def test_a_torn_last_line_is_named_and_the_rest_is_taken(job: Job, asked: Asked, tmp_path: Path) -> None:
    path = tmp_path / "output.jsonl"
    one, two = (json.dumps(batch_provider.valid(request)) for request in asked)
    path.write_text(one + "\n" + two[:-9], encoding="utf-8")
    found = job.take([path])
    assert found.kinds == {"usable": 1}
    assert found.notes == [f"{path}:2: the line is cut off: download the file again"]
    path.write_text(one + "\n" + two, encoding="utf-8")  # whole, but for the last line end
    again = job.take([path])
    assert (again.kinds, again.known, again.notes) == ({"usable": 1}, 1, [])


def test_a_line_that_cannot_be_read_is_kept_as_it_came(job: Job, asked: Asked, tmp_path: Path) -> None:
    path = tmp_path / "output.jsonl"
    whole = json.dumps(batch_provider.valid(asked[0])).encode()
    path.write_bytes(b'\xef\xbb\xbf{"broken": \xff\r\n' + whole + b"\r\n")
    found = job.take([path])
    assert found.kinds == {"usable": 1, "unreadable_line": 1}
    assert len(found.notes) == 1
    assert f"{path}:1: " in found.notes[0]
    (kept,) = job.kept.lines
    assert kept.line == '{"broken": \\xff'


def test_a_line_longer_than_any_answer_is_named(job: Job, asked: Asked, tmp_path: Path) -> None:
    path = batch_provider.write(tmp_path / "output.jsonl", [batch_provider.valid(asked[0])])
    path.write_text("x" * 100_000 + "\n" + path.read_text(), encoding="utf-8")
    with Import(job.terms, job.store, job.kept, {asked[0]["custom_id"]}, secret=None) as work:
        found = work.take([path], limit=50_000)
    assert found.kinds == {"usable": 1}
    assert found.notes == [f"{path}:1: the line is longer than any answer and was left out"]


@pytest.mark.usefixtures("asked")
def test_an_empty_file_is_nothing_new(job: Job, tmp_path: Path) -> None:
    path = batch_provider.write(tmp_path / "output.jsonl", [])
    assert job.take([path]).kinds == {}


def test_a_cache_that_keeps_nothing_stops_the_import(job: Job, asked: Asked, tmp_path: Path) -> None:
    path = batch_provider.write(
        tmp_path / "output.jsonl", [batch_provider.truncated(asked[1]), batch_provider.valid(asked[0])]
    )

    class Full(AnswerStore):
        """A disk without room."""

        def keep(self, rows: Any) -> bool:
            return not rows

    broken = Full(tmp_path / "other cache")
    with (
        pytest.raises(SettingsError, match="import the same files again"),
        Import(job.terms, broken, job.kept, {one["custom_id"] for one in asked}, secret=None) as work,
    ):
        work.take([path])
    assert _kinds(job) == {"truncated": 1}
    assert job.take([path]).kinds == {"usable": 1}


def test_a_file_that_cannot_be_read_does_not_cost_what_was_read_before(
    job: Job, asked: Asked, tmp_path: Path
) -> None:
    path = batch_provider.write(tmp_path / "output.jsonl", map(batch_provider.valid, asked))
    with pytest.raises(FileNotFoundError):
        job.take([path, tmp_path / "nothing.jsonl"])
    assert all(job.store.find(request["custom_id"]) for request in asked)


def test_the_key_is_written_nowhere_though_a_provider_echoes_it(
    job: Job, asked: Asked, tmp_path: Path, folder: Path
) -> None:
    lines = [batch_provider.status(asked[0], 401, f"wrong key {CANARY}")]
    path = batch_provider.write(tmp_path / "error.jsonl", lines)
    job.take([path], secret=CANARY)
    files = [file for place in (folder, tmp_path / "cache") for file in place.rglob("*") if file.is_file()]
    assert len(files) > 3
    assert [file for file in files if CANARY.encode() in file.read_bytes()] == []
    assert "wrong key ***" in job.kept.lines[0].line


def test_a_short_key_is_no_word_to_blot_out(job: Job, asked: Asked, tmp_path: Path, terms: Terms) -> None:
    path = batch_provider.write(tmp_path / "error.jsonl", [batch_provider.expired(asked[0])])
    job.take([path], secret="x")
    assert job.kept.lines[0].line == json.dumps(batch_provider.expired(asked[0]))
    assert terms == job.terms
