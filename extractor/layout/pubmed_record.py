"""Records of PubMed as pages of sections: title, authors, journal, number, abstract, registrations."""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import unread
from extractor.layout.page import Page
from extractor.layout.publication_page import put_pmid, put_registrations, put_title
from extractor.layout.sniffing import Layout, Sniff, weigh
from extractor.records.draft import Draft
from extractor.records.source import PageKind
from extractor.structure.lines import Line, block, paragraphs
from extractor.structure.slices import Slice

NAME = "pubmed-record"
_PMID = re.compile(r"PMID:\s*(?P<value>\d{1,8})")
_ABSTRACT = re.compile(r"Abstract")
_REGISTRATION = re.compile(r"Registrations?:\s*(?P<value>\S.*)")
_SHARED = re.compile(r"Abstract\s+[A-Z].{40,}|.{3,}\s(?:Abstract|PMID:\s*\d{1,8})|PMID:\s*\d{1,8}\s+\S.*")
_COMMA = re.compile(r",\s*")
_TOP = 3
"""Title, authors and journal stand above the number, a paragraph each."""
_NAME = re.compile(r"(?=[^\d:]+$)\S+(?:\s\S+){0,7}(?<![.?!])")
_NAMES = re.compile(r"(?:[A-Z]\S*(?:\s[A-Z]\S*){1,3}(?:,\s+|$)){2,}")
_MOST_WORDS = 20
_FIRST_LINES = 12


def sniff(page: Page) -> Sniff:
    """A line of its own for the number, below three paragraphs; `Abstract`; registrations."""
    texts = [line.content.text for line in page.printed]
    at = next((at for at, text in enumerate(texts[:_FIRST_LINES]) if _PMID.fullmatch(text)), None)
    below = texts[at + 1 : at + 2] if at is not None else []
    return weigh(
        [
            (at == _TOP, 0.4, "PMID below title, authors and journal"),
            (at is not None and below == ["Abstract"], 0.3, "Abstract below the PMID"),
            (any(_REGISTRATION.fullmatch(text) for text in texts[-3:]), 0.2, "its registrations at the end"),
        ]
    )


def read(page: Page) -> Draft:
    """Read a record."""
    builder = DraftBuilder(NAME, PageKind.PUBLICATION_PAGE)
    lines = page.lines
    numbers = [line.number for line in lines if line.content.match(_PMID)]
    at = numbers[0] if numbers else len(lines)
    own = _put_top(builder, paragraphs(lines[:at]))
    registrations: list[Slice] = []
    body: list[Line] = []
    for line in lines[at:]:
        if match := line.content.match(_REGISTRATION):
            registrations.append(line.content.group(match, "value"))
        elif (match := line.content.match(_PMID)) and line.number == at:
            put_pmid(builder, line.content.group(match, "value"))
        elif not line.content.match(_ABSTRACT):
            body.append(line)
    abstract = block(tuple(body))
    builder.say("/publication/abstract", abstract)
    put_registrations(builder, registrations, abstract, own=own)
    return builder.draft()


def _put_top(builder: DraftBuilder, pieces: tuple[Slice, ...]) -> bool:
    """Title, authors and journal; whether the title is that of a trial's publication."""
    if len(pieces) != _TOP:
        for words in pieces:
            unread(builder, "/publication", "A paragraph above the number", words)
        return True
    own = put_title(builder, pieces[0])
    builder.say_each("/publication/authors", *pieces[1].split(_COMMA))
    builder.say("/publication/journal", pieces[2])
    return own


def _disorder(page: Page) -> str:
    """Whether something else stands where title, authors and journal do, or a registration above them."""
    number = next((line.number for line in page.lines if line.content.match(_PMID)), len(page.lines))
    pieces = paragraphs(page.lines[:number])
    lines = sum(not line.blank for line in page.lines[:number])
    if lines == _TOP and not (len(pieces) == _TOP and _is_top(*pieces)):
        return "the lines above its number are not title, authors and journal"
    if any(line.content.match(_REGISTRATION) for line in page.lines[:number]):
        return "its registration stands above its number"
    if any(line.content.match(_SHARED) for line in page.lines):
        return "a label shares its line"
    return ""


LAYOUT = Layout(NAME, sniff, read, _disorder)


def _is_top(title: Slice, authors: Slice, journal: Slice) -> bool:
    """Whether a title, which is closed, names and a journal, which is not, stand in these places."""
    names = [piece.match(_NAME) is not None for piece in authors.split(_COMMA)]
    called = not journal.match(_NAMES) and len(journal.text.split()) <= _MOST_WORDS
    closed = not title.text[-1].isalnum() and journal.text[-1] not in ".?!:"
    return closed and called and 2 * sum(names) > len(names)
