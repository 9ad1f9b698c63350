"""Invented pages, one for each layout, and a reading that is checked for what must hold on any page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.documents import Document
from extractor.layout.reader import LayoutReader
from extractor.records.draft import Draft
from extractor.records.finding import Finding, FindingCode

PAGES = Path(__file__).parent / "pages"

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]
Unread = Callable[[Draft], list[str]]


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
