"""Simulates intervals and gate, prints what came of it, and writes it where reports and docs look it up.

    python benchmarks/simulation/run.py [--part coverage|gate] [--trials N] [--gate-trials N]

Two settings: 20 cells a document with a correlation of 0.15, and documents as those of the suite with the
correlation of errors that the recorded model run shows on them.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from sim_coverage import coverage
from sim_documents import Setting
from sim_gate import alarms

import extractor.evaluation.statistics
from extractor.evaluation import Suite, Tally, evaluate
from extractor.evaluation.measure import f1
from extractor.evaluation.statistics.correlation import correlation
from extractor.evaluation.statistics.coverage import FILE
from extractor.model.replay import replay_reader

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(extractor.evaluation.statistics.__file__).parent / FILE
ASSUMED = Setting("assumed", (20,), 0.15)
LONGER = Setting("60 values, 0.15", (60,), 0.15)
SEED = 20_261_130
CHURN = 0.02


def measured() -> Setting:
    """Documents as long as the suite's, with the recorded run's correlation of errors."""
    report = evaluate(
        Suite.load(ROOT / "eval" / "suite.toml"), replay_reader(ROOT / "eval" / "recordings" / "five")
    )
    tallies = [Tally.of(score.cells) for score in report.scores]
    return Setting(
        "measured",
        tuple(tally.n for tally in tallies),
        round(correlation([f1(tally) for tally in tallies]), 3),
    )


def main() -> None:
    """Simulate, print, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trials", type=int, default=1500, help="samples for each interval")
    parser.add_argument("--gate-trials", type=int, default=150, help="pairs of runs for each verdict")
    parser.add_argument("--part", choices=("coverage", "gate"), help="simulate this only, keep the other")
    chosen = parser.parse_args()
    found = json.loads(TARGET.read_text(encoding="utf-8"))
    if chosen.part != "gate":
        found |= _coverage(chosen.trials)
    if chosen.part != "coverage":
        found |= _gate(chosen.gate_trials)
    TARGET.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)} is written")


def _coverage(trials: int) -> dict[str, object]:
    settings = (ASSUMED, measured())
    rows = [row for one in settings for row in coverage(one, trials=trials, seed=SEED)]
    _print(rows)
    return {
        "seed": SEED,
        "trials": trials,
        "settings": [vars(one) for one in settings],
        "rows": rows,
    }


def _gate(trials: int) -> dict[str, object]:
    rows = [row for one in (ASSUMED, LONGER) for row in alarms(one, CHURN, trials=trials, seed=SEED)]
    _print(rows)
    return {"gate_trials": trials, "gate": rows}


def _print(rows: list[dict[str, object]]) -> None:
    print(" ".join(f"{name:>14}" for name in rows[0]))
    for row in rows:
        print(" ".join(f"{str(value)[:24]:>14}" for value in row.values()))


if __name__ == "__main__":
    main()
