"""The benchmark: one run, the same numbers in every form."""

import json
import subprocess
import sys
from pathlib import Path

from perturb.sample import Pages

ROOT = Path(__file__).parents[2]


def test_the_table_and_the_files_say_the_same(page_number: Pages, tmp_path: Path) -> None:
    case = page_number("004").document.id
    suite = tmp_path / "suite.toml"
    suite.write_text(
        'name = "one"\n[[case]]\n'
        f"document = {json.dumps(str(ROOT / 'eval' / 'documents' / f'{case}.txt'))}\n"
        f"gold = {json.dumps(str(ROOT / 'eval' / 'gold' / f'{case}.json'))}\n"
    )
    script = ROOT / "benchmarks" / "perturbed.py"
    options = ["--seeds", "1", "--json", str(tmp_path / "a.json"), "--markdown", str(tmp_path / "a.md")]
    done = subprocess.run(
        [sys.executable, str(script), "--suite", str(suite), *options],
        check=True,
        capture_output=True,
        text=True,
    )
    assert (tmp_path / "a.md").read_text() == done.stdout
    rows = json.loads((tmp_path / "a.json").read_text())["rows"]
    table = [line.strip("| \n").split(" | ") for line in done.stdout.splitlines()[2:]]
    assert [line[1] for line in table] == [row["perturbation"] for row in rows]
    assert [int(line[4]) for line in table] == [row["n"] for row in rows]
    assert all(row["n"] == row["correct"] + row["wrong"] + row["missing"] + row["spurious"] for row in rows)
