import base64
import json
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.documents import Document
from extractor.extraction import Extractor

Call = Callable[..., Any]
PAGE = "A page that no layout knows\nNCT09990003\n"


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run of one page that kept no text."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "milk.txt").write_text(PAGE, encoding="utf-8")
    found = Extractor().extract(Document.from_text(PAGE, id="milk"))
    path = tmp_path / "run.jsonl"
    path.write_text(found.to_json() + "\n", encoding="utf-8")
    return path


def data(page: Path) -> dict[str, Any]:
    packed = re.search(r'id="data">([^<]*)<', page.read_text(encoding="utf-8"))
    assert packed
    found: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(packed[1])))
    return found


def test_a_run_is_shown_with_its_pages(call: Call, run: Path, tmp_path: Path) -> None:
    done = call("review", run, "--pages", tmp_path / "pages", "-o", tmp_path / "page.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (document,) = data(tmp_path / "page.html")["documents"]
    assert document["text"] == PAGE
    assert {value["at"]: value["kind"] for value in document["values"]}["/identifiers/0/value"] == "VERIFIED"


@pytest.mark.usefixtures("run")
def test_the_folder_of_a_job_has_its_texts(call: Call, tmp_path: Path) -> None:
    assert call("run", tmp_path / "pages", "--out", tmp_path / "job").returncode == 0
    assert call("review", tmp_path / "job", "-o", tmp_path / "page.html").returncode == 0
    assert data(tmp_path / "page.html")["documents"][0]["text"] == PAGE


def test_a_page_whose_text_is_nowhere_is_an_error_that_says_what_to_do(
    call: Call, run: Path, tmp_path: Path
) -> None:
    done = call("review", run, "-o", tmp_path / "page.html")
    assert done.returncode == 2
    assert "the text of milk is not there. Name the folder of its pages with --pages" in done.stderr
    assert not (tmp_path / "page.html").exists()


def test_with_a_suite_the_run_stands_beside_gold(call: Call, run: Path, tmp_path: Path) -> None:
    gold = Extractor().extract(Document.from_text(PAGE, id="milk"))
    (tmp_path / "gold.json").write_text(gold.to_json(), encoding="utf-8")
    case = '[[case]]\ndocument = "pages/milk.txt"\ngold = "gold.json"\n'
    (tmp_path / "suite.toml").write_text(f'name = "t"\n{case}', encoding="utf-8")
    into = tmp_path / "page.html"
    assert call("review", run, "--suite", tmp_path / "suite.toml", "-o", into).returncode == 0
    assert {value["kind"] for value in data(into)["documents"][0]["values"]} == {"CORRECT", "CORRECTLY_NULL"}


def test_a_place_that_cannot_be_written_is_refused(call: Call, run: Path, tmp_path: Path) -> None:
    done = call("review", run, "-o", tmp_path / "none" / "page.html")
    assert done.returncode == 2
    assert "cannot be written: there is no folder" in done.stderr
