"""Pages that look like a trial's and are none: result lists, glossaries, reviews, how-to pages, news.

Each is known by signs that add up, as layouts are. A page that looks more like one of these than like any
layout is refused: nothing on it is read as a fact of one trial.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from extractor.layout import lookalike_words as words
from extractor.layout.page import Page
from extractor.layout.sniffing import Layout, Sniff, weigh
from extractor.layout.trial_identifiers import identifiers_in
from extractor.layout.unknown import refuse
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.structure.slices import Slice

_HEAD_LINES = 4
"""What a page is called stands in its first lines."""
_DATELINES = 12
_TERM = re.compile(r"(?P<term>[A-Z][\w /()'-]{1,48}?)\s*(?:[:–—]|\s-)\s+\S.{20,}")
_LONGEST_TERM = 60
_FEW, _MANY = 2, 4
_MANY_TERMS = 6


def looks_like_review(title: str) -> bool:
    """Whether a publication's title calls it a review or a meta-analysis."""
    return words.CALLED_REVIEW.search(title) is not None


def _texts(page: Page) -> list[str]:
    return [line.content.text for line in page.printed]


def _called(texts: list[str], name: re.Pattern[str]) -> bool:
    return any(name.search(text) for text in texts[:_HEAD_LINES])


def _whole(texts: list[str], pattern: re.Pattern[str]) -> int:
    return sum(pattern.fullmatch(text) is not None for text in texts)


def _kinds(texts: list[str], patterns: tuple[re.Pattern[str], ...]) -> int:
    """How many of several patterns stand anywhere."""
    return sum(any(pattern.search(text) for text in texts) for pattern in patterns)


def _result_list(page: Page) -> Sniff:
    texts = _texts(page)
    form = _whole(texts, words.SEARCHING)
    trials = len(identifiers_in(Slice(page.text, 0, len(page.text))))
    return weigh(
        [
            (any(words.FOUND.search(text) for text in texts), 0.4, "it says how many were found"),
            (form >= _FEW, 0.3, f"{form} lines of a search form"),
            (trials >= _MANY, 0.3, f"identifiers of {trials} trials"),
        ]
    )


def _terms(texts: list[str]) -> list[str]:
    """Words that a page defines: on one line with their meaning, or above it."""
    beside = [match.group("term") for text in texts if (match := _TERM.fullmatch(text))]
    above = [
        term
        for term, meaning in pairwise(texts)
        if len(term) < _LONGEST_TERM and term[0].isupper() and term[-1] not in ".:"
        if words.DEFINES.match(meaning)
    ]
    return [term.casefold() for term in max(beside, above, key=len)]


def _glossary(page: Page) -> Sniff:
    texts = _texts(page)
    terms = _terms(texts)
    many = len(terms) >= _MANY_TERMS
    return weigh(
        [
            (_called(texts, words.CALLED_GLOSSARY), 0.4, "it is called a glossary"),
            (many, 0.2, f"{len(terms)} words with their meaning"),
            (many and terms == sorted(terms), 0.4, "in the order of the alphabet"),
        ]
    )


def _review(page: Page) -> Sniff:
    texts = _texts(page)
    signs = _kinds(texts, words.REVIEWS)
    return weigh(
        [
            (_called(texts, words.CALLED_REVIEW), 0.4, "it is called a review"),
            (signs >= _FEW, 0.3, f"{signs} signs of a search of the literature"),
            (signs >= _MANY, 0.2, "many of them"),
        ]
    )


def _how_to(page: Page) -> Sniff:
    texts = _texts(page)
    signs = _kinds(texts, words.TEACHES)
    return weigh(
        [
            (_called(texts, words.CALLED_GUIDE), 0.4, "it is called a course or a guide"),
            (signs > 0, 0.2, f"{signs} ways of teaching"),
            (signs >= _FEW, 0.3, "several of them"),
        ]
    )


def _news(page: Page) -> Sniff:
    texts = _texts(page)
    quoted = sum(words.SAID.search(text) is not None for text in texts)
    return weigh(
        [
            (any(words.RELEASE.search(text) for text in texts), 0.4, "it is a press release"),
            (any(words.DATELINE.match(text) for text in texts[:_DATELINES]), 0.3, "a dateline"),
            (quoted >= _FEW, 0.3, "people are quoted"),
            (_whole(texts, words.NEWS_SITE) >= _FEW, 0.2, "lines of a news site"),
        ]
    )


def _lookalike(name: str, sniff: Callable[[Page], Sniff]) -> Layout:
    def read(page: Page) -> Draft:
        why = ", ".join(sniff(page).reasons)
        kind = name.replace("-", " ")
        message = f"The page is of no single trial, it looks like a {kind} ({why}): nothing was read"
        return refuse(page, name, FindingCode.NOT_A_TRIAL, message)

    return Layout(name, sniff, read)


LOOKALIKES: tuple[Layout, ...] = (
    _lookalike("result-list", _result_list),
    _lookalike("glossary", _glossary),
    _lookalike("review", _review),
    _lookalike("how-to", _how_to),
    _lookalike("news", _news),
)
