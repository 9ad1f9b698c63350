"""What docs/comparing-runs.md shows is run here."""

import re
import subprocess
import sys
from pathlib import Path

from extractor.evaluation import Suite

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "comparing-runs.md").read_text(encoding="utf-8")


def test_the_session_gives_a_verdict_on_the_reader_of_today() -> None:
    session = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert session
    done = subprocess.run(
        [sys.executable, "-c", session.group(1)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert re.match(r"(OK 0|REGRESSION 1) Estimate\(value=", done.stdout)


def test_the_section_that_is_shown_is_one_that_a_suite_may_have(tmp_path: Path) -> None:
    shown = re.search(r"^    \[gate\]\n.*?(?=^\S)", PAGE, re.DOTALL | re.MULTILINE)
    assert shown
    section = re.sub(r"^    ", "", shown.group(), flags=re.MULTILINE)
    cases = "".join(
        f'[[case]]\ndocument = "{ROOT}/eval/documents/{gold.stem}.txt"\ngold = "{gold}"\n'
        for gold in sorted((ROOT / "eval" / "gold").glob("*.json"))
    )
    path = tmp_path / "suite.toml"
    path.write_text(f'name = "shown"\n{section}\n{cases}', encoding="utf-8")
    suite = Suite.load(path)
    assert suite.gate.margin("overall") == 0.01
    assert suite.criticality.weight("/identifiers/value") == 5
