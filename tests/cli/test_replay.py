"""Recording, replaying, budgets and estimates, as a user asks for them."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import tea
from openai_server import OpenAIServer

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer(tea.reply) as running:
        yield running


@pytest.fixture
def tea_page(tmp_path: Path) -> Path:
    path = tmp_path / "tea.txt"
    path.write_text(tea.PAGE, encoding="utf-8")
    return path


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    path = tmp_path / "prices.json"
    table = {"as_of": "2026-01-01", "currency": "EUR", "per_million_tokens": {"m": {"input": 2, "output": 8}}}
    path.write_text(json.dumps(table), encoding="utf-8")
    return path


@pytest.fixture
def ask(run: Run, server: OpenAIServer, tmp_path: Path) -> Run:
    """Extract with a model of the loopback server."""

    def go(*arguments: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
        cache = {"EXTRACTOR_CACHE_DIR": str(tmp_path / "cache")}
        options = ("--reader", "model", "--model", "m", "--base-url", server.url, "--format", "jsonl")
        return run("extract", *options, *arguments, **(cache | environ))

    return go


def test_what_was_recorded_is_replayed_without_a_server(
    ask: Run, run: Run, server: OpenAIServer, tea_page: Path, tmp_path: Path
) -> None:
    recorded = ask(tea_page, "--record", tmp_path / "recording")
    assert recorded.returncode == 0
    sent = len(server.received)
    options = ("--reader", "replay", "--format", "jsonl")
    replayed = run("extract", tea_page, *options, "--recordings", tmp_path / "recording")
    by_variable = run("extract", tea_page, *options, EXTRACTOR_RECORDINGS=str(tmp_path / "recording"))
    assert replayed.returncode == by_variable.returncode == 0
    assert replayed.stdout == by_variable.stdout
    first, second = json.loads(recorded.stdout), json.loads(replayed.stdout)
    assert first.pop("usage")["requests"] == 5
    assert second.pop("usage")["cached"]
    assert first == second
    assert len(server.received) == sent


def test_a_page_that_was_not_recorded_is_exit_code_4(
    ask: Run, run: Run, tea_page: Path, page: Path, tmp_path: Path
) -> None:
    ask(tea_page, "--record", tmp_path / "recording")
    done = run("extract", page, "--reader", "replay", "--recordings", tmp_path / "recording")
    assert done.returncode == 4
    assert "milk: the recording holds no answer (pass " in done.stderr
    assert "--record" in done.stderr


def test_so_is_one_of_a_suite(ask: Run, run: Run, tea_page: Path, tmp_path: Path) -> None:
    ask(tea_page, "--record", tmp_path / "recording")
    root = Path(__file__).resolve().parents[2]
    done = run(
        "eval", root / "eval" / "suite.toml", "--reader", "replay", "--recordings", tmp_path / "recording"
    )
    assert done.returncode == 4
    assert "holds no answer" in done.stderr


def test_a_folder_that_is_no_recording_is_exit_code_4(run: Run, tea_page: Path, tmp_path: Path) -> None:
    done = run("extract", tea_page, "--reader", "replay", "--recordings", tmp_path / "nothing")
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
    ask: Run, tea_page: Path, prices: Path
) -> None:
    done = ask(tea_page, "--prices", prices, "--budget", "10")
    usage = json.loads(done.stdout)["usage"]
    assert usage["cost"] == (usage["tokens_in"] * 2 + usage["tokens_out"] * 8) / 1_000_000 > 0
    again = ask(tea_page, "--budget", "0", EXTRACTOR_PRICES=str(prices))
    assert again.returncode == 0, "kept answers cost nothing"
    assert json.loads(again.stdout)["usage"]["cost"] == 0


def test_a_model_without_a_price_has_no_cost_and_no_budget(
    ask: Run, server: OpenAIServer, tea_page: Path
) -> None:
    refused = ask(tea_page, "--budget", "1")
    assert refused.returncode == 2
    assert "'m' has no price" in refused.stderr
    assert server.received == []
    assert "cost" not in json.loads(ask(tea_page).stdout)["usage"]


def test_an_estimate_sends_nothing_needs_no_key_and_says_what_it_is(
    run: Run, tea_page: Path, page: Path, prices: Path
) -> None:
    options = ("--reader", "model", "--model", "m", "--estimate", "--prices", prices)
    done = run("extract", tea_page, page, *options)
    assert done.returncode == 0
    head, first, second, whole, *rest = done.stdout.splitlines()
    assert head.split() == ["page", "requests", "tokens", "in", "tokens", "out", "cost", "EUR"]
    assert first.split()[:2] == ["tea", "5"]
    assert whole.split()[:4] == ["all", "2", "pages", "10"]
    cost = [float(line.split()[-1]) for line in (first, second, whole)]
    assert cost[0] + cost[1] == pytest.approx(cost[2], abs=0.0002)
    assert "An estimate" in rest[0]
    assert "2026-01-01" in rest[1]


def test_an_estimate_without_a_price_is_unknown_and_not_nothing(run: Run, tea_page: Path) -> None:
    done = run("extract", tea_page, "--reader", "model", "--model", "own", "--estimate")
    assert done.stdout.splitlines()[1].split()[-1] == "unknown"
    assert "'own' has no price" in done.stdout


def test_the_shipped_table_is_dated_and_distrusts_itself(run: Run, tea_page: Path) -> None:
    done = run("extract", tea_page, "--reader", "model", "--model", "gpt-4o-mini", "--estimate")
    assert "check before you rely on" in done.stdout
