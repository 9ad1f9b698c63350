"""Parts of a printed citation, in the forms of PubMed, Vancouver, APA and of imprints with the year in front.

`Names. Title. Journal. Date;volume(issue):pages.` is the form of PubMed; the others put the date elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extractor.normalise.printed_dates import printed_dates

_MONTHS: Final = (
    r"(?:[\s,/-]*(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:[\s-]\d{1,2})?){0,2}"
)
_TWO_MONTHS: Final = re.compile(r"[A-Z][a-z]{2,8}\.?\s?[-/]\s?[A-Z][a-z]{2}")
_YEAR: Final = r"(?:19|20)\d{2}"
_VOLUME: Final = r"(?P<volume>[\w-]{1,12}(?:\s?Suppl\s?\d+)?)"
_ISSUE: Final = r"(?:\s?\((?P<issue>[^()]{1,24})\))?"
_PAGES: Final = r"(?:p+\.\s?)?(?P<pages>[A-Za-z]?\d[\w.]{0,10}?(?:\s?[-–]\s?[A-Za-z]?\d\w{0,10})?)"
_END: Final = r"(?=\.?(?:\s|$)|[.,;])"
# A journal begins behind a stop: without that, every letter of a long citation would be tried as its start.
_PUBMED: Final = re.compile(
    r"(?<![^.?!;])(?P<journal>[^.?!;]{2,120})\.\s+(?P<date>\d{4}[^;.:]{0,20});\s?" + _VOLUME +
    r"(?:\((?P<issue>[^)]{1,24})\))?(?::\s?(?P<pages>[\w.-]{1,24}?))?\.(?=\s|$)"
)  # fmt: skip
_JOURNAL: Final = r"(?<=[.?!]\s)(?P<journal>[A-Z][^.?!;:\d]{2,80}?)"
_IMPRINTS: Final = (
    _PUBMED,
    re.compile(
        rf"{_JOURNAL}[.,]?\s+\(?(?P<date>{_YEAR}{_MONTHS})\)?\s?[;,]\s?{_VOLUME}{_ISSUE}\s?[:,]\s?{_PAGES}{_END}"
    ),
    re.compile(rf"{_JOURNAL},\s+(?P<date>{_YEAR})\.\s+{_VOLUME}{_ISSUE}\s?:\s?{_PAGES}{_END}"),
    re.compile(rf"{_JOURNAL}[.,]?\s+{_VOLUME}{_ISSUE}\s?:\s?{_PAGES},?\s+\(?(?P<date>{_YEAR})\)?{_END}"),
    re.compile(
        r"(?<=[.,?!]\s)(?P<journal>[A-Z][A-Za-z .&]{1,60}?)\s(?P<volume>\d{1,4})\s"
        rf"\((?P<date>{_YEAR})\)\s{_PAGES}{_END}"
    ),
)
_APA: Final = re.compile(
    rf"\((?P<date>{_YEAR}(?:,\s[A-Z][a-z]+(?:\s\d{{1,2}})?)?)\)\.\s+(?P<title>[^.?!]{{4,400}}[.?!])\s+"
    rf"(?P<journal>[A-Z][^.,;\d]{{2,100}}),\s+(?P<volume>\d{{1,5}}){_ISSUE}(?:,\s+{_PAGES})?\."
)
_ONE_NAME: Final = r"[^\W\d_][\w'’-]*(?:\s[\w'’-]+){0,3}\s[A-Z]{1,4}(?:\s(?:Jr|Sr|\d[a-z]{2}))?"
_NAME: Final = re.compile(_ONE_NAME)
_NAMES: Final = re.compile(rf"{_ONE_NAME}(?:,\s{_ONE_NAME})*(?:,?\set\sal)?\.\s+")
_APA_NAME: Final = re.compile(r"[^\W\d_][\w'’ -]{1,40},\s(?:[A-Z]\.[\s-]?){1,4}")
_APA_NAMES: Final = re.compile(
    rf"{_APA_NAME.pattern}(?:,?\s?(?:&\s|and\s)?{_APA_NAME.pattern})*(?:,?\set\sal\.)?\s?"
)
_EPUB: Final = re.compile(r"Epub\s+(?P<epub_date>\d{4}[^.;]{0,20})")
_DOI: Final = re.compile(
    r"(?:doi(?:\.org/|:\s?|\s)|dx\.doi\.org/)(?P<doi>10\.\d{4,9}/[^\s,;]+?)[.,;]?(?=\s|$)", re.IGNORECASE
)
_PMID: Final = re.compile(r"PMID:?\s?(?P<pmid>\d{5,9})(?!\w)")
_LONGEST: Final = 3000
"""A longer text is no citation."""


def _imprint(citation: str) -> re.Match[str] | None:
    """The first form whose imprint is printed; none where a second one follows: those are two citations."""
    for form in (_APA, *_IMPRINTS):
        if match := form.search(citation):
            return match if form is _PUBMED or not form.search(citation, match.end()) else None
    return None


def _matches(citation: str) -> Iterator[re.Match[str]]:
    if len(citation) > _LONGEST:
        return
    if imprint := _imprint(citation):
        yield imprint
    yield from filter(None, (form.search(citation) for form in (_EPUB, _DOI)))


@lru_cache(maxsize=512)
def citation_parts(citation: str) -> dict[str, str]:
    """Journal, date, volume, issue, pages, doi and epub_date, as far as shown; dates in ISO form."""
    parts: dict[str, str] = {}
    for match in _matches(citation):
        parts |= {name: text.strip() for name, text in match.groupdict().items() if text and name != "title"}
    for name in ("date", "epub_date"):
        if name in parts:
            dates = printed_dates(parts[name])
            # Two months are no date of one month.
            day = dates[0].date if dates else ""
            parts[name] = day[:4] if _TWO_MONTHS.search(parts[name]) else day
    return parts


def citation_pmid(citation: str) -> tuple[int, int] | None:
    """Where a citation prints its PubMed identifier; None where it prints none, or several."""
    found = {match.group("pmid"): match.span("pmid") for match in _PMID.finditer(citation[:_LONGEST])}
    return found.popitem()[1] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class CitationHead:
    """Authors and title of a citation, each as `(start, end)` offsets into it."""

    authors: tuple[tuple[int, int], ...]
    title: tuple[int, int]


@lru_cache(maxsize=512)
def citation_head(citation: str) -> CitationHead | None:
    """Who wrote what, where the citation begins with names of a known form; None for any other form.

    Names are surname and initials, `Heat AB` or, with the year behind them, `Heat, A. B.`; a list with
    another name in it is not read.
    """
    imprint = _imprint(citation) if len(citation) <= _LONGEST else None
    if imprint is None:
        return None
    if imprint.re is _APA:
        return _apa_head(citation, imprint)
    names = _NAMES.match(citation)
    if not names or names.end() >= imprint.start("journal"):
        return None
    title = citation[names.end() : imprint.start("journal")].rstrip()
    if not title:
        return None
    end = names.end() + len(title.removesuffix("."))
    authors = tuple(match.span() for match in _NAME.finditer(citation, 0, names.end()))
    return CitationHead(authors, (names.end(), end))


def _apa_head(citation: str, imprint: re.Match[str]) -> CitationHead | None:
    names = _APA_NAMES.fullmatch(citation, 0, imprint.start())
    if names is None:
        return None
    start, end = imprint.span("title")
    authors = tuple(
        (match.start(), match.end() - (len(match.group()) - len(match.group().rstrip(" -"))))
        for match in _APA_NAME.finditer(citation, 0, names.end())
    )
    return CitationHead(authors, (start, end - citation[start:end].endswith(".")))
