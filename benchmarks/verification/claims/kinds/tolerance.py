"""Differences that make no value false: white space, and the case of letters in words."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from claims.case import Case, Quotes
from claims.change import Change
from claims.sorts import Sort, sort_of
from extractor.records.draft import Quote
from extractor.records.leaves import Leaf

_CASE_COUNTS = {"unit", "unit_text", "ucum", "unit_strength", "total_daily", "abbreviation", "url", "email"}
"""Fields in which another case may be another value: mM is not MM."""


def whitespace_only(case: Case) -> Iterator[Change]:
    """Blanks doubled in the value; line breaks for blanks in a quote without place."""
    for leaf in _texts(case):
        if " " in leaf.value:
            yield _value(leaf, leaf.value.replace(" ", "  "), "blanks doubled")
            yield _quotes(leaf, _rewritten(case, leaf, lambda text: "\n".join(text.split())), "broken lines")


def case_only(case: Case) -> Iterator[Change]:
    """Words in capitals, as value with the right quote and as quote without place."""
    for leaf in _texts(case):
        if leaf.name not in _CASE_COUNTS and leaf.value.upper() != leaf.value:
            yield _value(leaf, leaf.value.upper(), "capitals")
            yield _quotes(leaf, _rewritten(case, leaf, str.upper), "capitals in the quote")


def _texts(case: Case) -> Iterator[Leaf]:
    return (leaf for leaf in case.leaves if sort_of(leaf) is Sort.TEXT and leaf.pointer in case.quotes)


def _rewritten(case: Case, leaf: Leaf, rewrite: Callable[[str], str]) -> Quotes:
    return tuple(Quote(text=rewrite(quote.text)) for quote in case.quotes[leaf.pointer])


def _value(leaf: Leaf, value: str, shown: str) -> Change:
    return Change(judged=(leaf.pointer,), values={leaf.pointer: value}, shown=shown, handed=value, true=True)


def _quotes(leaf: Leaf, quotes: Quotes, shown: str) -> Change:
    base = _value(leaf, leaf.value, shown)
    return replace(base, values={}, quotes={leaf.pointer: quotes}, handed=quotes[0].text, places=(False,))
