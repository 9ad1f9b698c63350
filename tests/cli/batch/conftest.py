"""Two invented pages and the command `extractor batch` beside them."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
CANARY = "sk-canary-0123456789"


@pytest.fixture
def canary() -> str:
    """The API key of the environment: it must show up in no file."""
    return CANARY


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The folder in which `run` runs, with two pages in it."""
    place = tmp_path / "here"
    place.mkdir(exist_ok=True)
    pages = place / "pages"
    pages.mkdir()
    (pages / "tea.txt").write_text("A Study of Blue Tea\n\nConditions\nCold evenings\n", encoding="utf-8")
    (pages / "milk.txt").write_text("Warm Milk at Night\n", encoding="utf-8")
    return place


@pytest.fixture
def run(call: Run, here: Path, tmp_path: Path, bare: pytest.MonkeyPatch) -> Run:
    """Run the command beside the pages, with a cache of its own and a key that must show up nowhere."""
    bare.setenv("EXTRACTOR_CACHE_DIR", str(tmp_path / "cache"))
    bare.setenv("OPENAI_API_KEY", CANARY)
    bare.chdir(here)
    return lambda *arguments: call("batch", *arguments)


@pytest.fixture
def spawn(tmp_path: Path, here: Path, command: str, environment: Callable[..., dict[str, str]]) -> Run:
    """The same in a process of its own."""

    def go(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        environ = environment(EXTRACTOR_CACHE_DIR=str(tmp_path / "cache"), OPENAI_API_KEY=CANARY)
        words = [command, "batch", *map(str, arguments)]
        return subprocess.run(
            words, capture_output=True, encoding="utf-8", cwd=here, env=environ, timeout=60, check=False
        )

    return go
