"""Names from closed tables: what printed words stand for, by the synonym tables in `schemas/vocabulary`."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from extractor._data import table

_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−_"), "-")
_NOT_WORDS: Final = re.compile(r"[\s\-/,.:;()]+")


_SHORTEST_CUT: Final = 6
"""Shorter words without their first letter may be other words."""
_LONGEST_KEPT: Final = 120
"""Names come again on every page; longer texts do not, and are not kept."""


def fold(words: str) -> str:
    """Words as tables compare them: compatibility forms, case, white space, dashes and slashes unified."""
    return _kept_fold(words) if len(words) <= _LONGEST_KEPT else _fold(words)


def _fold(words: str) -> str:
    text = unicodedata.normalize("NFKC", words).translate(_DASHES).casefold()
    return _NOT_WORDS.sub(" ", text).strip()


_kept_fold = lru_cache(maxsize=16384)(_fold)


@cache
def _cut_index(vocabulary: str, kind: str) -> dict[str, str | None]:
    """Names by their synonyms without the first letter; None where two names share one."""
    found: dict[str, str | None] = {}
    for words, name in _index(vocabulary, kind).items():
        rest = words[1:]
        found[rest] = name if found.get(rest, name) == name else None
    return found


def lookup_cut(vocabulary: str, words: str, kind: str = "") -> str | None:
    """The name of words that lost their first letter, `ecruiting`, where only one can be meant; else None.

    Words that stand for a name as they are have lost nothing.
    """
    text = words.strip()
    whole = text[:1].islower() or text.isupper()
    folded = fold(text)
    if not whole or len(folded) < _SHORTEST_CUT or folded in _index(vocabulary, kind):
        return None
    return _cut_index(vocabulary, kind).get(folded)


@cache
def _index(vocabulary: str, kind: str) -> dict[str, str]:
    entries: dict[str, list[str]] = table(vocabulary)[kind] if kind else table(vocabulary)
    index: dict[str, str] = {}
    for name, synonyms in entries.items():
        # The names of enums are printed by some pages; those of other tables are keys of ours.
        for words in (name, *synonyms) if kind else synonyms:
            other = index.setdefault(fold(words), name)
            if other != name:
                raise ValueError(f"{vocabulary}: {words!r} stands for both {other} and {name}")
    return index


def lookup(vocabulary: str, words: str, kind: str = "") -> str | None:
    """The name that the words stand for, as a whole, or None where the table has no entry.

    `vocabulary` is a file in `schemas/vocabulary`, `kind` a key of its top level:
    `lookup("enums", "Phase II", "Phase")` is `PHASE2`.
    """
    return _index(vocabulary, kind).get(fold(words))
