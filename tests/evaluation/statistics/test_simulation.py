"""The shipped simulation, short and long: what it says of intervals and gate stays true of the code."""

import json
from importlib.resources import files

import numpy as np
import pytest
from sim_coverage import coverage, floored
from sim_documents import Setting, f1_parts, shares, two_runs
from sim_gate import alarms

from extractor.evaluation.statistics.proportion import METHOD
from extractor.evaluation.statistics.ratio import Ratio

ASSUMED = Setting("assumed", (20,), 0.15)
WRITTEN = json.loads((files("extractor.evaluation.statistics") / "coverage.json").read_text("utf-8"))


def test_simulated_documents_have_the_share_they_should() -> None:
    random = np.random.default_rng(1)
    for draw in (shares, f1_parts):
        part, n = draw(random, ASSUMED, 4000, 0.9)
        assert part.sum() / n.sum() == pytest.approx(0.9, abs=0.01)


def test_simulated_runs_differ_by_churn_and_drop() -> None:
    runs = two_runs(np.random.default_rng(2), ASSUMED, 4000, share=0.9, churn=0.02, drop=0.05)
    before, after = (np.concatenate(side) for side in (runs.before, runs.after))
    assert before.mean() - after.mean() == pytest.approx(0.05, abs=0.01)
    quiet = two_runs(np.random.default_rng(2), ASSUMED, 4000, share=0.9, churn=0.02, drop=0)
    assert np.mean(np.concatenate(quiet.before) != np.concatenate(quiet.after)) == pytest.approx(
        0.02, abs=0.005
    )


@pytest.mark.parametrize(("documents", "share"), [(10, 0.85), (20, 0.95)])
def test_intervals_hold_the_truth_about_as_often_as_was_written(documents: int, share: float) -> None:
    random, held, trials = np.random.default_rng(3), 0, 250
    for _ in range(trials):
        low, high = floored([Ratio(float(x), 20) for x in shares(random, ASSUMED, documents, share)[0]])
        held += low <= share <= high
    (written,) = (
        row["coverage"]
        for row in WRITTEN["rows"]
        if (row["setting"], row["kind"], row["method"], row["documents"], row["share"])
        == ("assumed", "share", METHOD, documents, share)
    )
    assert held / trials == pytest.approx(written, abs=0.05)


@pytest.mark.slow
def test_every_interval_covers_what_was_written() -> None:
    written = [row for row in WRITTEN["rows"] if row["setting"] == "assumed"]
    found = coverage(ASSUMED, trials=400, seed=4)
    assert len(found) == len(written)
    for fresh, old in zip(found, written, strict=True):
        covered = old["coverage"]
        spread = (covered * (1 - covered) * (1 / 400 + 1 / WRITTEN["trials"])) ** 0.5
        assert fresh["coverage"] == pytest.approx(covered, abs=0.01 + 4 * spread), old


def test_intervals_do_not_fall_short_from_ten_documents_on() -> None:
    ours = [row for row in WRITTEN["rows"] if row["method"] == METHOD and row["documents"] >= 10]
    assert len(ours) >= 36
    assert min(row["coverage"] for row in ours) >= 0.92


@pytest.mark.slow
def test_the_gate_cries_wolf_seldom_and_prints_the_drop_that_it_detects() -> None:
    for row in alarms(ASSUMED, 0.02, trials=60, seed=5):
        assert row["regression"] <= 0.05 + 2 * (0.05 * 0.95 / 60) ** 0.5, row
        assert 0.75 <= row["ratio"] <= 1.25, row


def test_the_gate_and_its_power_were_as_they_should_be_when_written() -> None:
    for row in WRITTEN["gate"]:
        assert row["regression"] <= 0.05, row
        assert 0.8 <= row["ratio"] <= 1.2, row
