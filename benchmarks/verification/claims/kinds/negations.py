"""Wrong yes and no: flags turned, "no" and "not" taken out of printed words or put in."""

import re
from collections.abc import Iterator

from claims.case import Case
from claims.change import Change
from claims.sorts import Sort, sort_of
from claims.wrong_value import wrong_value
from extractor.records.criteria import Criterion
from extractor.records.design import Allocation
from extractor.records.draft import Quote
from extractor.records.leaves import Leaf

_DENIAL = re.compile(r"\b(?:no|not|without|cannot|never|non)\b[- ]?|(?<=[a-z])n't\b", re.IGNORECASE)
_NON = re.compile(r"^non[-_ ]?", re.IGNORECASE)
_LONGEST = 600


def negation_flipped(case: Case) -> Iterator[Change]:
    """A flag turned; a denial lost from words or added to them; "randomized" cut out of "non-randomized"."""
    for leaf in case.leaves:
        sort = sort_of(leaf)
        if sort is Sort.FLAG:
            yield from wrong_value(case, leaf, not leaf.value)
        elif sort is Sort.TEXT and len(leaf.value) < _LONGEST:
            yield from _words(case, leaf)
        elif leaf.value is Allocation.NON_RANDOMIZED:
            yield from _without_non(case, leaf)


def _words(case: Case, leaf: Leaf) -> Iterator[Change]:
    words: str = leaf.value
    for match in _DENIAL.finditer(words):
        yield from wrong_value(case, leaf, (words[: match.start()] + words[match.end() :]).strip())
        if match.start() == 0:
            yield _cut(case, leaf, match.end())
    if isinstance(leaf.owner, Criterion) and leaf.name == "text":
        yield from wrong_value(case, leaf, _denied(words))


def _denied(words: str) -> str:
    if words.startswith("With "):
        return "Without " + words.removeprefix("With ")
    return "No " + words[0].lower() + words[1:]


def _cut(case: Case, leaf: Leaf, length: int) -> Change:
    """The words behind the denial, with their true place: they stand on the page, but denied."""
    rest = leaf.value[length:]
    starts = [
        q.start + q.text.index(rest) for q in _own(case, leaf) if rest in q.text and q.start is not None
    ]
    return Change(
        judged=(leaf.pointer,),
        values={leaf.pointer: rest},
        quotes={leaf.pointer: tuple(Quote(text=rest, start=start) for start in starts)},
        shown=f"{leaf.value[:40]} → {rest[:40]} (quote cut behind the denial)",
        handed=rest,
    )


def _without_non(case: Case, leaf: Leaf) -> Iterator[Change]:
    yield from wrong_value(case, leaf, Allocation.RANDOMIZED)
    cut = tuple(
        Quote(text=quote.text[match.end() :], start=quote.start + match.end())
        for quote in _own(case, leaf)
        if quote.start is not None and (match := _NON.match(quote.text)) and match.end() < len(quote.text)
    )
    if cut:
        yield Change(
            judged=(leaf.pointer,),
            values={leaf.pointer: Allocation.RANDOMIZED},
            quotes={leaf.pointer: cut},
            shown="NON_RANDOMIZED → RANDOMIZED (quote cut behind the denial)",
            handed=cut[0].text,
        )


def _own(case: Case, leaf: Leaf) -> tuple[Quote, ...]:
    return case.quotes.get(leaf.pointer, ())
