"""Builders of small Extractions and suites."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.evaluation import DocumentScore, Suite, score
from extractor.records import strict_json
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
Outcomes = Callable[..., dict[str, str]]
WriteSuite = Callable[..., Path]

PAGE = "Title: Trial of sorafenib\nEnrollment: 200\nArm: Sorafenib\nArm: Placebo\nSponsor: Fudan University\n"


@pytest.fixture(scope="session")
def extraction() -> Build:
    """Build an Extraction from the parts of a record, as JSON; keywords go into the envelope."""

    def build(record: dict[str, Any] | None = None, *, page: str = "page", **envelope: Any) -> Extraction:
        source = {"page_kind": "REGISTRY_PAGE", "layout": "unknown"}
        document = {
            "id": page,
            "sha256": "0" * 64,
            "text_sha256": "1" * 64,
            "media_type": "text/plain",
            "layout": "unknown",
        }
        whole = {
            "document": document,
            "record": {"source": source, **(record or {})},
            "lineage": {"reader": "test"},
            **envelope,
        }
        return strict_json.parse(Extraction, json.dumps(whole))

    return build


@pytest.fixture(scope="session")
def outcomes() -> Outcomes:
    """The outcome of each value that either side has, by its pointer (`-` before a predicted one)."""

    def by_pointer(gold: Extraction, predicted: Extraction) -> dict[str, str]:
        found: DocumentScore = score(gold, predicted)
        return {
            cell.gold_pointer or f"-{cell.predicted_pointer}": cell.outcome.value
            for cell in found.cells
            if not cell.path.startswith("/source")
            and not (cell.outcome == "CORRECTLY_NULL" and cell.gold is None)
        }

    return by_pointer


@pytest.fixture
def write_suite(tmp_path: Path) -> WriteSuite:
    """Write pages, gold files (Extractions, or text) and a suite file; the path of the suite."""

    def write(cases: dict[str, tuple[str, Extraction | str]], head: str = 'name = "trial"\n') -> Path:
        lines = [head]
        for name, (page, gold) in cases.items():
            text = gold if isinstance(gold, str) else gold.to_json()
            (tmp_path / f"{name}.txt").write_text(page, encoding="utf-8")
            (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
            lines.append(f'[[case]]\ndocument = "{name}.txt"\ngold = "{name}.json"\n')
        path = tmp_path / "suite.toml"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


@pytest.fixture
def load_suite(write_suite: WriteSuite) -> Callable[..., Suite]:
    """Write a suite and load it."""
    return lambda *args, **options: Suite.load(write_suite(*args, **options))
