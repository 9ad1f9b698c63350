"""Whether a page whose layout is known is whole: read as it stands, or broken on its way to us.

Broken pages hold values in places that are not theirs. Signs of that are fields that hold no value of their
kind, headings that share a line with other words, columns side by side, two pages in one, paragraphs without
a blank line between them. One sign may be an odd page; what is counted here no whole page shows.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from extractor._data import table
from extractor.layout.disorder import disorder_of
from extractor.layout.field_kinds import SECOND_LINE
from extractor.layout.foreign import foreign_values
from extractor.layout.headings import cut, heading_name
from extractor.layout.line_ends import line_ends
from extractor.layout.misprints import misprints
from extractor.layout.page import Page
from extractor.layout.repeated import repeated
from extractor.layout.sniffing import THRESHOLD, Layout, sniffed
from extractor.layout.trial_identifiers import own_numbers
from extractor.normalise.terms import lookup
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.structure.sections import Section

_TYPED = re.compile(
    r"/status/(?:overall_status|\w+_date)|/eligibility/(?:sex|healthy_volunteers|m\w+_age)|"
    r"/design/(?:study_type|phases|allocation|intervention_model|primary_purpose|masking|enrollment/count)"
)
"""Fields whose value is of a kind that is known by its form."""
_ONCE = frozenset(
    {"acronym", "brief_summary", "lead_sponsor", "official_title", "registration_number", "sex"}
)
"""Sections that a page has once."""
_CODED = re.compile(r"[A-Z]\.\d")
_TITLE = re.compile(r"(?:(?:[A-Z][a-z]+|and|of|for|/|&)\s?){2,5}")
"""A heading that no table knows."""
_COLUMNS = re.compile(r"\S {3,}\S")
_TOPS = {
    "pubmed-record": "PMID:",
    "medline-print": "PMID:",
    "structured-abstract": "TITLE:",
    "pure-portal": "Research output:",
}
"""How a line begins that a page of a publication has once."""
_LONGEST = 140
_MAY_BE_EMPTY = frozenset({"design", "eligibility", "interventions", "location_list", "results"})
"""Headings that group others, and lists that some trials lack."""
_FEW_TYPED, _FEW_GLUED, _FEW_TWICE, _FEW_EMPTY = 2, 3, 3, 3
_FEW_LINES, _MANY_LINES = 5, 12
_SHARE = 0.25
_NAMED = 3
_SHORT = 40
_CRITERIA = frozenset({"inclusion", "exclusion"})
_MOST_WORDS = 9
_PARAGRAPHED = frozenset({"medpath", "ctgov-snapshot", "pure-portal", "pubmed-record", "medline-print"})
"""Layouts in which blank lines part what belongs together."""
_ONE_PAGE = frozenset({"medpath", "ctgov-snapshot", "ctgov-archive"})
"""Layouts that print a heading once; a download of the EU register may hold several countries' versions."""


def faults(
    page: Page, layout: Layout, draft: Draft, layouts: Iterable[Layout], *, doubted: bool = False
) -> tuple[str, ...]:
    """Why a page that was read as one of a layout is broken; nothing for a whole page.

    Of a page that is doubted for something else, one heading that shares its line is enough.
    """
    if page.fields:
        return ()  # the fields of a record cannot run into each other
    return (
        *_of_values(page, layout, draft, doubted=doubted),
        *_of_lines(page, layout),
        *_of_two_pages(page, layout, layouts),
        *misprints(page),
        *line_ends(page, layout.name),
    )


def _of_values(page: Page, layout: Layout, draft: Draft, *, doubted: bool) -> Iterator[str]:
    """Fields that hold what is none of theirs."""
    typed, glued = _mistyped(draft), _glued(page) if layout.name in _ONE_PAGE else 0
    if (
        (doubted and typed + glued)
        or typed >= _FEW_TYPED
        or glued >= _FEW_GLUED
        or (typed and glued >= _FEW_TYPED)
    ):
        yield f"{typed} fields hold no value of their kind, {glued} headings share their line"
    if foreign := list(foreign_values(draft.record)):
        yield f"{' and '.join(foreign[:_NAMED])} holds words of other fields"


