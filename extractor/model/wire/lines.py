"""The numbers of a page's lines, as a model sees them and names them."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

_LINE: Final = re.compile(r"[^\r\n]+|\r\n|\r|\n")


class Place(NamedTuple):
    """`text[start:end]`: a line without its line end."""

    start: int
    end: int


@lru_cache(maxsize=64)
def numbered(text: str) -> Mapping[int, Place]:
    r"""The lines of a text by number, from 1, without blank ones; only `\r\n`, `\r` and `\n` end a line.

    Kept for the pages in hand, as every pass over a page asks for them.
    """
    found: dict[int, Place] = {}
    if "\r" not in text:
        start = 0
        for number, words in enumerate(text.split("\n"), start=1):
            end = start + len(words)
            if words and not words.isspace():
                found[number] = Place(start, end)
            start = end + 1
        return MappingProxyType(found)
    number = 1
    for match in _LINE.finditer(text):
        words = match.group()
        if words[0] in "\r\n":
            number += 1
        elif not words.isspace():
            found[number] = Place(*match.span())
    return MappingProxyType(found)
