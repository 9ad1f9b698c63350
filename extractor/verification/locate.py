"""Where words stand on a page: exactly, through the fold, or without blanks. Never by likeness."""

import re
from enum import StrEnum
from typing import Final

from extractor.verification.boundaries import cuts_number
from extractor.verification.fold import fold, squeeze
from extractor.verification.page import Page, Place

MOST_PLACES: Final = 64
"""So many places of one quote are looked at; a word that stands more often says nothing by its place."""

_DENIALS: Final = re.compile(r"(?<![a-z])(?:no|not|non|nor|none|never|without|cannot|neither)(?![a-z])")


class Fit(StrEnum):
    """How words were found."""

    EXACT = "exactly"
    FOLDED = "case, white space and typography aside"
    FUSED = "blanks aside"
    ABSENT = "nowhere"


def locate(page: Page, words: str, start: int | None = None) -> tuple[list[Place], Fit]:
    """All places of words on the page, and how they were found.

    With `start` the words must stand there, exactly; they are not searched for. A place that would cut a
    number in two is no place, unless `start` names it. The list is kept for the page: do not change it.
    """
    if start is not None:
        return _at(page, words, start)
    places = _exact(page, words)
    if places:
        return places, Fit.EXACT
    places = _folded(page, words)
    if places:
        return places, Fit.FOLDED
    places = _fused(page, words)
    if places:
        return places, Fit.FUSED
    places = _cells(page, words)
    return places, Fit.EXACT if places else Fit.ABSENT


def _cells(page: Page, words: str) -> list[Place]:
    """Words that begin a row of an outcome table; a time frame may follow in their number: `v4.02 years`."""
    places = _exact(page, words, cut=True) if words[-1].isdigit() else []
    return [
        place
        for place in places
        if place[0] == page.item_start(page.line_at(place[0]))
        and page.part_at(place[0]).name.endswith("_outcomes")
    ]


def _at(page: Page, words: str, start: int) -> tuple[list[Place], Fit]:
    if page.text.startswith(words, start):
        return [(start, start + len(words))], Fit.EXACT
    return [], Fit.ABSENT


def _exact(page: Page, words: str, *, cut: bool = False) -> list[Place]:
    if cut:
        return _searched(page, words, cut=True)
    known = page.located.get(words)
    if known is None:
        known = page.located[words] = _searched(page, words, cut=False)
    return known


def _searched(page: Page, words: str, *, cut: bool) -> list[Place]:
    text, size = page.narrow if words.isascii() and "?" not in words else page.text, len(words)
    cut = cut or not (words[:1].isdigit() or words[-1:].isdigit())  # then no number can be cut
    found: list[Place] = []
    at = text.find(words)
    while at >= 0 and len(found) < MOST_PLACES:
        if cut or not cuts_number(text, at, at + size):
            found.append((at, at + size))
        at = text.find(words, at + size)
    return found


def _folded(page: Page, words: str) -> list[Place]:
    needle = fold(words)
    if not needle:
        return []
    haystack, found = page.folded, list[Place]()
    at = haystack.text.find(needle)
    while at >= 0 and len(found) < MOST_PLACES:
        place = haystack.raw_span(at, at + len(needle))
        if not cuts_number(page.text, *place):
            found.append(place)
        at = haystack.text.find(needle, at + len(needle))
    return found


def _fused(page: Page, words: str) -> list[Place]:
    needle = squeeze(fold(words))
    # Words of a few letters would be found inside others.
    if len(needle) < 4:  # noqa: PLR2004 - the shortest fused cell that says anything
        return []
    haystack, found = page.squeezed, list[Place]()
    denials = _DENIALS.findall(fold(words))
    at = haystack.text.find(needle)
    while at >= 0 and len(found) < MOST_PLACES:
        first, last = haystack.folded_at(at), haystack.folded_at(at + len(needle) - 1) + 1
        # "no table" is not "notable": both must deny the same way.
        if _DENIALS.findall(page.folded.text[first:last]) == denials:
            place = page.folded.raw_span(first, last)
            if not cuts_number(page.text, *place):
                found.append(place)
        at = haystack.text.find(needle, at + len(needle))
    return found
