"""What no page prints itself: characters decoded wrongly, lost or read from a picture, sheets of paper."""

import re
from collections.abc import Iterator

from extractor.layout.page import Page

_GARBLED = re.compile(r"[âÃÂðï](?:(?<=â)[€‰„]|(?<=Ã)[\u0080-\u00bf]|(?<=Â)[\u00a0-\u00bf]|(?<=ð)Ÿ|(?<=ï)¿½)")
"""UTF-8 read as an older encoding."""
_LOST = re.compile(r"\ufffd|^[ \t]*\?+[ \t]*(?=\w)|(?<=[ \t])\?[ \t]?(?=\d)", re.MULTILINE)
"""Marks of items, and signs before numbers, that became question marks."""
# A class of characters comes first: few places of a page are looked at twice.
_FIGURE = re.compile(r"[015](?:(?<=[a-z][015])(?=[a-z]{2})|(?<![^\s(][015])(?=[a-z]{5}))")
_LETTER = re.compile(r"[OIl](?<=\d[OIl])(?=\d)")
_WORD = re.compile(r"[A-Za-z]*[015]([a-z]+)[.,;:)]*(?=\s|$)")
_UNIT = re.compile(
    r"(?:year|month|week|day|hour|min|minute|second|cycle|dose|point|percent|patient|mg|mcg|ml|cm|mm|kg)s?"
)
_PAPER = re.compile(
    r"https?://\S+\s+\d{1,3}/\d{1,3}|[Pp]age \d{1,3} of \d{1,3}|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?\s+\S.*"
)
"""The head and the foot of each sheet of paper."""
_FEW = 2


def misprints(page: Page) -> Iterator[str]:
    """What shows that the characters of a page are not those that were printed."""
    text = page.text
    if not text.isascii() and _several(_GARBLED, text):
        yield "its characters were decoded wrongly"
    if ("?" in text or "\ufffd" in text) and _several(_LOST, text):
        yield "question marks stand for characters that were lost"
    scanned = sum(_is_scanned(match) for match in _FIGURE.finditer(text))
    if scanned + len(_LETTER.findall(text)) >= _FEW:
        yield "figures and letters stand for each other"
    if sum(line.content.match(_PAPER) is not None for line in page.printed) >= _FEW:
        yield "the heads and feet of printed sheets stand on it"


def _several(pattern: re.Pattern[str], text: str) -> bool:
    return len(pattern.findall(text)) >= _FEW


def _is_scanned(figure: re.Match[str]) -> bool:
    """Whether a figure stands for a letter of a word; in `survival1year` two cells meet."""
    text = figure.string
    start = max(text.rfind(white, 0, figure.start()) for white in " \n\t(") + 1
    word = _WORD.match(text, start)
    return word is not None and word.start(1) == figure.end() and _UNIT.fullmatch(word.group(1)) is None
