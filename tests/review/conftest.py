"""Suites, readings and a browser."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import Chromium

from extractor.documents import Document
from extractor.evaluation import Suite, evaluate
from extractor.evaluation.reporting.numbers import Numbers, numbers
from extractor.evaluation.runs.run import Run
from extractor.evaluation.runs.scored import score_run
from extractor.records import strict_json
from extractor.records.draft import Draft, Quote
from extractor.records.envelope import Extraction, Lineage
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def seed() -> Suite:
    """The five pages."""
    return Suite.load(ROOT / "eval" / "suite.toml")


@pytest.fixture(scope="session")
def seed_numbers(seed: Suite) -> Numbers:
    """The five pages as a reader with errors on each page, which no better reader takes away."""
    found = [_damaged(case.gold_extraction()) for case in seed.cases]
    return numbers(score_run(seed, Run.of("damaged", found)).report, seed)


def _damaged(gold: Extraction) -> Extraction:
    """A title that is wrong, an acronym that nobody gave, and the first of the outcomes and criteria lost."""
    eligibility = gold.record.eligibility
    fewer = eligibility and eligibility.model_copy(update={"inclusion": eligibility.inclusion[1:]})
    changes = {"brief_title": "Another title", "acronym": "MADE UP", "outcomes": gold.record.outcomes[1:]}
    record = gold.record.model_copy(update={**changes, "eligibility": fewer})
    update = {"record": record, "acceptable": {}, "unlabelled": [], "lineage": Lineage(reader="damaged")}
    return gold.model_copy(update=update)


@pytest.fixture(scope="session")
def tmp_extraction() -> Callable[..., Extraction]:
    """Build an Extraction of nothing with some evidence."""

    def build(**envelope: Any) -> Extraction:
        document = {"id": "page", "sha256": "0" * 64, "text_sha256": "1" * 64}
        whole = {
            "document": document | {"media_type": "text/plain", "layout": "unknown"},
            "record": {"source": {"page_kind": "OTHER", "layout": "unknown"}},
            "lineage": {"reader": "test"},
            **envelope,
        }
        return strict_json.parse(Extraction, json.dumps(whole))

    return build


class FixedReader:
    """Says what it was told of any page, with the same words as evidence."""

    def __init__(self, **record: str) -> None:
        self._record = record

    def read(self, document: Document, /) -> Draft:  # noqa: ARG002 - says the same of every page
        source = {"page_kind": "OTHER", "layout": "unknown"}
        quotes = {f"/{name}": [Quote(text=value)] for name, value in self._record.items()}
        return Draft(record=TrialRecord.model_validate({"source": source, **self._record}), quotes=quotes)


Score = Callable[..., tuple[Numbers, Suite]]


@pytest.fixture
def scored(tmp_path: Path) -> Score:
    """Score a reader that says `read` against gold that says `gold`, on one page of this text."""

    def go(
        text: str, gold: dict[str, str], read: dict[str, str], name: str = "page"
    ) -> tuple[Numbers, Suite]:
        page = Document.from_text(text, id=name)
        (tmp_path / f"{name}.txt").write_bytes(text.encode("utf-8"))
        (tmp_path / "gold.json").write_text(verify(page, FixedReader(**gold).read(page)).to_json(), "utf-8")
        case = f"[[case]]\ndocument = {json.dumps(name + '.txt')}\ngold = 'gold.json'\n"
        (tmp_path / "suite.toml").write_text(f'name = "trial"\n{case}', "utf-8")
        suite = Suite.load(tmp_path / "suite.toml")
        return numbers(evaluate(suite, FixedReader(**read)), suite), suite

    return go


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """A real Chromium, fresh for each module."""
    with Chromium(tmp_path_factory.mktemp("profile")) as running:
        running.show(1400, 900)
        yield running
