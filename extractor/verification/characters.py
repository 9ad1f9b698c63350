"""Characters that deceive: hidden ones, and letters of other alphabets inside words of ours."""

import re
import unicodedata
from collections.abc import Iterator

from extractor.records.finding import Finding, FindingCode, Span
from extractor.verification.fold import HIDDEN
from extractor.verification.page import Page

_MOST = 16
_RUN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\U000e0000-\U000e007f]+")
# Greek and Cyrillic letters that look like Latin ones; symbols such as α or μ stand alone and are fine.
_LOOKALIKES = "АВЕЅІЈКМНОРСТХУаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιν"
_LOOKALIKE = re.compile(f"[{_LOOKALIKES}]")
_MIXED = re.compile(rf"[A-Za-z0-9][{_LOOKALIKES}]|[{_LOOKALIKES}][A-Za-z0-9]")
_WORD = re.compile(r"\w+")


def deceptions(page: Page) -> Iterator[Finding]:
    """Findings for hidden characters and look-alike letters, the first of each kind with their spans."""
    if page.text.isascii():
        return
    if HIDDEN.search(page.text):
        runs = [match.span() for match in _RUN.finditer(page.text)]
        names = sorted({unicodedata.name(page.text[start], "a tag") for start, _ in runs[:_MOST]})
        yield _finding(
            page,
            FindingCode.HIDDEN_TEXT,
            f"{len(runs)} runs of characters that print nothing: {', '.join(names)}",
            runs,
        )
    if not _LOOKALIKE.search(page.text):
        return
    mixed = [
        match.span()
        for found in _MIXED.finditer(page.text)
        if (match := _WORD.search(page.text, page.text.rfind(" ", 0, found.start()) + 1))
    ]
    if mixed:
        yield _finding(page, FindingCode.LOOKALIKE, f"{len(mixed)} words mix letters that look alike", mixed)


def _finding(page: Page, code: FindingCode, message: str, places: list[tuple[int, int]]) -> Finding:
    spans = [Span(quote=page.text[start:end], start=start, end=end) for start, end in places[:_MOST]]
    return Finding(code=code, pointer="", message=message, spans=spans)
