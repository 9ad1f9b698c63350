"""The layout reader: no model, no network, no key. It reads what a page's own form states."""

from extractor.documents import Document
from extractor.layout import (
    cris,
    ctgov_archive,
    ctgov_record,
    ctgov_snapshot,
    euctr,
    medline_print,
    medpath,
    pubmed_record,
    pure_portal,
    structured_abstract,
    unknown,
)
from extractor.layout.finishing import finish
from extractor.layout.lookalikes import LOOKALIKES
from extractor.layout.overrun import leave_out_overrun
from extractor.layout.page import Page
from extractor.layout.sniffing import Layout, Sniff, best
from extractor.layout.soundness import faults
from extractor.records.draft import Draft
from extractor.records.finding import Finding, FindingCode, Span
from extractor.structure.slices import Slice

LAYOUTS: tuple[Layout, ...] = (
    medpath.LAYOUT,
    ctgov_snapshot.LAYOUT,
    ctgov_archive.LAYOUT,
    euctr.LAYOUT,
    cris.LAYOUT,
    pure_portal.LAYOUT,
    ctgov_record.API,
    ctgov_record.XML,
    pubmed_record.LAYOUT,
    structured_abstract.LAYOUT,
    medline_print.LAYOUT,
)


class LayoutReader:
    """Sniffs a page's layout and reads it.

    On a page of no known layout, on one that is broken and on one that looks more like no trial's page, it
    abstains but for identifiers.
    """

    def read(self, document: Document, /) -> Draft:
        """Read one page. Never raises for what a page says."""
        page = Page(document.text, document.fields)
        layout = best((*LAYOUTS, *LOOKALIKES), page)
        if layout is None:
            return unknown.read(page, LAYOUTS)
        draft = layout.read(page)
        if layout not in LAYOUTS:
            return draft
        why = faults(page, layout, draft, LAYOUTS)
        if why and leave_out_overrun(draft):
            why = faults(page, layout, draft, LAYOUTS, doubted=True)
        if why:
            return unknown.read_broken(page, layout.name, why)
        if page.comments:
            draft.findings.append(_comments(page.comments))
        return finish(draft)


def _comments(words: Slice) -> Finding:
    span = Span(quote=words.text, start=words.start, end=words.end)
    message = "Readers' comments stand below the page: they were not read"
    return Finding(code=FindingCode.UNREAD, pointer="", message=message, spans=[span])


def sniff(document: Document) -> list[tuple[str, Sniff]]:
    """How much a page looks like each known layout and each look-alike, and why."""
    page = Page(document.text, document.fields)
    return [(layout.name, layout.sniff(page)) for layout in (*LAYOUTS, *LOOKALIKES)]
