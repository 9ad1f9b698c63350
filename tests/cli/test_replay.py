"""Recording, replaying and budgets, as a user asks for them."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openai_server import OpenAIServer

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_what_was_recorded_is_replayed_without_a_server(
    ask: Run, call: Run, bare: pytest.MonkeyPatch, server: OpenAIServer, tea_page: Path, tmp_path: Path
) -> None:
    recorded = ask(tea_page, "--record", tmp_path / "recording")
    assert recorded.returncode == 0
    sent = len(server.received)
    options = ("--reader", "replay", "--format", "jsonl")
    replayed = call("extract", tea_page, *options, "--recordings", tmp_path / "recording")
    bare.setenv("EXTRACTOR_RECORDINGS", str(tmp_path / "recording"))
    by_variable = call("extract", tea_page, *options)
    assert replayed.returncode == by_variable.returncode == 0
    assert replayed.stdout == by_variable.stdout
    first, second = json.loads(recorded.stdout), json.loads(replayed.stdout)
    assert first.pop("usage")["requests"] == 5
    assert second.pop("usage")["cached"]
    assert first == second
    assert len(server.received) == sent


def test_a_page_that_was_not_recorded_is_exit_code_4(
    ask: Run, call: Run, tea_page: Path, page: Path, tmp_path: Path
) -> None:
    ask(tea_page, "--record", tmp_path / "recording")
    done = call("extract", page, "--reader", "replay", "--recordings", tmp_path / "recording")
    assert done.returncode == 4
    assert "milk: the recording holds no answer (pass " in done.stderr
    assert "--record" in done.stderr


def test_so_is_one_of_a_suite(ask: Run, call: Run, tea_page: Path, tmp_path: Path) -> None:
    ask(tea_page, "--record", tmp_path / "recording")
    root = Path(__file__).resolve().parents[2]
    done = call(
        "eval", root / "eval" / "suite.toml", "--reader", "replay", "--recordings", tmp_path / "recording"
    )
    assert done.returncode == 4
    assert "holds no answer" in done.stderr


def test_a_folder_that_is_no_recording_is_exit_code_4(call: Run, tea_page: Path, tmp_path: Path) -> None:
    done = call("extract", tea_page, "--reader", "replay", "--recordings", tmp_path / "nothing")
    assert (done.returncode, "no recording" in done.stderr) == (4, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--reader", "replay"], "EXTRACTOR_RECORDINGS"),
        (["--recordings", "x"], "--reader replay"),
        (["--reader", "replay", "--recordings", "x", "--model", "m"], "--model"),
        (["--record", "x"], "--reader model"),
        (["--budget", "1"], "--reader model"),
        (["--estimate"], "--reader model"),
        (["--reader", "model", "--model", "m", "--budget", "much"], "no amount of money"),
        (["--reader", "model", "--model", "m", "--budget", "-1"], "no amount of money"),
        (["--reader", "model", "--model", "m", "--budget", "nan"], "no amount of money"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(
    call: Run, page: Path, options: list[str], said: str
) -> None:
    done = call("extract", page, *options)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_budget_stops_the_run_before_the_next_request(
    ask: Run, server: OpenAIServer, tea_page: Path, page: Path, prices: Path
) -> None:
    done = ask(tea_page, page, "--prices", prices, "--budget", "0.0001")
    assert done.returncode == 2
    assert "budget of 0.0001 EUR" in done.stderr
    assert "1 of 2 pages failed, 1 were not read" in done.stderr
    assert server.received == []


def test_within_the_budget_a_page_is_read_and_its_cost_is_said(
    ask: Run, bare: pytest.MonkeyPatch, tea_page: Path, prices: Path
) -> None:
    done = ask(tea_page, "--prices", prices, "--budget", "10")
    usage = json.loads(done.stdout)["usage"]
    assert usage["cost"] == (usage["tokens_in"] * 2 + usage["tokens_out"] * 8) / 1_000_000 > 0
    bare.setenv("EXTRACTOR_PRICES", str(prices))
    said = f"5 requests, 500 tokens in (200 of them cached), 100 out, cost {usage['cost']:.4f} by prices of"
    assert said in done.stderr
    again = ask(tea_page, "--budget", "0")
    assert "spent: 0 requests, 0 tokens in" in again.stderr
    assert again.returncode == 0, "kept answers cost nothing"
    assert json.loads(again.stdout)["usage"]["cost"] == 0


def test_a_model_without_a_price_has_no_cost_and_no_budget(
    ask: Run, server: OpenAIServer, tea_page: Path
) -> None:
    refused = ask(tea_page, "--budget", "1")
    assert refused.returncode == 2
    assert "'m' has no price" in refused.stderr
    assert server.received == []
    done = ask(tea_page)
    assert "cost" not in json.loads(done.stdout)["usage"]
    assert "100 out, cost unknown\n" in done.stderr
