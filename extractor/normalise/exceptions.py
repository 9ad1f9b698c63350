"""What a criterion lets through: the words after `except`, `other than`, `unless`, or before `is allowed`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_OPENING: Final = re.compile(
    r"(?<![A-Za-z])(?P<open>except(?:ing)?(?:\s+(?:for|if|when|in(?!\s+situ)|that))?|with\s+the\s+exceptions?\s+(?:of|for)|"
    r"with\s+exception\s+of|exceptions?(?=\s*:)|save\s+for|other\s+than|excluding|unless|apart\s+from|aside\s+from|not\s+including)\s*:?\s+",
    re.IGNORECASE,
)
_ALLOWED: Final = re.compile(
    r"(?<!\s)\s{0,12},?\s{0,3}(?:(?:is|are|will\s+be|may\s+be|being)\s+(?:also\s+)?(?:allowed|permitted|acceptable|eligible|accepted|"
    r"not\s+excluded)(?![A-Za-z])|(?:allowed|permitted)(?=\s*\)))",
    re.IGNORECASE,
)
_MILDER: Final = re.compile(
    r"(?:[(\[,;]\s*(?:or\s+|and\s+)?|(?<=\s)or\s+)(?P<body>(?:≤|≦|<=?|≥|>=?|up\s+to|at\s+most|less\s+than|no\s+more\s+than)[^()\[\];]{1,60}?"
    r"(?:ULN|upper\s+limits?\s+of\s+normal)\)?\s*,?\s*(?:if|in|for|with|when)(?![A-Za-z])[^()\[\];]{0,120})",
    re.IGNORECASE,
)
_FOR_SOME: Final = re.compile(
    r"[(\[]\s*(?:or\s+)?(?P<body>(?:≤|≦|<=?|≥|>=?)\s?\d[^()\[\];]{0,40}?\s(?:if|when|(?:in|for)\s+(?:patients|subjects|participants|"
    r"those|case))(?![A-Za-z])[^()\[\]]{0,120})(?=[)\]])",
    re.IGNORECASE,
)
_SEX: Final = re.compile(
    r"(?<![A-Za-z])(?:fe)?males?(?![A-Za-z])|(?<![A-Za-z])(?:wo)?men(?![A-Za-z])", re.IGNORECASE
)
_IF_SOME: Final = re.compile(
    r"[(\[]\s*(?:or\s+)?(?P<body>(?:if|when|(?:in|for)\s+(?:patients|subjects|participants|those|case))\s[^()\[\]]{3,100}?"
    r"(?:≤|≦|<|≥|>)\s?=?\s?\d[^()\[\]]{0,60})(?=[)\]])",
    re.IGNORECASE,
)
_SIGN: Final = re.compile(r"[<>≤≥≦≧]\s?=?\s?\d")
_GOES_ON: Final = re.compile(
    r"[<>≤≥≦≧]|(?:who|whose|which|that|where|if|provided)(?![A-Za-z])", re.IGNORECASE
)
"""What tells of the thing before a comma, and is no other thing."""
_WHO: Final = re.compile(
    r"\s*(?:(?:patients|subjects|participants|those|individuals)\s+with)\s+", re.IGNORECASE
)
_NORMAL: Final = re.compile(r"ULN|upper|normal", re.IGNORECASE)
_ARTICLE: Final = re.compile(
    r"(?:the|a|an|those|patients\s+with|subjects\s+with|participants\s+with)\s+", re.IGNORECASE
)
_LEADING: Final = re.compile(
    r"(?:(?:but|however|although|though)\s+)?(?:(?:the\s+)?(?:patients?|subjects?|participants?)\s+with\s+)?",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r"\s*,\s*(?:and/or|and|or)?(?=\s)\s*", re.IGNORECASE)
_LAST: Final = re.compile(r"\s+(?:and/or|and|or)\s+", re.IGNORECASE)
_WHOLE: Final = re.compile(
    r"(?:carcinomas?|cancers?|tumou?rs?|neoplasms?|melanomas?|diseases?|infections?|hepatitis|lymphomas?|situ|skin|"
    r"malignanc(?:y|ies)|alopecia|[A-Z]{2,6})$"
)
_BLANKS: Final = re.compile(r"\s*")
_FARTHEST: Final = 240
_STOP: Final = re.compile(r"[.;](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Exempted:
    """One thing that is let through, `text[start:end]`."""

    start: int
    end: int


@lru_cache(maxsize=1024)
def exceptions(text: str) -> tuple[Exempted, ...]:
    """What a criterion lets through, in order, each listed thing by itself."""
    found: list[Exempted] = []
    for start, end, whole in sorted((*_opened(text), *_allowed(text), *_milder(text), *_for_some(text))):
        if not found or start >= found[-1].end:
            found.extend([Exempted(start, end)] if whole else _listed(text, start, end))
    return tuple(found)


def _opened(text: str) -> Iterator[tuple[int, int, bool]]:
    depth, places = 0, _depths(text)
    done = 0
    for match in _OPENING.finditer(text):
        if match.start() < done:
            continue
        depth = places[match.end()] if match.end() < len(text) else 0
        end = _closing(text, match.end(), depth, places)
        if stop := _STOP.search(text, match.end(), end):
            end = stop.start()
        opening = match.group("open").casefold()
        done = end
        start = match.end()
        if article := _ARTICLE.match(text, start):
            start = article.end()
        end = start + len(text[start:end].rstrip(" .,;"))
        if end > start:
            yield start, end, opening.startswith("unless") or opening.endswith((" if", " when", " that"))


def _depths(text: str) -> list[int]:
    depths, depth = [], 0
    for character in text:
        depth = max(0, depth + (character in "([{") - (character in ")]}"))
        depths.append(depth)
    return depths


def _closing(text: str, at: int, depth: int, depths: list[int]) -> int:
    """Where the bracket that an offset stands in is closed, else the end of the text."""
    if depth == 0:
        return len(text)
    return next((place for place in range(at, len(text)) if depths[place] < depth), len(text))


def _allowed(text: str) -> Iterator[tuple[int, int, bool]]:
    for match in _ALLOWED.finditer(text):
        blanks = _BLANKS.match(text, _beginning(text, match.start()), match.start())
        start = blanks.end() if blanks else match.start()
        whole = _clause(text, match.start())
        if who := _WHO.match(text, whole, match.start()):
            start = who.end()  # `patients with treated, stable disease are eligible`
        if leading := _LEADING.match(text, start, match.start()):
            start = leading.end()
        if match.start() > start:
            yield start, match.start(), True


def _clause(text: str, end: int) -> int:
    """Where the clause begins behind the last semicolon, stop or colon."""
    floor = max(0, end - _FARTHEST)
    return max((text.rfind(mark, floor, end) + 1 for mark in ";.:("), default=0)


def _beginning(text: str, end: int) -> int:
    """Where a clause begins that ends at an offset: behind the last mark outside brackets that are closed."""
    closed = 0
    for place in range(end - 1, max(0, end - _FARTHEST) - 1, -1):
        mark = text[place]
        if mark in ")]":
            closed += 1
        elif mark in "([" and closed:
            closed -= 1
        elif not closed and mark in "([;.,":
            return place + 1
    return 0


def _milder(text: str) -> Iterator[tuple[int, int, bool]]:
    """A milder limit for some: `(≤ 5 x ULN if liver metastases)`."""
    normal = _NORMAL.search(text)
    if normal is None:
        return
    for match in _MILDER.finditer(text):
        if normal.end() <= match.start():
            start, end = match.span("body")
            yield start, start + len(text[start:end].rstrip(" .,;")), True


def _for_some(text: str) -> Iterator[tuple[int, int, bool]]:
    """Another limit for some in brackets: `(≥ 900 pg/mL if fibrillation)`; limits by sex are none."""
    for match in (*_FOR_SOME.finditer(text), *_IF_SOME.finditer(text)):
        start, end = match.span("body")
        if _SIGN.search(text, 0, match.start()) and not _SEX.search(text, start, end):
            yield start, start + len(text[start:end].rstrip(" .,;")), True


def _listed(text: str, start: int, end: int) -> Iterator[Exempted]:
    """The things of a list: between commas outside brackets, and where the last two are joined."""
    pieces: list[tuple[int, int]] = []
    for begin, stop in _outside(text, start, end, _COMMA):
        if pieces and _GOES_ON.match(text, begin, stop):
            pieces[-1] = (pieces[-1][0], stop)
        else:
            pieces.append((begin, stop))
    first, last = pieces[-1]
    for joint in _LAST.finditer(text, first, last):
        if _level(text, first, joint.start()) and (
            len(pieces) > 1 or _WHOLE.search(text[first : joint.start()])
        ):
            pieces[-1:] = [(first, joint.start()), (joint.end(), last)]
            break
    for begin, stop in pieces:
        if stop > begin:
            yield Exempted(begin, stop)


def _outside(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    begin = start
    for match in separator.finditer(text, start, end):
        if _level(text, begin, match.start()) and match.end() < end:
            yield begin, match.start()
            begin = match.end()
    yield begin, end


def _level(text: str, start: int, end: int) -> bool:
    """Whether as many brackets close as open between two offsets."""
    piece = text[start:end]
    return sum(piece.count(mark) for mark in "([{") == sum(piece.count(mark) for mark in ")]}")
