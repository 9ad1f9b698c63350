"""A page of no known layout, or of no trial: only identifiers are read, by the patterns of their schemes."""

from collections.abc import Iterable

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.page import Page
from extractor.layout.sniffing import Layout
from extractor.layout.trial_identifiers import identifiers_in, put_identifier
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.identifiers import IdRole
from extractor.records.source import PageKind
from extractor.structure.slices import Slice

NAME = "unknown"


def read(page: Page, layouts: Iterable[Layout] = ()) -> Draft:
    """Identifiers and a finding that nothing else was read; it names the layout the page looks most like.

    A page that prints one registry identifier is taken to be about it; of several, none is called primary.
    """
    found = [(layout.name, layout.sniff(page)) for layout in layouts]
    name, sniff = max(found, key=lambda one: one[1].score, default=("", None))
    nearest = f" Nearest is {name}: {', '.join(sniff.reasons)}." if sniff and sniff.reasons else ""
    message = f"The page has no layout this reader knows: only identifiers were read.{nearest}"
    return refuse(page, NAME, FindingCode.UNKNOWN_LAYOUT, f"{message} Try a model (--reader model)", own=True)


def refuse(page: Page, layout: str, code: FindingCode, message: str, *, own: bool = False) -> Draft:
    """A draft of nothing but identifiers and one finding.

    With `own` the only identifier of a page is that of its trial; else all are cited.
    """
    builder = DraftBuilder(layout, PageKind.OTHER)
    found = identifiers_in(Slice(page.text, 0, len(page.text)))
    role = IdRole.PRIMARY if own and len(found) == 1 else IdRole.CITED
    for scheme, words in found:
        put_identifier(builder, words, scheme, role)
    builder.find(code, "", message)
    return builder.draft()
