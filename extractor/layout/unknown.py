"""A page of no known layout: only identifiers are read, by the patterns of their schemes."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.page import Page
from extractor.layout.trial_identifiers import identifiers_in, put_identifier
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.identifiers import IdRole
from extractor.records.source import PageKind
from extractor.structure.slices import Slice

NAME = "unknown"


def read(page: Page) -> Draft:
    """Identifiers and a finding that nothing else was read.

    A page that prints one registry identifier is taken to be about it; of several, none is called primary.
    """
    builder = DraftBuilder(NAME, PageKind.OTHER)
    whole = Slice(page.text, 0, len(page.text))
    found = identifiers_in(whole)
    role = IdRole.PRIMARY if len(found) == 1 else IdRole.CITED
    for scheme, words in found:
        put_identifier(builder, words, scheme, role)
    builder.find(
        FindingCode.UNKNOWN_LAYOUT,
        "",
        "The page has no layout this reader knows: only identifiers were read. Try a model (--reader model)",
    )
    return builder.draft()
