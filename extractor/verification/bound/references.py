"""Parts of a reference, read from its printed citation."""

import re
from functools import lru_cache
from typing import Final

from extractor.normalise.citations import citation_head, citation_parts
from extractor.records.references import Reference
from extractor.verification.case import SILENT, Case, Say, no, silent
from extractor.verification.fold import fold

_PARSED: Final = frozenset({"journal", "date", "volume", "issue", "pages", "doi", "epub_date"})

_PIECES: Final = {
    "title": (re.compile(r"(?:^|[.?!:]\s*)$"), re.compile(r"\s*(?:[.?!]|$)")),
    "authors": (re.compile(r"(?:^|[,;&.]\s*|\band\s+)$"), re.compile(r"\s*(?:[,;.&:(]|and\b|et\b|$)")),
}
"""What must stand before and behind a part that is cut out of a citation of any form."""


def says(case: Case, text: str) -> Say:
    """Whether the citation prints this part in this part's place."""
    name, value = case.leaf.name, case.value
    assert isinstance(case.owner, Reference)  # noqa: S101 - the registry asks for no other
    if name in _PIECES:
        return _cut_out(text, name, value)
    if name not in _PARSED:
        return SILENT
    parts = citation_parts(text)
    if name not in parts:
        # A citation of another form: words are looked for, dates cannot be told apart.
        return silent("the citation has another form") if "date" in name else SILENT
    return Say(parts[name] == value, f"{name} of the citation is {parts[name]!r}")


def _cut_out(text: str, name: str, value: str) -> Say:
    """Whether the citation prints an author or a title: by its form, else by what stands beside the words."""
    printed = _printed(text, name)
    if printed is not None:
        return SILENT if fold(value).rstrip(".") in printed else no(f"{name} of the citation: other words")
    return SILENT if _is_piece(text, value, _PIECES[name]) else no(f"the citation prints no such {name}")


@lru_cache(maxsize=512)
def _printed(citation: str, name: str) -> frozenset[str] | None:
    """The title, or the authors, of a citation by its form, folded; None for a citation of another form."""
    head = citation_head(citation)
    if head is None:
        return None
    spans = (head.title,) if name == "title" else head.authors
    return frozenset(fold(citation[start:end]).rstrip(".") for start, end in spans)


def _is_piece(text: str, value: str, edges: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
    """Whether a citation prints a value whole, between the edges of such a part."""
    words, wanted = fold(text), fold(value)
    at = words.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        whole = wanted[-1:] in ".?!" or edges[1].match(words, end)
        if whole and edges[0].search(words[max(0, at - 6) : at] if at else ""):
            return True
        at = words.find(wanted, at + 1)
    return False
