"""Sentences of a piece of running text."""

import re
from collections.abc import Iterator

from extractor.structure.slices import Slice

_END = re.compile(
    r"(?<!\b[A-Z]\.[A-Z])(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bDr)(?<!\bNo)[.!?][\"')\]]*\s+(?=[A-Z0-9(\"'])"
)


def sentences(piece: Slice) -> Iterator[Slice]:
    """The sentences, with their final stops and without surrounding white space."""
    start = piece.start
    for match in _END.finditer(piece.page, piece.start, piece.end):
        yield Slice(piece.page, start, match.end()).strip()
        start = match.end()
    if rest := Slice(piece.page, start, piece.end).strip():
        yield rest
