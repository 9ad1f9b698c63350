"""Invented pages, one for each layout, and a reading that is checked for what must hold on any page."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.documents import Document
from extractor.extraction import extract
from extractor.layout.reader import LayoutReader
from extractor.records.draft import Draft
from extractor.records.envelope import EvidenceStatus, Extraction
from extractor.records.finding import Finding, FindingCode

PAGES = Path(__file__).parent / "pages"

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]
Unread = Callable[[Draft], list[str]]
Sound = Callable[[str], Extraction]
Whole = Callable[[str], Any]
Expected = Callable[[str], Any]

COMPUTED = frozenset({"regimens", "constraints", "category", "negated", "op", "exceptions", "time_points"})
"""What grammars read from a page's words: they are tested by themselves."""


@pytest.fixture
def pages() -> Path:
    """The folder of invented pages, one for each layout."""
    return PAGES


@pytest.fixture
def medpath_page() -> str:
    return (PAGES / "medpath.txt").read_text(encoding="utf-8")


@pytest.fixture
def snapshot_page() -> str:
    return (PAGES / "snapshot.txt").read_text(encoding="utf-8")


@pytest.fixture
def pure_page() -> str:
    return (PAGES / "pure.txt").read_text(encoding="utf-8")


@pytest.fixture
def abstract(pure_page: str) -> str:
    """The abstract of the publication page."""
    return next(line for line in pure_page.splitlines() if line.startswith("Background:"))


@pytest.fixture
def swap() -> Swap:
    """A page with one passage exchanged; the passage stands on it once."""

    def exchange(page: str, old: str, new: str) -> str:
        assert page.count(old) == 1, old
        return page.replace(old, new)

    return exchange


@pytest.fixture
def read() -> Read:
    """Read a page; all words of the draft stand where the draft says."""

    def checked(page: str) -> Draft:
        draft = LayoutReader().read(Document.from_text(page, id="page"))
        for quotes in draft.quotes.values():
            for quote in quotes:
                assert quote.start is not None
                assert page[quote.start : quote.start + len(quote.text)] == quote.text
        for finding in draft.findings:
            assert all(page[span.start : span.end] == span.quote for span in finding.spans)
        return draft

    return checked


@pytest.fixture
def unread() -> Unread:
    """The words of a page that a draft says it could not read."""

    def words(draft: Draft) -> list[str]:
        return [span.quote for finding in _of(draft, FindingCode.UNREAD) for span in finding.spans]

    return words


def _of(draft: Draft, code: FindingCode) -> list[Finding]:
    return [finding for finding in draft.findings if finding.code is code]


def _printed(value: Any) -> Any:
    """What a record says: without empty fields, and without what grammars read from its words."""
    if isinstance(value, list):
        return [_printed(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _printed(item) for key, item in value.items() if key not in COMPUTED}
    return {key: item for key, item in kept.items() if item not in (None, [], {}) and key[-5:] != "_norm"}


@pytest.fixture
def sound() -> Sound:
    """Extract a page of `pages`; every value is shown by its words."""

    def extracted(name: str) -> Extraction:
        extraction = extract(PAGES / name)
        shown = {EvidenceStatus.VERIFIED, EvidenceStatus.QUOTED}
        doubtful = {place: one.rule for place, one in extraction.evidence.items() if one.status not in shown}
        assert doubtful == {}
        return extraction

    return extracted


@pytest.fixture
def whole(sound: Sound) -> Whole:
    """All that a page of `pages` says, and why values are missing, as its `.json` has it."""

    def said(name: str) -> Any:
        extraction = sound(name)
        record = _printed(extraction.record.model_dump(mode="json", exclude_defaults=True))
        return {"record": record, "missing": {place: str(why) for place, why in extraction.missing.items()}}

    return said


@pytest.fixture
def expected() -> Expected:
    """What a page of `pages` says, written down by hand."""
    return lambda name: json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