def _of_lines(page: Page, layout: Layout) -> Iterator[str]:
    """Lines that do not stand as they were printed."""
    sections = cut(page.lines) if layout.name in _ONE_PAGE else ()
    if (empty := _empty(sections)) >= _FEW_EMPTY:
        yield f"{empty} headings have nothing below them"
    if any(map(_runs_on, _lone_list(sections))):
        yield "its list of criteria runs on into another one"
    texts = [line.content.text for line in page.printed]
    if disorder := disorder_of(texts, abstract=layout.name in _TOPS) or layout.disorder(page):
        yield disorder
    wide = sum(_COLUMNS.search(line.content.text) is not None for line in page.printed)
    if wide >= _FEW_LINES and wide >= _SHARE * len(page.printed):
        yield "its lines stand in columns"
    blank = len(page.lines) - len(page.printed)
    if layout.name in _PARAGRAPHED and not blank and len(page.printed) >= _MANY_LINES:
        yield "it has no blank line"


def _of_two_pages(page: Page, layout: Layout, layouts: Iterable[Layout]) -> Iterator[str]:
    """What a page has once, and where another one follows it twice."""
    top = _TOPS.get(layout.name)
    tops = sum(line.content.text.startswith(top) for line in page.printed) if top else 0
    if tops > 1:
        yield f"{top!r} stands on it {tops} times"
    if layout.name in _ONE_PAGE and (again := _twice(page) or own_numbers(page)):
        yield f"it has {' and '.join(again)}, and so stands for two"
    if twice := repeated(page, layout.name):
        yield twice
    if others := [one.name for one in layouts if one is not layout and sniffed(one, page).score >= THRESHOLD]:
        yield f"it is a page of {' and '.join(others)} too"


def _mistyped(draft: Draft) -> int:
    """How many fields hold something that is no value of their kind."""
    return len(
        {
            finding.pointer
            for finding in draft.findings
            if finding.code is FindingCode.UNREAD
            and _TYPED.fullmatch(finding.pointer)
            and not finding.message.startswith(SECOND_LINE)
        }
    )


@cache
def _headings() -> tuple[frozenset[str], frozenset[str]]:
    """The headings of several words as they are printed, and the words that begin or end one."""
    names: dict[str, list[str]] = table("headings")
    printed = frozenset(words for synonyms in names.values() for words in synonyms if " " in words)
    return printed, frozenset(edge for words in printed for edge in (words.split()[0], words.split()[-1]))


def _glued(page: Page) -> int:
    """How many headings share their line with words that are none of theirs."""
    texts = (line.content.text for line in page.printed if len(line.content) <= _LONGEST)
    return sum(_holds_heading(text) for text in texts)


def _holds_heading(text: str) -> bool:
    """Whether a line begins or ends with a heading of several words, and holds more."""
    printed, edges = _headings()
    words = text.split()
    first, last = words[0] in edges, words[-1] in edges
    if not (first or last) or text[-1] in ".:;" or _CODED.match(text):
        return False
    sizes = range(2, min(len(words), _MOST_WORDS))
    tails = last and any(" ".join(words[-size:]) in printed for size in sizes)
    heads = first and any(" ".join(words[:size]) in printed and words[size][0] not in "(:" for size in sizes)
    return (tails or heads) and lookup("headings", text) is None and not _TITLE.fullmatch(text)


def _empty(sections: tuple[Section, ...]) -> int:
    """How many headings that are none of groups have nothing below them."""
    return sum(section.block is None and section.name not in _MAY_BE_EMPTY for section in sections[1:])


def _lone_list(sections: tuple[Section, ...]) -> list[Section]:
    """The list of criteria of a page that has only one of the two."""
    lists = [section for section in sections if section.name in _CRITERIA]
    return lists if len(lists) == 1 else []


def _runs_on(section: Section) -> bool:
    """Whether a list counts from 1 again, or a line stands in it like the heading of another one."""
    marked = [line for line in section.printed if line.marker]
    if not marked:
        return False
    left = min(line.indent for line in marked)
    numbers = [line.marker.strip("().") for line in marked if line.indent == left]
    if "1" in numbers[1:]:
        return True
    inside = (line for line in section.printed if marked[0].number < line.number < marked[-1].number)
    return any(
        not line.marker
        and line.indent <= left
        and len(line.content) <= _SHORT
        and line.content.text[-1].isalnum()
        for line in inside
    )


def _twice(page: Page) -> list[str]:
    """What a page has once and this one has twice, where it is enough to be another page."""
    names = Counter(name for line in page.printed if (name := heading_name(line)) in _ONCE)
    twice = sorted(f"{name.replace('_', ' ')} twice" for name, count in names.items() if name and count > 1)
    return twice if len(twice) >= min(_FEW_TWICE, len(names)) > 0 else []
