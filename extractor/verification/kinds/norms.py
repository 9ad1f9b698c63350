"""Names from closed tables: the table's name for the words of a sibling field."""

import re
from functools import cache, lru_cache
from typing import Final

from extractor._data import table
from extractor.normalise.concepts import concept_of
from extractor.normalise.terms import fold, lookup
from extractor.normalise.units import codes_of
from extractor.verification.case import Case, Say, no, silent, yes
from extractor.verification.page import Place

TABLES: Final[dict[str, tuple[str, str]]] = {
    "name_norm": ("agents", "name"),
    "agent_norm": ("agents", "agent"),
    "route_norm": ("routes", "route"),
    "concept_norm": ("concepts", "measure"),
    "outcome_norm": ("concepts", "outcome"),
    "parameter_norm": ("parameters", "parameter"),
    "country_iso2": ("countries", "country"),
    "scale": ("classes", ""),
}
"""For each normalised field its table and the sibling whose words it stands for."""
_SHORTEST: Final = 2
"""A value this short is a code, never a synonym."""


def says(case: Case, place: Place) -> Say:
    """Whether the table gives the value for the sibling's words, else for the words offered."""
    name = case.leaf.name
    if name == "ucum":
        return _unit(case)
    if name not in TABLES:
        return silent("no table names this value")
    vocabulary, sibling = TABLES[name]
    offered = case.text(place)
    words = case.sibling(sibling) if sibling else None
    if words and not _speak_of(vocabulary, offered, words):
        return no(f"the words are not about {words.strip()[:40]!r}")
    return _named(vocabulary, words, offered, case.value)


def _named(vocabulary: str, words: str | None, offered: str, value: str) -> Say:
    """What the table says of the sibling's words, else of those offered."""
    if words and vocabulary == "concepts" and key_of(vocabulary, words) is None:
        return no(f"the table of concepts has no entry for {words.strip()[:40]!r}")
    for one in (words, offered):
        if one and (key := key_of(vocabulary, one)):
            return _compare(vocabulary, key, value, one)
        if one and (named := keys_in(vocabulary, one)):
            return _among(vocabulary, named, value, one)
    return _among(vocabulary, frozenset(), value, offered)


def _compare(vocabulary: str, key: str, value: str, words: str) -> Say:
    agrees = same_entry(vocabulary, key, value)
    return Say(agrees, f"{words.strip()[:40]!r} is {key} in the table of {vocabulary}")


def _among(vocabulary: str, keys: frozenset[str], value: str, words: str) -> Say:
    if not keys:
        return silent(f"the table of {vocabulary} has no entry for {words.strip()[:40]!r}")
    if len(keys) > 1:
        return no(f"the words name {' and '.join(sorted(keys))}")
    return _compare(vocabulary, next(iter(keys)), value, words)


def same_entry(vocabulary: str, key: str, value: str) -> bool:
    """Whether a value is a table's key, or one of its synonyms."""
    if value == key:
        return True
    return len(value) > _SHORTEST and vocabulary != "parameters" and lookup(vocabulary, value) == key


@lru_cache(maxsize=4096)
def key_of(vocabulary: str, words: str) -> str | None:
    """The table's name for words as a whole."""
    return lookup(vocabulary, words) or (concept_of(words) if vocabulary == "concepts" else None)


@cache
def _pattern(vocabulary: str) -> tuple[re.Pattern[str], dict[str, str]]:
    entries: dict[str, list[str]] = table(vocabulary)
    names = {fold(words): name for name, synonyms in entries.items() for words in synonyms}
    longest = sorted((words for words in names if len(words) > 1), key=lambda words: (-len(words), words))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest))})(?![^\W_])"), names


@lru_cache(maxsize=4096)
def keys_in(vocabulary: str, words: str) -> frozenset[str]:
    """Names of all entries of a table that are printed inside words."""
    pattern, names = _pattern(vocabulary)
    return frozenset(names[match.group()] for match in pattern.finditer(fold(words)))


def _unit(case: Case) -> Say:
    """The UCUM code of the unit printed beside the number."""
    printed = case.sibling("unit_text") or case.sibling("unit")
    codes = codes_of(printed) if printed else ()
    if codes == (case.value,):
        return yes(f"the unit {printed!r} is {case.value} in the table of units")
    return no(f"the unit {printed!r} is {' or '.join(codes) or 'in no table'}")


def _speak_of(vocabulary: str, offered: str, words: str) -> bool:
    """Whether words offered hold the sibling's words, or others that stand for the same entry."""
    if fold(words) in fold(offered):
        return True
    keys = {key_of(vocabulary, words), *keys_in(vocabulary, words)} - {None}
    return not keys.isdisjoint({key_of(vocabulary, offered), *keys_in(vocabulary, offered)})
