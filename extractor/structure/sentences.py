"""Sentences of a piece of running text."""

import re
from collections.abc import Iterator
from typing import Final

from extractor.structure.slices import Slice

# What must not stand before a stop is asked behind it: so nothing but stops is looked at.
_END: Final = re.compile(
    r"[.!?](?<!\b[A-Z]\.[A-Z][.!?])(?<!\be\.g[.!?])(?<!\bi\.e[.!?])(?<!\bvs[.!?])(?<!\bDr[.!?])(?<!\bNo[.!?])"
    r"[\"')\]]*\s+(?=[A-Z0-9(\"'])"
)


def sentences(piece: Slice) -> Iterator[Slice]:
    """The sentences, with their final stops and without surrounding white space."""
    for start, end in sentence_places(piece.page, piece.start, piece.end):
        yield Slice(piece.page, start, end)


def sentence_places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The same of `text[start:end]`, by their offsets."""
    for match in _END.finditer(text, start, end):
        yield _stripped(text, start, match.end())
        start = match.end()
    first, last = _stripped(text, start, end)
    if last > first:
        yield first, last


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of a piece without the white space around it."""
    words = text[start:end].lstrip()
    return end - len(words), end - len(words) + len(words.rstrip())
