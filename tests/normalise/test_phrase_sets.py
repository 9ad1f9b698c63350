"""The benchmark of the grammars: labelled phrases in, figures out, no error of the reporting half."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "grammars.py"


def row(text: str, **labels: Any) -> str:
    plain = {"list": "inclusion", "negated": False, "category": None, "op": "LEAF"}
    return json.dumps({"text": text, **plain, "constraints": [], "exceptions": [], **labels}) + "\n"


def run(folder: Path) -> tuple[str, list[dict[str, Any]]]:
    figures = folder / "figures.json"
    options = ["criteria", "--errors", "--folder", str(folder), "--json", str(figures)]
    done = subprocess.run([sys.executable, str(SCRIPT), *options], check=True, capture_output=True, text=True)
    return done.stdout, json.loads(figures.read_text())


def test_what_is_read_counts_and_what_is_not_labelled_is_spurious(tmp_path: Path) -> None:
    limit = {"kind": "age", "min": {"value": 21, "unit": "YEAR", "inclusive": True}}
    lines = row("Age ≥ 21 years", constraints=[limit], category="AGE")
    lines += row("No flu", negated=True) + row("Age ≥ 30 years")
    (tmp_path / "criteria.tune.jsonl").write_text(lines)
    printed, figures = run(tmp_path)
    found = {one["field"]: one for one in figures if one["half"] == "tune"}
    assert (found["negated"]["f1"], found["negated"]["n"]) == (1, 1)
    assert (found["constraints"]["precision"], found["constraints"]["recall"]) == (0.5, 1)
    assert "Age ≥ 30 years" in printed
    assert "Age ≥ 21 years" not in printed


def test_the_half_that_reports_prints_figures_and_no_phrase(tmp_path: Path) -> None:
    (tmp_path / "criteria.report.jsonl").write_text(row("No flu"))
    printed, figures = run(tmp_path)
    assert [one["n"] for one in figures if (one["half"], one["field"]) == ("report", "negated")] == [1]
    assert "flu" not in printed


def test_every_set_puts_its_own_labels_beside_its_own_reading(tmp_path: Path) -> None:
    rows: dict[str, dict[str, Any]] = {
        "criteria": json.loads(row("No flu", negated=True)),
        "regimens": {
            "text": "Heatol bid",
            "agents": ["Heatol"],
            "regimens": [{"text": "Heatol bid", "agent": "Heatol", "frequency": "bid", "doses_per_day": 2}],
        },
        "time_frames": {
            "text": "2 years",
            "time_points": [{"value": 2, "unit": "YEAR"}],
            "max_follow_up": None,
        },
        "results": {
            "text": "The ORR was 9%",
            "background": False,
            "results": [
                {
                    "outcome": "ORR",
                    "outcome_norm": "ORR",
                    "text": "The ORR was 9%",
                    "statistic": "RATE",
                    "percent": 9,
                }
            ],
        },
    }
    for name, labelled in rows.items():
        (tmp_path / f"{name}.tune.jsonl").write_text(json.dumps(labelled) + "\n")
    options = ["--folder", str(tmp_path), "--json", str(tmp_path / "figures.json")]
    subprocess.run([sys.executable, str(SCRIPT), *options], check=True, capture_output=True)
    figures = json.loads((tmp_path / "figures.json").read_text())
    found = {
        one["set"]: one["f1"] for one in figures if (one["half"], one["field"]) == ("tune", "all fields")
    }
    assert found == dict.fromkeys(rows, 1)
