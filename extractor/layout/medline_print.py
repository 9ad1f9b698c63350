"""A publication in the print form of Medline: citation, title, authors, abstract, numbers in paragraphs."""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import unread
from extractor.layout.page import Page
from extractor.layout.publication_page import put_doi, put_pmid, put_registrations, put_title
from extractor.layout.sniffing import Layout, Sniff, weigh
from extractor.normalise.abstract_parts import part_of
from extractor.normalise.dates import partial_date
from extractor.records.draft import Draft
from extractor.records.source import PageKind
from extractor.structure.lines import paragraphs
from extractor.structure.slices import Slice

NAME = "medline-print"
_HEAD = re.compile(
    r"(?:\d{1,4}\.\s+)?(?P<journal>[A-Z][^;:]{1,120}?)\.\s+(?P<date>\d{4}(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?)"
    r"(?P<more>[^;.:]{0,20});\s?(?P<volume>[\w-]{1,12}(?:\sSuppl(?:\s\d+)?)?)(?:\((?P<issue>[^)]{1,24})\))?"
    r"(?::(?P<pages>[\w.-]{1,24}?))?\.(?P<rest>\s.*)?",
    re.DOTALL,
)
_DOI = re.compile(r"\bdoi:\s*(?P<value>10\.\d{4,9}/\S+?)\.?(?=\s|$)", re.IGNORECASE)
_NUMBERS = re.compile(
    r"(?:^|\n)(?:PMID:\s*(?P<pmid>\d{1,8})(?!\w)|DOI:\s*(?P<doi>10\.\d{4,9}/\S+))", re.IGNORECASE
)
_PMID = re.compile(r"PMID:\s*\d{1,8}\b.*")
_INFORMATION = re.compile(r"Author information:.*", re.DOTALL | re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:©|\(c\)|Copyright\b|DOI:|PMID:|PMCID:|Conflict of interest|Comment (?:in|on)|Erratum in|Update in)",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:[^\W\d_][\w'’-]*(?:\s[\w'’-]+){0,3}\s[A-Z]{1,4}(?:\s(?:Jr|Sr))?(?:\(\d{1,3}\))*(?:,\s+|;\s+|\.$))+"
)
_BETWEEN_NAMES = re.compile(r"(?:\(\d{1,3}\))*(?:[,;]\s+|\.$)")
_SHORTEST_ABSTRACT = 200


def sniff(page: Page) -> Sniff:
    """The citation on top, `Author information`, the number at the end."""
    pieces = paragraphs(page.lines)
    lines = [line.content for line in page.printed]
    return weigh(
        [
            (bool(pieces) and pieces[0].match(_HEAD) is not None, 0.4, "a citation stands on top"),
            (any(words.match(_INFORMATION) for words in pieces[:6]), 0.2, "Author information"),
            (any(words.match(_PMID) for words in lines[-4:]), 0.3, "the PMID stands at the end"),
            (any(words.text.endswith("[Indexed for MEDLINE]") for words in lines[-4:]), 0.1, "for Medline"),
        ]
    )


def read(page: Page) -> Draft:
    """Read a printed record."""
    builder = DraftBuilder(NAME, PageKind.PUBLICATION_PAGE)
    pieces = list(paragraphs(page.lines))
    own = True
    if pieces and (match := pieces[0].match(_HEAD)):
        _put_head(builder, pieces.pop(0), match)
    named = len(pieces) > 1 and pieces[1].match(_NAMES) is not None
    if named:
        own = put_title(builder, pieces.pop(0))
        _put_authors(builder, pieces.pop(0))
    abstract = _put_rest(builder, pieces, named=named)
    put_registrations(builder, [], abstract, own=own)
    return builder.draft()


def _put_head(builder: DraftBuilder, words: Slice, match: re.Match[str]) -> None:
    """The line on top: `J Tea. 2012 Sep;4(3):227-37. doi: 10.9999/tea`."""
    for name in ("journal", "volume", "issue", "pages"):
        builder.say(f"/publication/{name}", words.group(match, name))
    date = partial_date(match.group("date"))
    if date and not match.group("more").strip():
        builder.put("/publication/date", {"date": date}, words.group(match, "date"))
    else:
        unread(builder, "/publication/date", "The date", words.group(match, "date"))
    if doi := words.search(_DOI):
        put_doi(builder, words.group(doi, "value"))


def _put_authors(builder: DraftBuilder, words: Slice) -> None:
    """Names, without the numbers of their institutions."""
    builder.say_each("/publication/authors", *words.split(_BETWEEN_NAMES))


def _put_rest(builder: DraftBuilder, pieces: list[Slice], *, named: bool) -> Slice | None:
    """The abstract, and below it the numbers; institutions stand between authors and abstract.

    Where authors were not read, the abstract is known by the label it begins with, or not at all.
    """
    inside: list[Slice] = []
    behind = False
    for words in pieces:
        behind = behind or _BEHIND.match(words.page, words.start, words.end) is not None
        if behind:
            _put_numbers(builder, words)
        elif not words.match(_INFORMATION):
            inside.append(words)
    abstract = inside[0].to(inside[-1]) if inside else None
    begins = named or (inside and part_of(inside[0].text)[0] is not None)
    if abstract and begins and len(abstract) >= _SHORTEST_ABSTRACT:
        builder.say("/publication/abstract", abstract)
        return abstract
    for words in inside:
        unread(builder, "/publication/abstract", "A paragraph", words)
    return None


def _put_numbers(builder: DraftBuilder, words: Slice) -> None:
    for match in _NUMBERS.finditer(words.page, words.start, words.end):
        if match.group("pmid"):
            put_pmid(builder, words.group(match, "pmid"))
        else:
            put_doi(builder, words.group(match, "doi"))


LAYOUT = Layout(NAME, sniff, read)
