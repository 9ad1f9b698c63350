"""A reader that answers from a recording."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tea
from openai_server import OpenAIServer
from scripted import Scripted

from extractor.documents import Document
from extractor.errors import RecordingError, ReplayMissError
from extractor.model.build import model_reader
from extractor.model.client import Reply
from extractor.model.faults import NotJsonError
from extractor.model.prompt import load
from extractor.model.reader import ModelReader
from extractor.model.recording_files import RecordingAbout
from extractor.model.recordings import RecordingClient
from extractor.model.replay import replay_reader
from extractor.settings import Settings


@pytest.fixture
def folder(server: OpenAIServer, tmp_path: Path, page: Document) -> Path:
    """A recording of one page."""
    settings = Settings(
        model="m", base_url=server.url, cache_dir=tmp_path / "cache", record=tmp_path / "recording"
    )
    model_reader(settings).read(page)
    return tmp_path / "recording"


def test_a_replay_reads_what_was_read(
    server: OpenAIServer, tmp_path: Path, page: Document, folder: Path
) -> None:
    settings = Settings(model="m", base_url=server.url, cache_dir=tmp_path / "cache")
    again = model_reader(settings).read(page)
    sent = len(server.received)
    replayed = replay_reader(folder).read(page)
    assert len(server.received) == sent
    assert (replayed.record, replayed.quotes, replayed.lineage) == (again.record, again.quotes, again.lineage)
    assert replayed.usage
    assert replayed.usage.cached
    assert replayed.usage.tokens_in == 0


def test_every_pass_lies_in_a_file_of_its_name(folder: Path) -> None:
    names = sorted(path.name for path in (folder / "tea").glob("*.json"))
    about = json.loads((folder / "recording.json").read_bytes())
    assert about["plan"] == "five"
    assert len(names) == 5
    assert all(name.endswith(".1.json") for name in names)


def test_a_page_that_was_not_recorded_is_a_miss(folder: Path, page: Document) -> None:
    with pytest.raises(ReplayMissError, match="other: the recording holds no answer"):
        replay_reader(folder).read(replace(page, id="other", text=page.text + "\nmore"))
    with pytest.raises(ReplayMissError, match=r"tea: .* has changed"):
        replay_reader(folder).read(replace(page, text=page.text + "\nmore"))


def test_what_was_asked_with_other_options_is_asked_with_them_again(tmp_path: Path, page: Document) -> None:
    prompt = load()
    options: dict[str, Any] = {"reasks": 0, "max_page_chars": 60, "parameters": {"temperature": 0.5}}
    about = RecordingAbout(model="m", prompt=prompt.name, prompt_sha256=prompt.sha256, plan="one", **options)
    broken = Scripted(Reply("{"))
    client = RecordingClient(broken, tmp_path / "recording", about)
    with pytest.raises(NotJsonError) as first:
        ModelReader(client, model="m", plan="one", **options).read(page)
    with pytest.raises(NotJsonError) as again:
        replay_reader(tmp_path / "recording").read(page)
    assert str(first.value) == str(again.value)
    assert len(broken.requests) > 1, "the page was asked in pieces"


def test_an_altered_answer_is_an_error(folder: Path, page: Document) -> None:
    path = next((folder / "tea").glob("*.answer.txt"))
    path.write_bytes(path.read_bytes().replace(b"Blue", b"Green") + b" ")
    with pytest.raises(RecordingError, match="hash is another"):
        replay_reader(folder).read(page)


def test_a_recording_of_another_text_of_the_prompt_is_refused(folder: Path) -> None:
    path = folder / "recording.json"
    about = json.loads(path.read_bytes())
    path.write_text(json.dumps(about | {"prompt_sha256": "0" * 64}), encoding="utf-8")
    with pytest.raises(RecordingError, match="another text of the prompt"):
        replay_reader(folder)


def test_a_replay_imports_neither_openai_nor_instructor(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from extractor.documents import Document\n"
        "from extractor.extraction import Extractor\n"
        "from extractor.model.replay import replay_reader\n"
        "page = Document.from_text(sys.stdin.read(), id='tea')\n"
        "Extractor(replay_reader(Path(sys.argv[1]))).extract(page)\n"
        "print([name for name in ('openai', 'instructor', 'diskcache') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        input=tea.PAGE,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert done.stdout == "[]\n"
