"""Where a quote stands on the page."""

import re
from functools import lru_cache

from extractor.records.draft import Quote
from extractor.records.finding import Span


def locate(text: str, quote: Quote, *, within: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """All places of a quote, as spans whose `quote` is the page's own slice; empty if there is none.

    A quote with a `start` is only checked there. Otherwise: exact, inside the spans of `within` if it
    stands there and else anywhere; then the same with runs of white space taken as equal.
    """
    if quote.start is not None:
        end = quote.start + len(quote.text)
        return (_span(text, quote.start, end),) if text[quote.start : end] == quote.text else ()
    pattern = re.compile(re.escape(quote.text))
    for candidate in (pattern, _folded(quote.text)):
        if candidate and (spans := _inside(text, candidate, within) or _anywhere(text, candidate)):
            return spans
    return ()


def _span(text: str, start: int, end: int) -> Span:
    return Span(quote=text[start:end], start=start, end=end)


@lru_cache(maxsize=1024)
def _folded(quote: str) -> re.Pattern[str] | None:
    words = quote.split()
    return re.compile(r"\s+".join(map(re.escape, words))) if words else None


def _inside(text: str, pattern: re.Pattern[str], within: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(
        _span(text, *match.span())
        for span in within
        for match in pattern.finditer(text, span.start, span.end)
    )


def _anywhere(text: str, pattern: re.Pattern[str]) -> tuple[Span, ...]:
    return tuple(_span(text, *match.span()) for match in pattern.finditer(text))
