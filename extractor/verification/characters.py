"""Characters that deceive: hidden ones, and letters of other alphabets inside words of ours."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from extractor.records.finding import Finding, FindingCode, Span
from extractor.verification.fold import HIDDEN
from extractor.verification.page import Page

_MOST: Final = 16
_FEW: Final = 256
"""So many characters are looked up one by one."""
_RUN: Final = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\U000e0000-\U000e007f]+"
)
# Greek and Cyrillic letters that look like Latin ones; symbols such as α or μ stand alone and are fine.
_LOOKALIKES: Final = "АВЕЅІЈКМНОРСТХУаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιν"
_LOOKALIKE: Final = re.compile(f"[{_LOOKALIKES}]")
_MIXED: Final = re.compile(rf"[A-Za-z0-9][{_LOOKALIKES}]|[{_LOOKALIKES}][A-Za-z0-9]")
_WORD: Final = re.compile(r"\w+")


def _beyond_ascii(page: Page) -> str:
    """The characters of a page beyond ASCII; the whole page where they are many."""
    narrow, found = page.narrow, list[str]()
    if narrow.count("?") > _FEW:
        return page.text
    at = narrow.find("?")
    while at >= 0:
        found.append(page.text[at])
        at = narrow.find("?", at + 1)
    return "".join(found)


def deceptions(page: Page) -> Iterator[Finding]:
    """Findings for hidden characters and look-alike letters, the first of each kind with their spans."""
    if page.text.isascii():
        return
    beyond = _beyond_ascii(page)  # few: looking at them alone is quicker
    if HIDDEN.search(beyond):
        runs = [match.span() for match in _RUN.finditer(page.text)]
        said = "1 run" if len(runs) == 1 else f"{len(runs)} runs"
        names = sorted({unicodedata.name(page.text[start], "a tag") for start, _ in runs[:_MOST]})
        yield _finding(
            page,
            FindingCode.HIDDEN_TEXT,
            f"{said} of characters that print nothing: {', '.join(names)}",
            runs,
        )
    if not _LOOKALIKE.search(beyond):
        return
    mixed = list(_mixed_words(page.text))
    if mixed:
        said = "1 word mixes" if len(mixed) == 1 else f"{len(mixed)} words mix"
        yield _finding(page, FindingCode.LOOKALIKE, f"{said} letters that look alike", mixed)


def _mixed_words(text: str) -> Iterator[tuple[int, int]]:
    """Every word in which letters of two alphabets stand side by side, once."""
    end = 0
    for found in _MIXED.finditer(text):
        if found.start() < end:
            continue
        start = found.start()
        while start > end and _WORD.match(text, start - 1, start):
            start -= 1
        match = _WORD.match(text, start)
        end = match.end() if match else found.end()
        yield start, end


def _finding(page: Page, code: FindingCode, message: str, places: list[tuple[int, int]]) -> Finding:
    spans = [Span(quote=page.text[start:end], start=start, end=end) for start, end in places[:_MOST]]
    return Finding(code=code, pointer="", message=message, spans=spans)
