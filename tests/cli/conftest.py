"""Runs the installed command as a user does, and pages to give it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tea
from nursery import Nursery
from openai_server import OpenAIServer

from extractor.cli.main import main
from extractor.documents import Document
from extractor.extraction import Extractor
from extractor.records.draft import Draft, Quote
from extractor.records.envelope import Extraction, Lineage
from extractor.records.finding import Finding, FindingCode, Span
from extractor.records.record import TrialRecord

COMMAND = Path(sys.executable).parent / "extractor"

PAGE = """MedPath

Warm Milk for Cold Evenings

Phase 2
Recruiting
Registration Number
NCT09990003
Recruitment & Eligibility

Status
RECRUITING
Target Recruitment
40
Primary Outcome Measures
NameTimeMethod
Hours of sleep12 weeks

© 2025 MedPath
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without what could choose a reader or colour the output."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("EXTRACTOR_", "OPENAI_"))}
    return kept | {"NO_COLOR": "1", "LC_ALL": "C.UTF-8"} | more


@pytest.fixture(scope="session")
def command() -> str:
    """The path of the installed command."""
    return str(COMMAND)


@pytest.fixture(scope="session")
def environment() -> Callable[..., dict[str, str]]:
    """An environment without settings; keyword arguments are added."""
    return clean_environment


@pytest.fixture
def run(tmp_path: Path, nursery: Nursery) -> Run:
    """Run the command as a process in an empty folder; keyword arguments go to its environment."""
    place = tmp_path / "here"
    place.mkdir()

    def go(*arguments: str | Path, stdin: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
        return nursery.run(arguments, cwd=place, environ=clean_environment(**environ), stdin=stdin)

    return go


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command inside this process: cheaper, for what needs no process of its own."""

    def go(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        words = [str(argument) for argument in arguments]
        with pytest.raises(SystemExit) as left:
            main(words)
        captured = capsys.readouterr()
        code = left.value.code
        assert isinstance(code, int)
        return subprocess.CompletedProcess(words, code, captured.out, captured.err)

    return go


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without settings, free to change, for what runs inside this process."""
    for name in [name for name in os.environ if name.startswith(("EXTRACTOR_", "OPENAI_"))]:
        monkeypatch.delenv(name)
    return monkeypatch


@pytest.fixture
def page_text() -> str:
    return PAGE


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page in a file `milk.txt`."""
    path = tmp_path / "milk.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer(tea.reply) as running:
        yield running


@pytest.fixture
def tea_page(tmp_path: Path) -> Path:
    path = tmp_path / "tea.txt"
    path.write_text(tea.PAGE, encoding="utf-8")
    return path


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    path = tmp_path / "prices.json"
    table = {"as_of": "2026-01-01", "currency": "EUR", "per_million_tokens": {"m": {"input": 2, "output": 8}}}
    path.write_text(json.dumps(table), encoding="utf-8")
    return path


@pytest.fixture
def ask(call: Run, bare: pytest.MonkeyPatch, server: OpenAIServer, tmp_path: Path) -> Run:
    """Extract with a model of the loopback server."""
    bare.setenv("EXTRACTOR_CACHE_DIR", str(tmp_path / "cache"))
    options = ("--reader", "model", "--model", "m", "--base-url", server.url, "--format", "jsonl")
    return lambda *arguments: call("extract", *options, *arguments)


class FixedReader:
    """A reader that says what it was told, whatever the page."""

    def __init__(self, **record: Any) -> None:
        self.record = TrialRecord.model_validate(
            {"source": {"page_kind": "OTHER", "layout": "unknown"}, **record}
        )

    def read(self, document: Document, /) -> Draft:
        span = Span(quote=document.text[:4], start=0, end=4)
        return Draft(
            record=self.record,
            quotes={"/acronym": [Quote(text=document.text[:4], start=0)]},
            findings=[Finding(code=FindingCode.UNREAD, pointer="/arms", message="A row", spans=[span])],
            lineage=Lineage(reader="fixed"),
        )


@pytest.fixture
def extraction_of() -> Callable[..., Extraction]:
    """The Extraction of a page by a reader that says what it was told."""

    def build(text: str, *, id: str = "milk", **record: Any) -> Extraction:
        return Extractor(FixedReader(**record)).extract(Document.from_text(text, id=id))

    return build
