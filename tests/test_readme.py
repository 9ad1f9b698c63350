"""What README and docs show is run here."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXTRACTOR = Path(sys.executable).parent / "extractor"


def test_the_session_runs_and_prints_the_count_with_its_words() -> None:
    session = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert session
    done = subprocess.run(
        [sys.executable, "-c", session.group(1)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("200\nVERIFIED 200 1006\n")


def test_the_first_command_reads_every_page() -> None:
    pages = sorted(str(path) for path in (ROOT / "eval" / "documents").glob("*.txt"))
    done = subprocess.run([EXTRACTOR, "extract", *pages], capture_output=True, text=True, check=True)
    assert all(Path(page).stem in done.stdout for page in pages)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_named_and_helps(name: str) -> None:
    done = subprocess.run([EXTRACTOR, name, "--help"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"Usage: extractor {name}")


def test_commands_that_readme_names_exist() -> None:
    named = set(re.findall(r"^    extractor (\w+)", README, re.MULTILINE))
    assert named <= set(COMMANDS)
    assert set(COMMANDS) <= named
