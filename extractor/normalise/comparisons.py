"""Figures of two arms beside each other: `99.4 ± 12.2 versus 101.7 ± 8.2 (mean difference −2.3 …)`."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

_NUMBER: Final = r"(?<![\w.])[-−]?\d+(?:\.\d+)?(?!\.?\d)"
_SPREAD: Final = (
    r"(?:\s?%|\s?(?!vs?\b|versus)[a-zμµ/]{1,10}(?![a-z]))?"
    rf"(?:\s*(?:±|\+/-)\s*{_NUMBER}|\s*[(\[](?:SD|SE|SEM|IQR|s\.d\.)?[\s,:=]*{_NUMBER}(?:\s*(?:-|–|to|,)\s*{_NUMBER})?\s?%?[)\]])?"
)
_VERSUS: Final = r"(?:versus|vs\.?|compared\s+(?:with|to))"
_PAIR: Final = re.compile(
    rf"(?P<first>{_NUMBER}){_SPREAD}(?P<behind_first>[^\d.;]{{0,60}}?)\b{_VERSUS}"
    rf"(?P<before_second>[^\d.;]{{0,40}}?)(?P<second>{_NUMBER}){_SPREAD}(?P<behind_second>[^\d.;(]{{0,60}})",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"\.\s+(?=[A-Z])|[.;]\s*$")
_BETWEEN: Final = re.compile(
    rf"\b(?:differences?|MD)\b(?:\s*\(MD\))?[^\d.;−-]{{0,40}}?(?P<figure>{_NUMBER})", re.IGNORECASE
)
_AND: Final = re.compile(r",\s*and\s+|,\s*|\s+and\s+", re.IGNORECASE)
_LIST_END: Final = re.compile(r"[(:;]|\s(?:were|was|on|in|of|at|by|for)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures at `text[start:end]`, with all that is said of them; `sides` are the words beside each."""

    first: Decimal
    second: Decimal
    sides: tuple[str, str]
    start: int
    end: int


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace("−", "-"))


@lru_cache(maxsize=1024)
def comparisons(text: str) -> tuple[Comparison, ...]:
    """Every pair of figures of a text, in order."""
    matches = list(_PAIR.finditer(text))
    found = []
    for at, match in enumerate(matches):
        stop = matches[at + 1].start() if at + 1 < len(matches) else len(text)
        over = _SENTENCE_END.search(text, match.end("second"), stop)
        sides = (match.group("behind_first"), match.group("before_second") + match.group("behind_second"))
        pair = _decimal(match.group("first")), _decimal(match.group("second"))
        found.append(Comparison(*pair, sides, match.start(), over.start() if over else stop))
    return tuple(found)


@lru_cache(maxsize=1024)
def differences(text: str) -> tuple[Decimal, ...]:
    """The figures that a text calls differences."""
    return tuple(_decimal(match.group("figure")) for match in _BETWEEN.finditer(text))


def comparison_of(text: str, outcome: str) -> Comparison | None:
    """The comparison that is about an outcome, or None where the words do not tell.

    It is the one whose own words name the outcome, or, where the sentence lists the outcomes first and says
    `respectively`, the one in the outcome's place.
    """
    found = comparisons(text)
    at = text.casefold().find(" ".join(outcome.split()).casefold())
    if not found or at < 0 or len(text.casefold()) != len(text):
        return None
    if at < found[0].start:
        return _in_turn(text, at, found)
    behind = next((one for one in found if one.start > at), None)
    before = next((one for one in reversed(found) if one.start < at), None)
    # A name right behind the figures of another outcome may belong to either.
    return behind if behind and (before is None or before.end == behind.start) else None


def _in_turn(text: str, at: int, found: tuple[Comparison, ...]) -> Comparison | None:
    """The comparison of an outcome that is named before all figures."""
    begin = max((match.end() for match in _SENTENCE_END.finditer(text, 0, at)), default=0)
    stop = _LIST_END.search(text, at, found[0].start)
    names = list(_AND.finditer(text, begin, stop.start() if stop else found[0].start))
    if len(found) == 1:
        return found[0] if not names else None
    if "respectively" not in text or len(names) + 1 != len(found):
        return None
    return found[sum(match.start() < at for match in names)]
