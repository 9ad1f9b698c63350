"""Files that are not the provider's."""

import json
from pathlib import Path
from typing import Any

import batch_provider
import pytest

from extractor.errors import SettingsError
from extractor.model.batch.foreign import refuse_foreign
from extractor.model.batch.job import Job
from extractor.model.batch.states import State

Asked = list[dict[str, Any]]


def test_the_requests_themselves_are_no_answers_and_nothing_is_asked_twice(
    job: Job, asked: Asked, folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError, match="holds the requests of a round"):
        job.take([folder / "round-001" / "requests-001.jsonl"])
    again = Job(folder, tmp_path / "cache")
    assert len(again.stand().in_state(State.WAITING)) == len(asked)
    assert not (folder / "kept.jsonl").exists()


@pytest.mark.parametrize(
    "content", [b"A Study of Blue Tea\n\nArms\n", b"\x7fELF\x00\xff\n\x00", b'{"id": 1}\n[]\n', b"{"]
)
def test_a_file_of_something_else_is_refused_and_not_kept(
    job: Job, folder: Path, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match="no output or error file"):
        job.take([path])
    assert not (folder / "kept.jsonl").exists()


@pytest.mark.parametrize("content", [b"", b"\n\r\n", b'{"custom_id": "x'])
def test_an_empty_file_and_a_torn_one_are_taken(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "errors.jsonl"
    path.write_bytes(content)
    refuse_foreign(path)


def test_one_strange_line_before_the_others_does_not_cost_them(
    job: Job, asked: Asked, tmp_path: Path
) -> None:
    answers = "".join(json.dumps(batch_provider.valid(one)) + "\n" for one in asked)
    path = tmp_path / "output.jsonl"
    path.write_text("# downloaded today\n" + answers, encoding="utf-8")
    assert job.take([path]).kinds == {"usable": len(asked), "unreadable_line": 1}
