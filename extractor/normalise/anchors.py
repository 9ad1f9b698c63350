"""Events that spans of time are counted from: `first dose` in `prior to the first dose`."""

import re
from functools import cache
from typing import Final

from extractor._data import table

_WORD: Final = re.compile(r"[^\W_](?:[\w'’/\-]|\.(?=\w))*")
_ARTICLE: Final = re.compile(r"(?:the|a|an|their|his|her|any|this)\s+", re.IGNORECASE)
_TIME_OF: Final = re.compile(r"(?:time|moment|point)\s+of\s+(?:the\s+)?(?=\w)", re.IGNORECASE)
_SPAN: Final = re.compile(
    r"\d+(?:\.\d+)?\s*(?:hours?|days?|weeks?|months?|years?)(?![A-Za-z])", re.IGNORECASE
)
_MOST: Final = 9


@cache
def _words() -> frozenset[str]:
    """Words that end the name of an event."""
    return frozenset(table("stop_words")["behind_anchors"])


def anchor(text: str, at: int) -> tuple[int, int] | None:
    """The event named from offset `at` on, without its article, or None where no noun follows."""
    if article := _ARTICLE.match(text, at):
        at = article.end()
    if dated := _TIME_OF.match(text, at):
        at = dated.end()
    if _SPAN.match(text, at):
        return None  # a span from an event is none itself: `before 12 weeks after surgery`
    end, words = at, 0
    place = at
    while words < _MOST and (word := _WORD.match(text, place)):
        if word.group().casefold() in _words() and not (
            word.group().casefold() == "prior" and (words == 0 or text[:place].endswith(" of "))
        ):
            break
        if word.group().casefold() not in {"of", "the", "a", "into"}:
            end = word.end()
        words += 1
        place = word.end()
        if text[place : place + 1] != " ":
            break
        place += 1
    return (at, end) if end > at else None
