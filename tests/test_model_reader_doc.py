"""What docs/model-reader.md shows is run here, against a server of our own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import tea
from openai_server import OpenAIServer

TEXT = (Path(__file__).parents[1] / "docs" / "model-reader.md").read_text(encoding="utf-8")
SCRIPTS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


def run(script: str, place: Path, server: OpenAIServer) -> str:
    """What a script prints that is run in a folder with the page of tea, its address being the server's."""
    (place / "pages").mkdir()
    for path in (place / "page.txt", place / "pages" / "tea.txt"):
        path.write_text(tea.PAGE, encoding="utf-8")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("EXTRACTOR_", "OPENAI_"))}
    variables = {
        "OPENAI_BASE_URL": server.url,
        "EXTRACTOR_MODEL": "m",
        "EXTRACTOR_CACHE_DIR": str(place / "c"),
    }
    done = subprocess.run(
        [sys.executable, "-c", script.replace("http://localhost:8000/v1", server.url)],
        cwd=place,
        env=kept | variables,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


@pytest.mark.parametrize(
    ("script", "printed", "requests"),
    [(SCRIPTS[0], "A Study of Blue Tea VERIFIED\n", 5), (SCRIPTS[1], "tea 100 record\n", 1)],
    ids=["from the environment", "by hand"],
)
def test_the_examples_of_the_document_run(script: str, printed: str, requests: int, tmp_path: Path) -> None:
    with OpenAIServer(tea.reply) as server:
        assert run(script, tmp_path, server) == printed
        assert len(server.received) == requests


def test_both_examples_are_run() -> None:
    assert len(SCRIPTS) == 2
