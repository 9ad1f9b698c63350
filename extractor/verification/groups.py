"""Groups of participants that a sentence names, whether or not the record has them as arms."""

import re
from typing import Final

from extractor.verification.fold import fold

_GROUP: Final = re.compile(r"(?P<name>(?:[\w+/-]+\s+){1,4}?)(?:groups?|arms?|cohorts?)\b", re.IGNORECASE)

_TREATED: Final = frozenset(
    {"treatment", "treated", "study", "experimental", "intervention", "active", "test"}
)
_CONTROLS: Final = frozenset(
    {"control", "controls", "placebo", "comparator", "sham", "observation", "standard"}
)
"""A sentence about the treatment group is about any arm that is no control."""
_SHARED: Final = frozenset(
    {"both", "all", "each", "either", "two", "three", "same", "every", "age", "risk", "patient"}
)


def other_group(sentence: str, label: str) -> str | None:
    """A group that a sentence names before this label, and that is not this one, or None."""
    own = word_at(fold(sentence), fold(label))
    match = _GROUP.search(sentence)
    if match is None or 0 <= own <= len(fold(sentence[: match.end()])):
        return None
    words, mine = set(fold(match.group("name")).split()), set(fold(label).split())
    if words & _TREATED:
        return match.group() if mine & _CONTROLS else None
    return None if words & (mine | _SHARED) else match.group()


def word_at(text: str, words: str) -> int:
    """Where words stand in a text without cutting others, or -1."""
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            return at
        at = text.find(words, at + 1)
    return -1
