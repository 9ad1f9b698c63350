"""A title and an abstract whose sections have labels of their own: `TITLE:`, `ABSTRACT.METHODS:`."""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.page import Page
from extractor.layout.publication_page import put_registrations, put_title
from extractor.layout.sniffing import Layout, Sniff, weigh
from extractor.records.draft import Draft
from extractor.records.source import PageKind
from extractor.structure.lines import Line, block
from extractor.structure.slices import Slice

NAME = "structured-abstract"
_TITLE = re.compile(r"TITLE:")
_PART = re.compile(r"ABSTRACT\.(?P<name>[A-Z][A-Z /&,()-]{2,60}):")
_SHARED = re.compile(r"ABSTRACT\.[A-Z][A-Z /&,()-]{2,60}:\s*\S|\S\s+ABSTRACT\.[A-Z]")
_REGISTRATION = re.compile(r"TRIALS? REGISTRATION|TRIALS? REGISTRY|.*\bREGISTRATION(?: NUMBER)?")
_FEW = 2


def sniff(page: Page) -> Sniff:
    """`TITLE:` on the first line, `ABSTRACT.` before the label of each section."""
    texts = [line.content.text for line in page.printed]
    parts = sum(_PART.fullmatch(text) is not None for text in texts)
    return weigh(
        [
            (bool(texts) and _TITLE.fullmatch(texts[0]) is not None, 0.4, "TITLE: on the first line"),
            (parts > 0, 0.2, f"{parts} labelled sections"),
            (parts >= _FEW, 0.4, "several of them"),
        ]
    )


def read(page: Page) -> Draft:
    """Read title and abstract."""
    builder = DraftBuilder(NAME, PageKind.PUBLICATION_PAGE)
    starts = [line for line in page.printed if line.content.match(_PART)]
    first = starts[0].number if starts else len(page.lines)
    own = (
        bool(page.printed)
        and bool(page.printed[0].content.match(_TITLE))
        and put_title(
            builder, block(tuple(line for line in page.lines[:first] if not line.content.match(_TITLE)))
        )
    )
    abstract = block(page.lines[first:])
    builder.say("/publication/abstract", abstract)
    put_registrations(builder, _registrations(page, starts), abstract, own=own)
    return builder.draft()


def _registrations(page: Page, starts: list[Line]) -> list[Slice]:
    """What stands in sections that register the trial."""
    found = []
    ends = [line.number for line in starts[1:]] + [len(page.lines)]
    for line, end in zip(starts, ends, strict=True):
        match = line.content.match(_PART)
        words = block(page.lines[line.number + 1 : end])
        if match and words and _REGISTRATION.fullmatch(match.group("name")):
            found.append(words)
    return found


def _disorder(page: Page) -> str:
    """Whether some labels have their words right below them and others do not."""
    labels = [line.number for line in page.printed if line.content.match(_PART)]
    apart = {number + 1 >= len(page.lines) or page.lines[number + 1].blank for number in labels}
    if any(line.content.search(_SHARED) for line in page.printed):
        return "labels share their line"
    return "some of its labels stand apart from their words" if len(apart) > 1 else ""


LAYOUT = Layout(NAME, sniff, read, _disorder)
