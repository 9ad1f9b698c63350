"""What reading may cost, printed."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_an_estimate_sends_nothing_needs_no_key_and_says_what_it_is(
    call: Run, tea_page: Path, page: Path, prices: Path
) -> None:
    options = ("--reader", "model", "--model", "m", "--estimate", "--prices", prices)
    done = call("extract", tea_page, page, *options)
    assert done.returncode == 0
    head, first, second, whole, *rest = done.stdout.splitlines()
    assert head.split() == ["page", "requests", "tokens", "in", "tokens", "out", "cost", "EUR"]
    assert first.split()[:2] == ["tea", "5"]
    assert whole.split()[:4] == ["all", "2", "pages", "10"]
    cost = [float(line.split()[-1]) for line in (first, second, whole)]
    assert cost[0] + cost[1] == pytest.approx(cost[2], abs=0.0002)
    assert "An estimate" in rest[0]
    assert "2026-01-01" in rest[1]


def test_an_estimate_without_a_price_is_unknown_and_not_nothing(call: Run, tea_page: Path) -> None:
    done = call("extract", tea_page, "--reader", "model", "--model", "own", "--estimate")
    assert done.stdout.splitlines()[1].split()[-1] == "unknown"
    assert "'own' has no price" in done.stdout


def test_the_shipped_table_is_dated_and_distrusts_itself(call: Run, tea_page: Path) -> None:
    done = call("extract", tea_page, "--reader", "model", "--model", "gpt-4o-mini", "--estimate")
    assert "check before you rely on" in done.stdout
