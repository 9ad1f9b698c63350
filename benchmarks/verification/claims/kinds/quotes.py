"""Wrong words: a quote changed, taken from elsewhere, misplaced; and a right quote of a wrong value."""

import re
from collections.abc import Iterator

from claims.case import Case, Quotes
from claims.change import Change, first_text
from claims.sorts import Sort, sort_of
from claims.truth import fold
from claims.wrong_value import difference, handed_for, plain
from extractor.records.comparator import Comparator
from extractor.records.criteria import LimitReference
from extractor.records.draft import Quote
from extractor.records.leaves import Leaf
from extractor.records.outcomes import Outcome, OutcomeKind

_STRANGE = ("placebo", "kidney", "weekly", "surgery")
_WORDS = re.compile(r"\w+")
_ABSENCE = (False, Comparator.UNSTATED, LimitReference.ABSOLUTE, OutcomeKind.UNSPECIFIED)
"""Values that say something is not there: no other words can be held against them."""


def quote_word_changed(case: Case) -> Iterator[Change]:
    """The value is right, one word of each of its quotes is not; or value and quote share the wrong word."""
    for leaf, quotes in _quoted(case):
        changed = tuple(_one_word(quote) for quote in quotes if len(quote.text.split()) > 1)
        if len(changed) < len(quotes) or any(fold(quote.text) in fold(case.page) for quote in changed):
            continue
        shown = f"quote {difference(quotes[0].text, changed[0].text)}"
        yield _requoted(leaf, changed, shown)
        if sort_of(leaf) is Sort.TEXT and len(leaf.value.split()) > 1:
            value = _one_word(Quote(text=leaf.value)).text
            yield Change(
                judged=(leaf.pointer,),
                values={leaf.pointer: value},
                quotes={leaf.pointer: tuple(Quote(text=value, start=quote.start) for quote in quotes)},
                shown=f"{shown} (value too)",
                handed=value,
            )


def right_quote_wrong_value(case: Case) -> Iterator[Change]:
    """The quote is right, the value is that of another leaf of the same field, else of the same sort."""
    for leaf, quotes in _quoted(case):
        if sort_of(leaf) not in {Sort.TEXT, Sort.NUMBER, Sort.IDENTIFIER, Sort.DATE}:
            continue
        words = "".join(fold(quote.text) for quote in quotes)
        for value in _others(case, leaf):
            if sort_of(leaf) is Sort.NUMBER or fold(value) not in words:
                yield Change(
                    judged=(leaf.pointer,),
                    values={leaf.pointer: value},
                    shown=difference(plain(leaf.value), plain(value)),
                    handed=handed_for(case, leaf, value),
                )


def quote_of_something_else(case: Case) -> Iterator[Change]:
    """The value is right, the quote is another leaf's and shares no word with it."""
    for leaf, quotes in _quoted(case):
        if any(leaf.value is absent for absent in _ABSENCE):
            continue
        own = {fold(word) for quote in quotes for word in _WORDS.findall(quote.text)}
        value = fold(plain(leaf.value)).replace("_", "")
        for other in _quotes_elsewhere(case, leaf):
            strange = {fold(word) for word in _WORDS.findall(other.text)}
            if not own & strange and value not in fold(other.text).replace("_", ""):
                yield _requoted(leaf, (other,), f"{quotes[0].text[:40]!r} → {other.text[:40]!r}")
                break


def wrong_start(case: Case) -> Iterator[Change]:
    """The right quote one character too early, too late, or half a page away."""
    for leaf, quotes in _quoted(case):
        first = quotes[0]
        for shift in (-1, 1, len(case.page) // 2):
            start = ((first.start or 0) + shift) % len(case.page)
            if fold(case.page[start : start + len(first.text)]) != fold(first.text):
                moved = Quote(text=first.text, start=start)
                change = _requoted(leaf, (moved,), f"start {first.start} → {start}")
                yield Change(judged=change.judged, quotes=change.quotes, shown=change.shown, places=(True,))


def start_in_another_row(case: Case) -> Iterator[Change]:
    """The right words of a time frame, at the place where another outcome's row prints the same words."""
    outcomes = case.objects(Outcome)
    for one in outcomes:
        for other in outcomes:
            mine, theirs = one + "/time_frame", other + "/time_frame"
            if one != other and case.value(mine) is not None and case.value(mine) == case.value(theirs):
                yield Change(
                    judged=(mine,),
                    quotes={mine: case.quotes.get(theirs, ())},
                    shown=f"{case.value(mine)} quoted from {other}",
                    places=(True,),
                )


def _quoted(case: Case) -> Iterator[tuple[Leaf, Quotes]]:
    for leaf in case.leaves:
        if quotes := case.quotes.get(leaf.pointer):
            yield leaf, quotes


def _requoted(leaf: Leaf, quotes: Quotes, shown: str) -> Change:
    return Change(
        judged=(leaf.pointer,), quotes={leaf.pointer: quotes}, shown=shown, handed=first_text(quotes)
    )


def _one_word(quote: Quote) -> Quote:
    """The quote with its middle word replaced by one that is not in it; white space stays."""
    spans = [match.span() for match in re.finditer(r"\S+", quote.text)]
    start, end = spans[len(spans) // 2]
    strange = next(word for word in _STRANGE if word not in quote.text)
    return Quote(text=quote.text[:start] + strange + quote.text[end:], start=quote.start)


def _others(case: Case, leaf: Leaf) -> list[object]:
    """The values of the leaves behind and before this one of the same field, else of the same sort."""
    alike = [other for other in case.leaves if _kin(other) == _kin(leaf)]
    if len({fold(other.value) for other in alike}) < 2:  # noqa: PLR2004 - one value alone has no other
        alike = [other for other in case.leaves if sort_of(other) is sort_of(leaf)]
    at = next(number for number, other in enumerate(alike) if other.pointer == leaf.pointer)
    around = [*alike[at + 1 :], *alike[:at]]
    return [other.value for other in (*around[:2], *around[-2:]) if fold(other.value) != fold(leaf.value)]


def _kin(leaf: Leaf) -> tuple[type, str]:
    return type(leaf.owner), leaf.name


def _quotes_elsewhere(case: Case, leaf: Leaf) -> Iterator[Quote]:
    """First quotes of other objects' leaves, beginning a third of the record away."""
    at = next(number for number, other in enumerate(case.leaves) if other.pointer == leaf.pointer)
    start = at + len(case.leaves) // 3
    for step in range(len(case.leaves)):
        other = case.leaves[(start + step) % len(case.leaves)]
        if other.owner_pointer != leaf.owner_pointer and (quotes := case.quotes.get(other.pointer)):
            yield quotes[0]
