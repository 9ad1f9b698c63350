"""Names of what is measured, by the shipped table: `serum creatinine level` names `creatinine`."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from extractor._data import table

_WORD: Final = re.compile(r"[^\W_]+")
_JOINT: Final = re.compile(r"[\s\-‐-―−/.,:()+]{0,3}")
_ALIASED: Final = re.compile(r"\s\(")
"""Names printed with their abbreviation, `body mass index (BMI)`, are read as two names of one thing."""
_SUBSCALE: Final = re.compile(r"-[A-Z]{1,2}(?![A-Za-z0-9-])")
"""`HADS-A` is part of what `HADS` names, with limits of its own."""
_SHORT: Final = 3
"""Names this short are read in the case of the table only: `PT` is a time, `pt` a patient."""
_BEFORE: Final = frozenset({"serum", "plasma", "blood", "peripheral", "resting", "baseline", "screening"})
_ESTIMATED: Final = frozenset(
    {"anticipated", "estimated", "predicted", "projected", "minimum", "expected", "calculated", "measured"}
)
_AS_ESTIMATED: Final = (("life", "expectancy"), ("creatinine", "clearance"))
"""What is called so whether or not it is estimated; an estimated filtration rate is a quantity of its own."""
_AFTER: Final = frozenset({"level", "levels", "value", "values", "concentration", "concentrations", "rate"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A parameter named at `text[start:end]`, in the shortest printed words that name it.

    `norm` is its name in the table, None for one that the table does not have.
    """

    norm: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    norm: str


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _words(name: str) -> tuple[str, ...]:
    return tuple(_folded(word) for word in _WORD.findall(name))


@cache
def _names() -> tuple[dict[str, list[_Name]], dict[tuple[str, ...], str], frozenset[str]]:
    """Names by their first word, longest first; the norm of each; and how short names are printed."""
    norms = {
        _words(name): norm
        for norm, names in table("parameters").items()
        for name in names
        if not _ALIASED.search(name)
    }
    by_first: dict[str, list[_Name]] = {}
    for words, norm in sorted(norms.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        by_first.setdefault(words[0], []).append(_Name(words, norm))
    printed = (name for names in table("parameters").values() for name in names)
    short = frozenset(
        word for name in printed if len(_WORD.findall(name)) == 1 for word in _WORD.findall(name)
    )
    return by_first, norms, short


@lru_cache(maxsize=2048)
def mentions(text: str) -> tuple[Mention, ...]:
    """Every parameter that a text names, in order; of names inside each other the longest."""
    by_first, _, _ = _names()
    tokens = list(_WORD.finditer(text))
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        names = by_first.get(_folded(tokens[at].group()), ())
        name = next((one for one in names if _stands(text, tokens, at, one.words)), None)
        if name and _SUBSCALE.match(text, tokens[at + len(name.words) - 1].end()):
            at += len(name.words)
            continue
        if name:
            found.append(_shortest(tokens[at : at + len(name.words)], name))
        at += len(name.words) if name else 1
    return tuple(found)


def _stands(text: str, tokens: list[re.Match[str]], at: int, words: tuple[str, ...]) -> bool:
    """Whether the words of a name stand at a token, with nothing but joints between them."""
    here = tokens[at : at + len(words)]
    if len(words) == 1:
        word = here[0].group()
        return len(word) > _SHORT or word in _names()[2]
    if tuple(_folded(token.group()) for token in here) != words:
        return False
    name = text[here[0].start() : here[-1].end()]
    joined = all(_JOINT.fullmatch(text, first.end(), second.start()) for first, second in pairwise(here))
    return joined and name.count("(") == name.count(")")


def _shortest(tokens: list[re.Match[str]], name: _Name) -> Mention:
    """The name without the words that only say of what or how it was measured."""
    norms, words = _names()[1], name.words
    start, end = 0, len(words)
    while end - start > 1 and words[end - 1] in _AFTER and norms.get(words[start : end - 1]) == name.norm:
        end -= 1
    leading = _BEFORE | (_ESTIMATED if words[start + 1 : end] in _AS_ESTIMATED else frozenset())
    while end - start > 1 and words[start] in leading and norms.get(words[start + 1 : end]) == name.norm:
        start += 1
    return Mention(name.norm, tokens[start].start(), tokens[end - 1].end())
