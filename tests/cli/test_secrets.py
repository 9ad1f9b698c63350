"""The API key stands in no byte that a run leaves or prints, however the run ends."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import tea
from openai_server import OpenAIServer, Play, completion, failure

CANARY = "sk-canary-0123456789abcdef"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def read(run: Run, tmp_path: Path) -> Run:
    """Have a page read by a model with a key, with all that a run can leave."""
    (tmp_path / "tea.txt").write_text(tea.PAGE, encoding="utf-8")

    def go(*switches: str, base_url: str, **environ: str) -> subprocess.CompletedProcess[str]:
        return run(
            *switches,
            *("extract", tmp_path / "tea.txt", "--reader", "model", "--model", "m", "--plan", "one"),
            *("--format", "jsonl"),
            *("--record", tmp_path / "left" / "recording"),
            **({"OPENAI_API_KEY": CANARY} | environ),
            OPENAI_BASE_URL=base_url,
            EXTRACTOR_CACHE_DIR=str(tmp_path / "left" / "cache"),
        )

    return go


def check(done: subprocess.CompletedProcess[str], left: Path) -> None:
    """The canary stands nowhere."""
    files = [file for file in left.rglob("*") if file.is_file()]
    assert {file.name for file in files} >= {"cache.db", "recording.json"}
    assert [file for file in files if CANARY.encode() in file.read_bytes()] == []
    assert CANARY not in done.stdout + done.stderr
    assert not any(CANARY in str(path) for path in left.rglob("*"))


@pytest.mark.parametrize(
    ("ending", "play", "switches"),
    [
        ("ok", tea.reply, ["-v", "--debug"]),
        ("401", failure(401, f"Incorrect API key provided: {CANARY}"), []),
        ("401", failure(401, f"Incorrect API key provided: {CANARY}"), ["-v", "--debug"]),
        ("500", failure(500, f"key {CANARY}"), ["-v", "--debug"]),
        ("invalid", completion({"no": "answer"}), ["-v", "--debug"]),
        ("no JSON", Play(b"<html>no</html>"), ["-v", "--debug"]),
    ],
)
def test_the_key_is_nowhere(read: Run, tmp_path: Path, ending: str, play: Play, switches: list[str]) -> None:
    with OpenAIServer(play) as server:
        done = read(*switches, base_url=server.url)
        keys = {request.headers.get("authorization") for request in server.received}
    assert (done.returncode == 0) == (ending == "ok"), done.stderr
    assert keys == {f"Bearer {CANARY}"}, "the server did get it"
    check(done, tmp_path / "left")


@pytest.mark.parametrize("play", [tea.reply, failure(401)], ids=["ok", "401"])
@pytest.mark.parametrize("form", ["http://user:{key}@{rest}", "http://{rest}?api-key={key}"])
def test_nor_is_one_in_the_address(read: Run, tmp_path: Path, play: Play, form: str) -> None:
    with OpenAIServer(play) as server:
        address = form.format(key=CANARY, rest=server.url.removeprefix("http://"))
        done = read("-v", "--debug", base_url=address, OPENAI_API_KEY="")
        assert server.received
    check(done, tmp_path / "left")
