"""Publication pages of Pure research portals.

Title, authors, a kind line, the abstract, glued facts, two lists.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import unread
from extractor.layout.page import Page
from extractor.layout.publication_page import put_title
from extractor.layout.pure_facts import FACTS, put_fact, put_kind
from extractor.layout.sniffing import Layout, Sniff, weigh
from extractor.records.draft import Draft
from extractor.records.source import PageKind
from extractor.structure.lines import Line, paragraphs
from extractor.structure.slices import Slice

NAME = "pure-portal"
_KIND = re.compile(r"Research output:\s*(?P<kind>.+)")
_CITATIONS = re.compile(
    r"(?P<count>\d[\d,]{0,11})\s+(?:Citations?|Link opens.*)\s*(?:\((?P<source>[^)]+)\))?.*"
)
_AREAS = "ASJC Scopus subject areas"
_KEYWORDS = frozenset({"Keywords", "Keyword"})
_FURNITURE = re.compile(
    r"Dive into the research topics of .*|Cite this|Fingerprint|Access to Document|Abstract|"
    r".*unique fingerprint\."
)
_CLOSING = re.compile(r"Dive into the research topics of .*|Cite this|.*unique fingerprint\.")
_MANY_RUNS, _FEW_SIGNS = 3, 2
_HEADS = ("Research output:", *FACTS)
_FACT_BEHIND = re.compile(rf"\s(?:{'|'.join(map(re.escape, FACTS))})\S|\s\d[\d,]*\s+Citations?\b")
_UNKNOWN = "unknown heading"
_COMMA = re.compile(r",\s*")
_SHORTEST_ABSTRACT = 200
_SEVERAL_FACTS = 2


def sniff(page: Page) -> Sniff:
    """Its kind line, its glued facts, its closing lines."""
    texts = [line.content.text for line in page.printed]
    facts = sum(any(text.startswith(label) and text != label for label in FACTS) for text in texts)
    return weigh(
        [
            (any(_KIND.fullmatch(text) for text in texts[:10]), 0.5, "Research output below the authors"),
            (facts >= _SEVERAL_FACTS, 0.3, f"{facts} glued facts"),
            (_AREAS in texts, 0.1, "its subject areas"),
            (any(_FURNITURE.fullmatch(text) for text in texts), 0.1, "its closing lines"),
        ]
    )


def read(page: Page) -> Draft:
    """Read a publication page."""
    return _Pure(page).read()


def _disorder(page: Page) -> str:
    """What of a page does not stand together; one sign alone may be an odd page."""
    lines = page.printed
    facts = [line.content.text.startswith(tuple(FACTS)) for line in lines]
    closing = [line.content.match(_CLOSING) is not None for line in lines]
    kinds = [line.number for line in lines if line.content.match(_KIND)]
    above = paragraphs(page.lines[: kinds[0]]) if kinds else ()
    signs = [
        "its facts stand apart" if _runs(facts) >= _MANY_RUNS else "",
        "its lists stand apart" if _runs([line.marker != "" for line in lines]) >= _MANY_RUNS else "",
        "its closing lines stand above others" if closing != sorted(closing) else "",
        "no title stands above its kind" if kinds and not any(map(_may_be_title, above[:1])) else "",
    ]
    said = [sign for sign in signs if sign]
    if any(_shares_its_line(line.content) for line in lines):
        return "facts share their line"
    return ", ".join(said) if len(said) >= _FEW_SIGNS else ""


def _runs(flags: Sequence[bool]) -> int:
    """How many runs of true flags there are."""
    return sum(one and not before for before, one in pairwise((False, *flags)))


def _shares_its_line(words: Slice) -> bool:
    """Whether a fact or the kind of the publication has another fact behind it."""
    return (
        words.text.startswith(_HEADS) and len(words) < _SHORTEST_ABSTRACT and bool(words.search(_FACT_BEHIND))
    )


def _may_be_title(words: Slice) -> bool:
    text = words.text
    return not (text.startswith(tuple(FACTS)) or words.match(_FURNITURE) or text[0] in "•*-")


LAYOUT = Layout(NAME, sniff, read, _disorder)


class _Pure:
    def __init__(self, page: Page) -> None:
        self.builder = DraftBuilder(NAME, PageKind.PUBLICATION_PAGE)
        self.lines = page.lines

    def read(self) -> Draft:
        kinds = [line.number for line in self.lines if line.content.match(_KIND)]
        at = kinds[0] if kinds else self._first_below_the_authors()
        self._top(paragraphs(self.lines[:at]))
        heading = ""
        for line in self.lines[at:]:
            if not line.blank:
                heading = self._line(line, heading)
        return self.builder.draft()

    def _first_below_the_authors(self) -> int:
        """Where the title and the authors end on a page without a kind line: at the abstract or a fact."""
        below = (
            line.number
            for line in self.lines
            if self._is_long(line.content) or line.content.text.startswith(tuple(FACTS))
        )
        return next(below, len(self.lines))

    def _top(self, pieces: tuple[Slice, ...]) -> None:
        """The title and the authors stand above the kind line."""
        if pieces and not pieces[0].match(_CITATIONS):
            put_title(self.builder, pieces[0])
        if len(pieces) > 1:
            self.builder.say_each("/publication/authors", *pieces[-1].split(_COMMA))
        for words in pieces[1:-1]:
            unread(self.builder, "/brief_title", "A paragraph below the title", words)

    def _line(self, line: Line, heading: str) -> str:
        """Read one line; returns the list heading that now holds."""
        words = line.content
        if line.marker:
            self._item(line.item, heading)
            return heading
        if words.text == _AREAS or words.text in _KEYWORDS:
            return words.text
        if match := words.match(_KIND):
            put_kind(self.builder, words.group(match, "kind"))
        elif match := words.match(_CITATIONS):
            self._citations(words, words.group(match, "count"), words.group(match, "source"))
        elif not words.match(_FURNITURE) and (self._is_long(words) or not put_fact(self.builder, words)):
            self._abstract(words)
            return "" if self._is_long(words) else _UNKNOWN
        return ""

    def _item(self, item: Slice, heading: str) -> None:
        """An item of a list: keywords stand first, their heading may be lost."""
        if heading == _UNKNOWN:
            unread(self.builder, "/keywords", "An item below an unknown heading", item)
        else:
            self.builder.say_each("/publication/subject_areas" if heading == _AREAS else "/keywords", item)

    @staticmethod
    def _is_long(words: Slice) -> bool:
        """Whether a line is as long as abstracts are and facts are not."""
        return len(words) >= _SHORTEST_ABSTRACT

    def _citations(self, words: Slice, count: Slice, source: Slice) -> None:
        self.builder.put("/publication/citation_count", int(count.text.replace(",", "")), words)
        self.builder.say("/publication/citation_source", source)

    def _abstract(self, words: Slice) -> None:
        """The one long paragraph; a second one continues it."""
        if not self._is_long(words):
            unread(self.builder, "/publication", "A line", words)
        elif self.builder.get("/publication/abstract") is None:
            self.builder.say("/publication/abstract", words)
        else:
            unread(self.builder, "/publication/abstract", "A second long paragraph", words)
