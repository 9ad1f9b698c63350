"""The options of the model reader, against a server."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import tea
from openai_server import OpenAIServer, completion, failure, tool_call

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_kept_answers_that_are_no_record_are_told_and_asked_again_on_wish(
    ask: Run, server: OpenAIServer, tea_page: Path
) -> None:
    server.play(completion("no JSON at all"))
    failed = ask(tea_page).stderr
    assert "--fresh" not in failed
    assert "spent: 15 requests, 1,500 tokens in (600 of them cached), 300 out" in failed
    server.play(tea.reply)
    sent = len(server.received)
    kept = ask(tea_page)
    assert (kept.returncode, len(server.received)) == (2, sent)
    assert kept.stderr.splitlines()[1].endswith(". These are kept answers: --fresh asks for new ones")
    assert ask(tea_page, "--fresh").returncode == 0
    assert ask(tea_page).returncode == 0
    assert len(server.received) == sent + 5, "the new answers took their place"


def test_the_model_reader_takes_mode_timeout_and_length_of_pieces(
    ask: Run, server: OpenAIServer, tea_page: Path
) -> None:
    server.play(replace(tool_call("{}"), delay=2))
    options = ("--plan", "one", "--mode", "tools", "--timeout", "0.2")
    done = ask(tea_page, *options)
    assert done.returncode == 2
    assert "within 0.2 s" in done.stderr
    assert "tools" in server.bodies[0]
    tea_page.write_text(tea.PAGE * 20, encoding="utf-8")
    done = ask(tea_page, "--plan", "one", "--max-page-chars", "1000", "--estimate")
    assert int(done.stdout.splitlines()[1].split()[1]) > 1


def test_a_wrong_key_ends_an_evaluation_without_a_score(
    call: Run, bare: pytest.MonkeyPatch, server: OpenAIServer, tmp_path: Path
) -> None:
    bare.setenv("EXTRACTOR_CACHE_DIR", str(tmp_path / "cache"))
    server.play(failure(401))
    root = Path(__file__).resolve().parents[2]
    options = ("--reader", "model", "--model", "m", "--base-url", server.url, "--plan", "one")
    done = call("eval", root / "eval" / "suite.toml", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Check OPENAI_API_KEY" in done.stderr
    assert len(server.received) == 1
