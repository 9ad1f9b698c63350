"""The ways a wrong value comes with words: with the right quote, with the quote changed along, with none."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from claims.case import Case, Quotes
from claims.change import Change, first_text
from claims.digits import number_text
from claims.sorts import Sort, sort_of
from extractor.records.draft import Quote
from extractor.records.leaves import Leaf

_SHORT, _AROUND = 60, 25  # characters shown of a text, and before its first difference
_WORDS = {Sort.TEXT, Sort.IDENTIFIER, Sort.CLASS}
_AS_TEXT = {Sort.TEXT, Sort.NUMBER, Sort.IDENTIFIER, Sort.CLASS, Sort.DATE}


def wrong_value(case: Case, leaf: Leaf, value: Any, *, untellable: str = "") -> Iterator[Change]:
    """Changes that give `leaf` a wrong value: right quote; quote changed along; no quote of its own."""
    shown = difference(plain(leaf.value), plain(value))
    point = leaf.pointer
    quotes = case.quotes.get(point, ())
    common: dict[str, Any] = {"judged": (point,), "values": {point: value}, "untellable": untellable}
    handed = handed_for(case, leaf, value)
    yield Change(**common, shown=f"{shown} ({'right quote' if quotes else 'no quote'})", handed=handed)
    if along := _along(quotes, plain(leaf.value), plain(value)):
        words = handed if sort_of(leaf) in _WORDS else first_text(along)
        yield Change(**common, quotes={point: along}, shown=f"{shown} (quote changed along)", handed=words)
    if quotes and getattr(type(leaf.owner), "words_field", None) not in {None, leaf.name}:
        bare = Change(**common, quotes={point: ()}, shown=f"{shown} (no own quote)", handed=handed)
        yield bare


def handed_for(case: Case, leaf: Leaf, value: Any) -> str | None:
    """What a peer is given for a value: the value where it is words or a number, else the words offered."""
    if sort_of(leaf) in _AS_TEXT:
        return plain(value)
    return first_text(case.words_of(leaf.pointer))


def difference(old: str, new: str) -> str:
    """Two texts on one line, long ones cut to the neighbourhood of their first difference."""
    at = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(at - _AROUND, 0) if max(len(old), len(new)) > _SHORT else 0
    return " → ".join(" ".join(text[start : start + _SHORT].split()) for text in (old, new))


def plain(value: Any) -> str:
    """A value as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_text(value) if isinstance(value, int | Decimal) else str(value)


def _along(quotes: Quotes, old: str, new: str) -> Quotes:
    """The quotes with the old words replaced by the new ones; empty if no quote has the old words."""
    if not any(old in quote.text for quote in quotes):
        return ()
    return tuple(Quote(text=quote.text.replace(old, new, 1), start=quote.start) for quote in quotes)
