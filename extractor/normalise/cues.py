"""Phrases of a shipped table in running text; a word of the table that ends in `*` stands for its stem."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from extractor._data import table

_WORD: Final = re.compile(r"[^\W_]+")
_FIRST: Final = 3
"""Phrases are looked up by this many letters of their first word."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of the table at `text[start:end]` and what it stands for."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    stems: tuple[bool, ...]
    name: str

    def stands(self, words: list[str], at: int) -> bool:
        """Whether the phrase stands at the word `at`."""
        if at + len(self.words) > len(words):
            return False
        return all(
            words[at + index].startswith(word) if self.stems[index] else words[at + index] == word
            for index, word in enumerate(self.words)
        )


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


@cache
def _phrases(vocabulary: str, kind: str) -> dict[str, list[_Phrase]]:
    """The phrases by the first letters of their first word, longest first."""
    found: list[_Phrase] = []
    for name, phrases in table(vocabulary)[kind].items():
        for phrase in phrases:
            pieces = re.findall(r"[^\W_]+\*?", _fold(phrase))
            stems = tuple(piece.endswith("*") for piece in pieces)
            found.append(_Phrase(tuple(piece.rstrip("*") for piece in pieces), stems, name))
    index: dict[str, list[_Phrase]] = {}
    for one in sorted(found, key=lambda one: (-len(one.words), -len("".join(one.words)), one.words)):
        index.setdefault(one.words[0][:_FIRST], []).append(one)
    return index


def cues(vocabulary: str, kind: str, text: str) -> Iterator[Cue]:
    """Every phrase of a table in a text, in order; none inside another, of two at one word the longer."""
    index = _phrases(vocabulary, kind)
    tokens = list(_WORD.finditer(text))
    words = [_fold(token.group()) for token in tokens]
    free = 0
    for at, word in enumerate(words):
        if at >= free and (phrase := _at(index, words, at, word)):
            free = at + len(phrase.words)
            yield Cue(phrase.name, tokens[at].start(), tokens[free - 1].end())


def _at(index: dict[str, list[_Phrase]], words: list[str], at: int, word: str) -> _Phrase | None:
    """The longest phrase that begins at a word."""
    for size in range(_FIRST, 0, -1):
        for one in index.get(word[:size], ()):
            if one.stands(words, at):
                return one
    return None
