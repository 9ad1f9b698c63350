"""What docs/library.md shows is run here, against a server of our own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import tea
from openai_server import OpenAIServer

TEXT = (Path(__file__).parents[2] / "docs" / "library.md").read_text(encoding="utf-8")
PAGES, LOOP, THROTTLED = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


def run(script: str, place: Path) -> str:
    """What a script prints that is run in a folder with a page of tea and an empty one."""
    (place / "pages").mkdir()
    (place / "pages" / "tea.txt").write_text(tea.PAGE, encoding="utf-8")
    (place / "pages" / "void.txt").touch()
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("EXTRACTOR_", "OPENAI_"))}
    words = [sys.executable, "-W", "error", "-c", script]
    done = subprocess.run(words, cwd=place, env=kept, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_page_that_cannot_be_read_is_a_result_like_any_other(tmp_path: Path) -> None:
    lines = run(PAGES, tmp_path).splitlines()
    assert sorted(line.partition(" ")[0] for line in lines) == ["pages/tea.txt", "pages/void.txt"]
    assert any("the page is empty" in line for line in lines)


def test_pages_go_to_a_server_within_limits(tmp_path: Path) -> None:
    pages = f"from extractor import extract_many\npages = [{tea.PAGE!r}, {tea.PAGE + ' more'!r}]\n"
    shown = "for result in results:\n    print(result.unwrap().record.brief_title)\n"
    with OpenAIServer(tea.reply) as server:
        script = pages + THROTTLED.replace("http://localhost:8000/v1", server.url) + shown
        assert run(script, tmp_path) == "A Study of Blue Tea\n" * 2
        assert server.bill.sent == 10


def test_a_program_with_a_loop_of_its_own_takes_results_as_they_come(tmp_path: Path) -> None:
    before = "import asyncio\nfrom extractor import aextract_many\npages, reader = ['Tea', 'Milk'], None\n"
    inside = "".join(f"    {line}\n" for line in LOOP.replace("...", "print(result.index)").splitlines())
    script = f"{before}async def main():\n{inside}asyncio.run(main())\n"
    guarded = script.replace("workers=64", "workers=1")  # in processes a script would need a module
    assert run(guarded, tmp_path) == "0\n1\n"
