"""A job as the command line runs it, against a model's server."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import tea
from openai_server import OpenAIServer, Play, Received, completion

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def job(bare: pytest.MonkeyPatch, call: Run, server: OpenAIServer, tmp_path: Path) -> Run:
    """The same job of four pages each time it is called, with further options."""
    bare.setenv("EXTRACTOR_CACHE_DIR", str(tmp_path / "cache"))
    listed = tmp_path / "pages.jsonl"
    lines = ({"id": f"p{at}", "text": f"{tea.PAGE}\nPage {at}"} for at in range(4))
    listed.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    words = ("run", listed, "--out", tmp_path / "out", "--reader", "model", "--model", "m", "--plan", "one")
    return lambda *more: call(*words, "--base-url", server.url, "--quiet", *more)


def test_failed_pages_are_asked_anew_where_kept_answers_made_them_fail(
    job: Run, server: OpenAIServer, tmp_path: Path
) -> None:
    def ill(received: Received) -> Play:
        return completion("no JSON") if b"Page 2" in received.raw else tea.reply(received)

    server.play(ill)
    assert (job().returncode, server.bill.sent) == (5, 3 + 3)
    failure = json.loads((tmp_path / "out" / "failures.jsonl").read_text(encoding="utf-8"))
    assert (failure["code"], failure["attempts"]) == ("not_json", 3)
    assert failure["hint"].endswith("; --retry-failed asks for other answers")
    server.play(tea.reply)
    assert (job().returncode, server.bill.sent) == (5, 6)
    assert (job("--retry-failed").returncode, server.bill.sent) == (0, 7)


def test_the_default_said_aloud_is_the_same_job(job: Run, server: OpenAIServer) -> None:
    assert job().returncode == 0
    assert (job("--mode", "json_schema").returncode, server.bill.sent) == (0, 4)
    assert "reader.mode was None and is now 'tools'" in job("--mode", "tools").stderr
