"""Parts of a citation of the form `Names. Title. Journal. Date;volume(issue):pages.`."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.normalise.printed_dates import printed_dates

# A journal begins behind a stop: without that, every letter of a long citation would be tried as its start.
_IMPRINT = re.compile(
    r"(?<![^.?!;])(?P<journal>[^.?!;]{2,120})\.\s+(?P<date>\d{4}[^;.:]{0,20});\s?(?P<volume>[\w-]{1,12}(?:\s?Suppl\s?\d+)?)"
    r"(?:\((?P<issue>[^)]{1,24})\))?(?::\s?(?P<pages>[\w.-]{1,24}?))?\.(?=\s|$)"
)
_ONE_NAME = r"[^\W\d_][\w'’-]*(?:\s[\w'’-]+){0,3}\s[A-Z]{1,4}(?:\s(?:Jr|Sr|\d[a-z]{2}))?"
_NAME = re.compile(_ONE_NAME)
_NAMES = re.compile(rf"{_ONE_NAME}(?:,\s{_ONE_NAME})*(?:,\set\sal)?\.\s+")
_EPUB = re.compile(r"Epub\s+(?P<epub_date>\d{4}[^.;]{0,20})")
_DOI = re.compile(r"doi:\s?(?P<doi>10\.\d{4,9}/\S+?)\.?(?=\s|$)", re.IGNORECASE)


@lru_cache(maxsize=512)
def citation_parts(citation: str) -> dict[str, str]:
    """Journal, date, volume, issue, pages, doi and epub_date, as far as shown; dates in ISO form."""
    parts: dict[str, str] = {}
    for pattern in (_IMPRINT, _EPUB, _DOI):
        if match := pattern.search(citation):
            parts |= {name: text.strip() for name, text in match.groupdict().items() if text}
    for name in ("date", "epub_date"):
        if name in parts:
            dates = printed_dates(parts[name])
            parts[name] = dates[0].date if dates else ""
    return parts


@dataclass(frozen=True, slots=True)
class CitationHead:
    """Authors and title of a citation, each as `(start, end)` offsets into it."""

    authors: tuple[tuple[int, int], ...]
    title: tuple[int, int]


@lru_cache(maxsize=512)
def citation_head(citation: str) -> CitationHead | None:
    """Who wrote what, where the citation begins `Names. Title. Journal. Date;…`; None for any other form.

    Names have the form of PubMed citations, surname and initials; a list with another name in it is not read.
    """
    imprint = _IMPRINT.search(citation)
    names = _NAMES.match(citation)
    if not imprint or not names or names.end() >= imprint.start("journal"):
        return None
    title = citation[names.end() : imprint.start("journal")].rstrip()
    if not title:
        return None
    end = names.end() + len(title.removesuffix("."))
    authors = tuple(match.span() for match in _NAME.finditer(citation, 0, names.end()))
    return CitationHead(authors, (names.end(), end))
