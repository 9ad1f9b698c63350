"""Classes and stages printed beside their scale: `Child-Pugh class A or B`, `> NYHA class 2`."""

import re
from functools import cache, lru_cache
from typing import Final

from extractor._data import table
from extractor.normalise.comparators import comparator_before
from extractor.records.comparator import Comparator

_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI")
_ONE: Final = r"(?:[A-F](?:\d)?|(?:IV|V?I{1,3}|V)[abcABC]?\d?|\d(?![\d.])[abcABC]?)(?![A-Za-z0-9])"
_JOIN: Final = (
    r"(?:\s+(?:grade|class|level)(?=\s+(?:or|and)\b))?(?:\s?\([^()]{1,24}\)(?=\s+(?:or|and)\b))?"
    r"\s*(?:,\s*(?:or|and)\b|,|/|\bor\b|\band\b|-|–|~|～|∼|\bto\b|or(?=\d))\s*"
)
LIST: Final = re.compile(rf"(?<![A-Za-z0-9.])(?P<list>{_ONE}(?:{_JOIN}{_ONE})*)")
"""Classes named one by one, or the two ends of a range."""
_KIND: Final = r"(?:class(?:ification)?|stages?|scores?|grades?)"
_AFTER: Final = re.compile(
    rf"[)\s]*(?:{_KIND}\s*)?(?:(?:was|were|is|are|of|:|=)\s*)?(?:{_KIND}\s*)?{LIST.pattern}", re.IGNORECASE
)
_BEFORE: Final = re.compile(rf"(?<![A-Za-z]){_KIND}\s+{LIST.pattern}", re.IGNORECASE)
_THRESHOLD: Final = re.compile(rf"(?<![\w.]){_ONE}")
_PADDING: Final = re.compile(rf"(?:{_KIND}|of)\s*$", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\([^()]*\)")
_RANGE: Final = re.compile(r"\s*(?:-|–|~|～|∼|\bto\b)\s*")
_NEAR: Final = 60


@cache
def _mention(scale: str) -> re.Pattern[str] | None:
    names: list[str] = table("classes").get(scale, [])
    if not names:
        return None
    longest = sorted(names, key=lambda name: (-len(name), name))
    forms = "|".join(re.escape(name).replace(r"\-", r"[-\s]?").replace(r"\ ", r"[-\s]?") for name in longest)
    return re.compile(rf"(?<![A-Za-z])(?:{forms})(?![A-Za-z])", re.IGNORECASE)


@lru_cache(maxsize=2048)
def mentions(scale: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where a scale of the shipped table is named."""
    pattern = _mention(scale)
    return tuple(match.span() for match in pattern.finditer(text)) if pattern else ()


@lru_cache(maxsize=2048)
def classes(scale: str, text: str) -> frozenset[str]:
    """The classes a text names one by one for a scale; a range names all between its ends.

    A class that bounds (`> class 2`) is not one that is named.
    """
    found: set[str] = set()
    for start, end in mentions(scale, text):
        match = _AFTER.match(text, end) or _nearest_before(text, start)
        if match and is_upper(match.group("list")):
            found |= set(expanded(match.group("list")))
    return frozenset(found - {token for _, token in bounds(scale, text)})


def is_upper(words: str) -> bool:
    """Whether a list begins as classes are printed: the article `a` is none."""
    return not words[0].isalpha() or words[0].isupper()


def _nearest_before(text: str, start: int) -> re.Match[str] | None:
    matches = list(_BEFORE.finditer(text, max(0, start - 2 * _NEAR), start))
    return matches[-1] if matches else None


def expanded(words: str) -> tuple[str, ...]:
    """The classes of a list in order; a range names all between its ends."""
    tokens = _THRESHOLD.findall(_ASIDE.sub(" ", words)) or [words]
    if tokens[0][0].isalpha() and tokens[0][1:].isdigit():
        tokens = [token if token[0].isalpha() else tokens[0][0] + token for token in tokens]  # `A5-6`
    if len(tokens) == 2 and _RANGE.search(words):  # noqa: PLR2004 - the two ends of a range
        for scale in (_ROMAN, tuple("ABCDEF"), tuple("0123456789")):
            if tokens[0] in scale and tokens[1] in scale:
                return scale[scale.index(tokens[0]) : scale.index(tokens[1]) + 1]
    return tuple(tokens)


@lru_cache(maxsize=2048)
def bounds(scale: str, text: str) -> frozenset[tuple[Comparator, str]]:
    """Bounds a text sets on a scale: `> NYHA class 2` is GT 2. A version number is no bound."""
    found: set[tuple[Comparator, str]] = set()
    spans = mentions(scale, text)
    for match in _THRESHOLD.finditer(text):
        near = any(
            abs(match.start() - end) < _NEAR or abs(start - match.end()) < _NEAR for start, end in spans
        )
        sign = _sign_before(text, match.start(), spans) if near else None
        if sign:
            found.add((sign, match.group()))
    return frozenset(found)


def _sign_before(text: str, at: int, spans: tuple[tuple[int, int], ...]) -> Comparator | None:
    """The comparator before a class, with the scale's name and words such as `grade` between them."""
    for _ in range(4):
        while at and text[at - 1].isspace():
            at -= 1
        if padding := _PADDING.search(text, max(0, at - 16), at):
            at = padding.start()
        elif name := next((span for span in spans if span[1] == at), None):
            at = name[0]
        else:
            break
    found = comparator_before(text, at)
    return found[0] if found else None
