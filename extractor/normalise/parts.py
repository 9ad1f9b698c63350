"""Parts that a criterion lists inside its own line: behind a colon, between semicolons, numbered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from extractor.normalise.blanks import short_blanks

_HEAD: Final = re.compile(r"[^:：;；\n]{2,160}?[:：](?=\s*\D)\s*")
_SEMICOLON: Final = re.compile(r"\s*[;；]\s*")
_COMMA: Final = re.compile(r"\s*(?:、|[,，](?!\d)|(?<!\d)[,，])\s*")
"""A comma between figures is one of a number: `1,500`, `1,5`."""
_LETTERED: Final = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[:：;；,]))\(?(?P<number>[a-h])[).]\s*(?=\S)")
_NUMBERED: Final = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[:：;；,]))\(?(?P<number>\d{1,2})[).](?!\d)\s*")
_JOINED: Final = re.compile(r"(?:and/or|and|or)\s+", re.IGNORECASE)
_OR: Final = re.compile(r"(?<![A-Za-z])or(?![A-Za-z])", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r"(?:which|who|that|if|unless|as|including|such|whose|where|when|with|but|e\.g|i\.e|except|provided|for)(?![A-Za-z])",
    re.IGNORECASE,
)
_ANY: Final = re.compile(
    r"(?<![A-Za-z])(?:any|one|either|at\s+least\s+(?:one|1|two|2))\s+(?:one\s+)?of(?![A-Za-z])|(?<![A-Za-z])one\s+or\s+more(?![A-Za-z])",
    re.IGNORECASE,
)
_AND_ANY: Final = re.compile(
    r",?\s+and\s+(?=[^:：]{0,40}(?:any|one|either)\s+of\s+the\s+following\s*[:：]\s*$)", re.IGNORECASE
)
_SIGN: Final = re.compile(r"[<>≤≥≦≧=]")
_ELIGIBLE: Final = re.compile(
    r"(?:patients|subjects|participants|those|individuals)\s[^;；]{0,200}?\s(?:are|is|will\s+be|may\s+be)\s+(?:eligible|allowed|permitted|"
    r"acceptable|not\s+excluded)",
    re.IGNORECASE,
)
"""A clause that lets some through is an exception to the others, no part beside them."""
_SHORTEST: Final = 2


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts stand, and whether the words say that one of them is enough."""

    places: tuple[tuple[int, int], ...]
    any: bool


@lru_cache(maxsize=2048)
def parts(text: str) -> Parts | None:
    """The parts that a criterion lists inside its line, None where it lists none.

    A list of commas is one only behind a colon; `A or B` is never split.
    """
    text = short_blanks(text)
    head = _HEAD.match(text)
    if head and not _level(text, 0, head.end()):
        head = None
    start = head.end() if head else 0
    if head and (split := _AND_ANY.search(text, 0, head.end())) and _commas(text, start):
        return Parts(((0, split.start()), (split.end(), _end(text))), any=False)
    for listed in (
        _numbered(text, start),
        _pieces(text, start, _SEMICOLON),
        _commas(text, start) if head else (),
    ):
        places = tuple(place for place in listed if not _ELIGIBLE.fullmatch(text, *place))
        if len(places) >= _SHORTEST:
            return Parts(places, any=asks_for_any(text[:start]) or _or_last(text, places))
    return None


def _or_last(text: str, places: tuple[tuple[int, int], ...]) -> bool:
    """Whether `or` stands before the last part."""
    return _OR.search(text, places[-2][1], places[-1][0]) is not None


def asks_for_any(text: str) -> bool:
    """Whether words say that one of the parts they announce is enough."""
    return _ANY.search(text) is not None


def _end(text: str) -> int:
    return len(text.rstrip(" \t\r\n.,;"))


def _level(text: str, start: int, end: int) -> bool:
    """Whether as many brackets close as open between two offsets."""
    return sum(text.count(mark, start, end) for mark in "([{") == sum(
        text.count(mark, start, end) for mark in ")]}"
    )


def _pieces(text: str, start: int, separator: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    """What stands between separators outside brackets."""
    return tuple(_trimmed(text, begin, end) for begin, end in _outside(text, start, separator))


def _outside(text: str, start: int, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    begin, depth, seen = start, 0, start
    end = _end(text)
    for match in separator.finditer(text, start, end):
        depth += sum(text.count(mark, seen, match.start()) for mark in "([{")
        depth -= sum(text.count(mark, seen, match.start()) for mark in ")]}")
        seen = match.start()
        if depth <= 0:
            if match.start() > begin:
                yield begin, match.start()
            begin = match.end()
    if end > begin:
        yield begin, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    if joined := _JOINED.match(text, start, end):
        start = joined.end()
    return start, start + len(text[start:end].rstrip(" \t\r\n.,;"))


def _commas(text: str, start: int) -> tuple[tuple[int, int], ...]:
    """The parts of a list of commas; a sentence that goes on behind its commas is none."""
    found = _pieces(text, start, _COMMA)
    shared = any(not _SIGN.search(text[begin:end]) for begin, end in found[:-1]) and _SIGN.search(text, start)
    if shared or any(_GOES_ON.match(text, begin) or not text[begin:end].strip() for begin, end in found):
        return ()
    return found


def _numbered(text: str, start: int) -> tuple[tuple[int, int], ...]:
    """Parts numbered 1, 2, 3 … or a, b, c … inside a line."""
    for pattern, numbers in ((_NUMBERED, map(str, range(1, 100))), (_LETTERED, iter("abcdefgh"))):
        marks = list(pattern.finditer(text, start))
        if len(marks) >= _SHORTEST and [mark.group("number") for mark in marks] == list(
            islice(numbers, len(marks))
        ):
            ends = [mark.start() for mark in marks[1:]] + [_end(text)]
            places = zip(marks, ends, strict=True)
            return tuple(_trimmed(text, mark.end(), end) for mark, end in places if end > mark.end())
    return ()
