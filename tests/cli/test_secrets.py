"""The API key stands in no byte that runs leave or print, however they end."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import tea
from openai_server import OpenAIServer, Play, Received, completion, failure

CANARY = "sk-canary-0123456789abcdef"
PLAYS: dict[str, Play] = {
    "401": failure(401, f"Incorrect API key provided: {CANARY}"),
    "500": failure(500, f"key {CANARY}"),
    "invalid": completion({"no": "answer"}),
    "no-json": Play(b"<html>no</html>"),
}
SCRIPT = """
import json, sys, traceback
from extractor.cli.main import main
for words in json.loads(sys.argv[1]):
    try:
        main(words)
    except SystemExit as left:
        print(left.code)
    except BaseException:
        traceback.print_exc()
        print("raised")
"""


def play(received: Received) -> Play:
    """How the server answers is told by the name of the model."""
    return PLAYS[received.body["model"]] if received.body["model"] in PLAYS else tea.reply(received)


def runs(
    tmp_path: Path, switches: list[str], models: list[str], addresses: list[str], **environ: str
) -> subprocess.CompletedProcess[str]:
    """One process that reads a page with each model at each address, with all that a run can leave."""
    page = tmp_path / "tea.txt"
    page.write_text(tea.PAGE, encoding="utf-8")
    words = [
        *(*switches, "extract", str(page), "--reader", "model", "--plan", "one", "--format", "jsonl"),
        *("--model", "", "--base-url", "", "--record", ""),
    ]
    calls: list[list[str]] = []
    for model, address in ((model, address) for model in models for address in addresses):
        words[-5], words[-3] = model, address
        words[-1] = str(tmp_path / "left" / f"recording-{len(calls)}")
        calls.append(list(words))
    environ |= {"EXTRACTOR_CACHE_DIR": str(tmp_path / "left" / "cache"), "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, json.dumps(calls)],
        capture_output=True,
        encoding="utf-8",
        env=environ,
        timeout=60,
        check=True,
    )


def check(done: subprocess.CompletedProcess[str], left: Path) -> None:
    """The canary stands nowhere."""
    files = [file for file in left.rglob("*") if file.is_file()]
    assert {file.name for file in files} >= {"cache.db", "recording.json", "record.1.answer.txt"}
    assert [file for file in files if CANARY.encode() in file.read_bytes()] == []
    assert CANARY not in done.stdout + done.stderr
    assert not any(CANARY in str(path) for path in left.rglob("*"))


@pytest.mark.parametrize("switches", [[], ["-v", "--debug"]], ids=["quiet", "debug"])
def test_the_key_is_nowhere(tmp_path: Path, switches: list[str]) -> None:
    with OpenAIServer(play) as server:
        done = runs(tmp_path, switches, ["well", *PLAYS], [server.url], OPENAI_API_KEY=CANARY)
        keys = {request.headers.get("authorization") for request in server.received}
        asked = {body["model"] for body in server.bodies}
    assert keys == {f"Bearer {CANARY}"}, "the server did get it"
    assert asked == {"well", *PLAYS}
    ends = [line for line in done.stdout.splitlines() if not line.startswith("{")]
    assert ends == ["0", "2", "2", "2", "2"], done.stderr
    check(done, tmp_path / "left")


def test_nor_is_one_in_the_address(tmp_path: Path) -> None:
    with OpenAIServer(play) as server:
        rest = server.url.removeprefix("http://")
        addresses = [f"http://user:{CANARY}@{rest}", f"http://{rest}?api-key={CANARY}"]
        done = runs(tmp_path, ["-v", "--debug"], ["well", "401"], addresses)
        assert {body["model"] for body in server.bodies} == {"well", "401"}
        told = [request.path + request.headers.get("authorization", "") for request in server.received]
    assert any(CANARY in one for one in told), "the server did get it"
    check(done, tmp_path / "left")
