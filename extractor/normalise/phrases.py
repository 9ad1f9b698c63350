"""Noun phrases beside a limit, for what no table names: `Tumor burden > 50%`, `at least two prior lines`."""

import re
from functools import cache
from typing import Final

from extractor._data import table

_TIMES: Final = frozenset(("days", "weeks", "months", "years", "hours"))
_TRAILING: Final = re.compile(
    r"(?:[\s:：,]|(?<![A-Za-z-])(?:of|is|are|was|were|be|been|must|should|shall|has|have|to|at|a|an|the|defined|as|by|"
    r"levels?|values?|concentrations?|measured|estimated|with|documented|that|which|not)(?![A-Za-z]))+$",
    re.IGNORECASE,
)
_RUN: Final = re.compile(
    r"(?:[^\W\d_][\w'’+-]*(?:/[^\W\d_]\w*)?\s){0,6}[^\W\d_][\w'’+-]*(?:/[^\W\d_]\w*)?\s*$"
)
_ABBREVIATED: Final = re.compile(r"[A-Z][A-Z0-9-]+")
"""An abbreviation that ends a phrase is the shortest name for it."""
_NEXT: Final = re.compile(r"[^\W\d_][\w'’+-]*")
_OF: Final = re.compile(
    r"\s+of\s+(?:(?:prior|previous|systemic|prior\s+systemic|anti-?cancer)\s+)?"
    r"(?:therap(?:y|ies)|treatments?|chemotherapy)(?![A-Za-z])",
    re.IGNORECASE,
)
_FARTHEST: Final = 70
_MOST: Final = 4


@cache
def _stop() -> frozenset[str]:
    """Words that no name of a parameter holds."""
    return frozenset(table("stop_words")["beside_phrases"])


@cache
def _leading() -> frozenset[str]:
    """Words before a name that say of what kind or when it was measured."""
    return frozenset(table("stop_words")["before_phrases"])


def phrase_before(text: str, at: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends where a limit begins, copulas and articles aside, or None."""
    begin = max(floor, at - _FARTHEST)
    tail = _TRAILING.search(text, begin, at)
    end = tail.start() if tail else at
    run = _RUN.search(text, begin, end)
    if not run:
        return None
    words = list(_NEXT.finditer(text, run.start(), end))
    kept: list[re.Match[str]] = []
    for word in reversed(words):
        if word.group().casefold() in _stop() or len(kept) == _MOST:
            break
        kept.insert(0, word)
    while len(kept) > 1 and kept[0].group().casefold() in _leading():
        kept.pop(0)
    if kept and _ABBREVIATED.fullmatch(kept[-1].group()) and not kept[0].group().isupper():
        kept = kept[-1:]
    if not kept or (len(kept) == 1 and len(kept[0].group()) < 3):  # noqa: PLR2004 - a unit or a letter
        return None
    return kept[0].start(), kept[-1].end()


def phrase_after(text: str, at: int) -> tuple[int, int] | None:
    """The noun phrase that begins where a count ends, or None: `prior lines of therapy`."""
    kept: list[re.Match[str]] = []
    end = at
    while len(kept) < _MOST:
        word = _NEXT.match(text, end)
        if not word or word.group().casefold() in (_stop() - _TIMES if kept else _stop()):
            break
        kept.append(word)
        end = word.end()
        if text[end : end + 1] != " ":
            break
        end += 1
    while len(kept) > 1 and kept[0].group().casefold() in _leading():
        kept.pop(0)
    if not kept:
        return None
    of = _OF.match(text, kept[-1].end())
    return kept[0].start(), of.end() if of else kept[-1].end()
