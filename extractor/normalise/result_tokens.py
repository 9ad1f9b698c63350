"""The figures of a result sentence as tokens, and its shape: a sign for each character of a token.

A shape is as long as its sentence, so places in the one are places in the other. Forms of sentences are
looked for in shapes: no form reads over a figure that it does not name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from extractor.normalise.figures import Interval, intervals, p_values
from extractor.normalise.places import Places
from extractor.normalise.result_figures import Figure, figures_beside
from extractor.records.comparator import Comparator

RATIO: Final = "\ue000"
FIGURE: Final = "\ue001"
INTERVAL: Final = "\ue002"
P_VALUE: Final = "\ue003"
SPREAD: Final = "\ue004"
_N: Final = r"[-−–]?\d+(?:\.\d+)?"
_UNIT: Final = r"(?:\s?%|\s[A-Za-z]{1,10}(?:/[A-Za-z0-9]{1,6})?)?"
_TO: Final = r"\s?(?:-|–|to|,|;)\s?"
_NAMED_SPREAD: Final = r"(?:IQR|interquartile\s+range|range|SD|SE|SEM)"
_SPREAD: Final = re.compile(
    rf"(?:±|\+/-)\s*\d+(?:\.\d+)?|[(\[]\s*{_NAMED_SPREAD}[\s,:=]*{_N}{_UNIT}(?:{_TO}{_N}{_UNIT})?\s*[)\]]"
    rf"|\b{_NAMED_SPREAD}[\s,:=]*{_N}(?:{_TO}{_N})?"
    rf"|[(\[]\s*{_N}{_UNIT}{_TO}{_N}{_UNIT}\s*[)\]]|(?<!%)(?<!%\s)[(\[]\s*[nN]\s?=\s?\d+\s*[)\]]"
    rf"|(?<=from\s){_N}(?:\s?%|\s?[A-Za-z]{{1,10}}(?:/[A-Za-z0-9]{{1,6}})?)?"
    r"(?=\s+(?:at\s+(?:baseline|entry|admission|enrol+ment)\s+)?to\s)"
    rf"|,\s{_N}\s(?:to|and)\s{_N}(?=\s*[)\];])",
)
_SAYS_SPREAD: Final = re.compile(r"[(\[](?:SD|SE|SEM)[)\]]")
_LONE: Final = re.compile(r"(?<=\d\s)[(\[]\d+(?:\.\d+)?[)\]]")
_BEHIND_COMMA: Final = re.compile(rf",\s(?P<low>{_N})\s(?:to|and)\s(?P<high>{_N})")
_BOUNDS: Final = re.compile(
    rf"[(\[]\s*(?P<low>{_N})(?:\s?%)?{_TO}(?P<high>{_N})(?:\s?%|\s[A-Za-z]{{1,10}})?\s*[)\]]"
)
_BEHIND_INTERVAL: Final = re.compile(
    r"\s?%|\s(?:months?|years?|weeks?|days?|hours?|h|points?|kg|[a-z]{1,8}/\S{1,8})(?=[\s)\];,.]|$)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A figure, an interval, a p value or a spread at `sentence[start:end]`; `kind` is its sign in the shape.

    A spread that is two numbers in brackets may be an interval: `interval` holds it.
    """

    kind: str
    start: int
    end: int
    figure: Figure | None = None
    interval: Interval | None = None
    p_value: tuple[Comparator, Decimal] | None = None


@lru_cache(maxsize=1024)
def tokens_of(sentence: str) -> tuple[Token, ...]:
    """The tokens of a sentence, in order; none of them overlap."""
    tests = [*_intervals(sentence), *_p_values(sentence)]
    inside = Places([(one.start, one.end) for one in tests])
    spreads = [
        _spread(match)
        for match in _SPREAD.finditer(sentence)
        if match.start() not in inside and match.end() - 1 not in inside
    ]
    if _SAYS_SPREAD.search(sentence):
        spreads += [Token(SPREAD, *match.span()) for match in _LONE.finditer(sentence)]
    taken = [*tests, *spreads]
    found = figures_beside(sentence, Places([(one.start, one.end) for one in taken]))
    figures = [Token(RATIO if one.statistic else FIGURE, one.start, one.end, figure=one) for one in found]
    # A unit behind a spread, as in `4 (3-6) days`, belongs to its figure.
    units = [Token(SPREAD, *one.unit) for one in found if one.unit and one.unit[0] > one.end]
    return tuple(sorted((*taken, *figures, *units), key=lambda one: one.start))


def shape_of(sentence: str, tokens: Iterable[Token]) -> str:
    """The sentence with the characters of each token replaced by its sign."""
    pieces, at = [], 0
    for one in tokens:
        pieces += [sentence[at : one.start], one.kind * (one.end - one.start)]
        at = one.end
    return "".join((*pieces, sentence[at:]))


def _intervals(sentence: str) -> list[Token]:
    found = []
    for one in intervals(sentence):
        unit = _BEHIND_INTERVAL.match(sentence, one.end)
        found.append(Token(INTERVAL, one.start, unit.end() if unit else one.end, interval=one))
    return found


def _p_values(sentence: str) -> list[Token]:
    return [Token(P_VALUE, one[2], one[3], p_value=(one[0], one[1])) for one in p_values(sentence)]


def _spread(match: re.Match[str]) -> Token:
    bounds = _BOUNDS.fullmatch(match.group()) or _BEHIND_COMMA.fullmatch(match.group())
    if bounds is None:
        return Token(SPREAD, *match.span())
    low, high = (Decimal(bounds.group(name).replace("−", "-").replace("–", "-")) for name in ("low", "high"))
    return Token(SPREAD, *match.span(), interval=Interval(None, low, high, *match.span()))
