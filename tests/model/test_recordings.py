"""Answers written down and read back."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from scripted import Scripted, question

from extractor.errors import ModelError, RecordingError, ReplayMissError, SettingsError
from extractor.model.client import Reply, Request
from extractor.model.recording_files import RecordingAbout
from extractor.model.recordings import RecordingClient, ReplayClient

ABOUT = RecordingAbout(
    model="m", prompt="trial/v1", prompt_sha256="0" * 64, plan="one", date="2026-01-31", note="by hand"
)
ANSWER = Reply('{"a": "é\\n"}\r\n', tokens_in=5, tokens_out=3, tokens_cached=2, sent=2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recording"


def ask(client: Any, request: Request | None = None) -> Reply:
    reply: Reply = asyncio.run(client.complete(request or question()))
    return reply


def record(folder: Path, reply: Reply, *requests: Request, about: RecordingAbout = ABOUT) -> None:
    client = RecordingClient(Scripted(reply), folder, about)
    for request in requests or (question(),):
        assert ask(client, request) == reply


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_recording_is_two_files_an_answer_and_one_about_them_all(folder: Path) -> None:
    record(folder, ANSWER)
    assert files(folder) == ["recording.json", "tea/all.1.answer.txt", "tea/all.1.json"]
    assert (folder / "tea/all.1.answer.txt").read_bytes() == '{"a": "é\\n"}\r\n'.encode()
    entry = json.loads((folder / "tea/all.1.json").read_bytes())
    assert list(entry)[:4] == ["document", "pass", "turn", "key"]
    assert entry["key"] == question().key("http://scripted/v1")
    assert (entry["tokens_in"], entry["finish_reason"], entry["refusal"]) == (5, "stop", None)
    about = json.loads((folder / "recording.json").read_bytes())
    assert about["endpoint"] == "http://scripted/v1"
    assert (about["model"], about["plan"], about["date"], about["note"]) == (
        "m",
        "one",
        "2026-01-31",
        "by hand",
    )


def test_a_replay_gives_every_answer_again_as_it_was(folder: Path) -> None:
    refused = Reply("", finish_reason="stop", refusal="I cannot", tokens_in=1)
    record(folder, ANSWER, question(), question("page", "{"), question("page", name="outcomes"))
    record(folder, refused, question("other page", name="design"))
    replay = ReplayClient(folder)
    assert ask(replay).text == ANSWER.text
    assert ask(replay, question("page", "{")) == Reply(ANSWER.text, "stop", None, 5, 3, 2, 2, cached=True)
    assert ask(replay, question("other page", name="design")).refusal == "I cannot"
    assert "tea/all.2.json" in files(folder)


def test_the_same_run_writes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for place in (folder, tmp_path / "again"):
        record(place, ANSWER, question(), question("page", "{"))
    again = tmp_path / "again"
    assert files(folder) == files(again)
    assert all((folder / name).read_bytes() == (again / name).read_bytes() for name in files(folder))


def test_recording_again_replaces_the_answer_to_the_same_request(folder: Path) -> None:
    record(folder, Reply("one"))
    record(folder, Reply("two"), about=ABOUT.model_copy(update={"date": "2026-02-01", "note": ""}))
    assert ask(ReplayClient(folder)).text == "two"
    assert json.loads((folder / "recording.json").read_bytes())["date"] == "2026-01-31"


def test_two_requests_of_one_place_are_two_files(folder: Path) -> None:
    record(folder, Reply("one"), question("first piece"))
    record(folder, Reply("two"), question("second piece"))
    record(folder, Reply("three"), question("second piece"))
    replay = ReplayClient(folder)
    assert ask(replay, question("first piece")).text == "one"
    assert ask(replay, question("second piece")).text == "three"
    assert len(files(folder)) == 5


@pytest.mark.parametrize(
    "change", [{"model": "n"}, {"plan": "five"}, {"prompt_sha256": "1" * 64}, {"parameters": {"seed": 1}}]
)
def test_a_folder_holds_one_recording(folder: Path, change: dict[str, Any]) -> None:
    record(folder, ANSWER)
    with pytest.raises(RecordingError, match="another model, prompt, plan or server"):
        RecordingClient(Scripted(ANSWER), folder, ABOUT.model_copy(update=change))
    with pytest.raises(RecordingError, match="another model"):
        RecordingClient(Scripted(ANSWER, endpoint="http://else/v1"), folder, ABOUT)


def test_a_request_that_a_replay_could_not_ask_again_is_not_sent(folder: Path) -> None:
    inside = Scripted(ANSWER)
    client = RecordingClient(inside, folder, ABOUT)
    with pytest.raises(SettingsError, match="RecordingAbout"):
        ask(client, question(model="n"))
    warm = replace(question().prefix, parameters={"temperature": 1})
    with pytest.raises(SettingsError, match="temperature"):
        ask(client, replace(question(), prefix=warm))
    assert inside.requests == []


def test_an_error_is_no_answer(folder: Path) -> None:
    with pytest.raises(ModelError):
        ask(RecordingClient(Scripted(ModelError("no")), folder, ABOUT))
    assert files(folder) == ["recording.json"]


def test_what_was_not_recorded_is_a_miss_that_says_what_to_do(folder: Path) -> None:
    record(folder, ANSWER)
    replay = ReplayClient(folder)
    with pytest.raises(ReplayMissError, match=r"tea: the recording holds no answer \(pass design") as miss:
        ask(replay, question(name="design", model="n"))
    assert (miss.value.document, miss.value.pass_name) == ("tea", "design")
    assert "--record" in miss.value.hint
    with pytest.raises(ReplayMissError, match="has changed"):
        ask(replay, question("another page"))


@pytest.mark.parametrize("alter", [lambda data: data + b" ", lambda data: data.replace(b"\r", b""), None])
def test_an_answer_that_was_altered_is_an_error(folder: Path, alter: Any) -> None:
    record(folder, ANSWER)
    path = folder / "tea/all.1.answer.txt"
    if alter:
        path.write_bytes(alter(path.read_bytes()))
    else:
        path.unlink()
    with pytest.raises(RecordingError, match=r"all\.1\.answer\.txt"):
        ask(ReplayClient(folder))


@pytest.mark.parametrize("text", ["{", "[]", '{"key": 1}', '{"key": "a", "key": "b"}'])
def test_a_broken_file_about_an_answer_is_an_error(folder: Path, text: str) -> None:
    record(folder, ANSWER)
    (folder / "tea/all.1.json").write_text(text, encoding="utf-8")
    with pytest.raises(RecordingError, match=r"all\.1\.json"):
        ReplayClient(folder)


def test_two_answers_to_one_request_are_an_error(folder: Path) -> None:
    record(folder, ANSWER)
    for name in ("all.1.json", "all.1.answer.txt"):
        (folder / f"tea/copy-{name}").write_bytes((folder / "tea" / name).read_bytes())
    with pytest.raises(RecordingError, match="twice"):
        ReplayClient(folder)


def test_two_pages_of_one_text_keep_their_own_answers(folder: Path) -> None:
    first, second = (replace(question(), document=name) for name in ("first", "second"))
    record(folder, Reply("one"), first)
    record(folder, Reply("two"), second)
    replay = ReplayClient(folder)
    assert [ask(replay, one).text for one in (first, second)] == ["one", "two"]
    assert ask(replay, replace(first, document="third")).text == "one"


def test_a_folder_that_is_no_recording_is_refused(folder: Path) -> None:
    with pytest.raises(RecordingError, match="no recording"):
        ReplayClient(folder)


def test_a_replay_is_at_the_server_that_was_recorded(folder: Path) -> None:
    record(folder, ANSWER)
    assert ReplayClient(folder).endpoint == "http://scripted/v1"


def test_hostile_names_of_pages_and_passes_stay_below_the_folder(folder: Path) -> None:
    hostile = replace(question(name="../../pass"), document="../../\udc80page")
    record(folder, ANSWER, hostile)
    assert ask(ReplayClient(folder), hostile).text == ANSWER.text
    assert len(files(folder)) == 3
    assert [path.name for path in folder.parent.iterdir()] == ["recording"]
