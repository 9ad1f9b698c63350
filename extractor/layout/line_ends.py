"""Lines that end where no line was printed to end: broken, hyphenated or cut at a width."""

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.layout.page import Page
from extractor.structure.lines import Line

_UNBROKEN = frozenset({"medpath", "ctgov-snapshot"})
"""Layouts that print a paragraph on one line."""
_BROKEN = frozenset({"medline-print"})
"""Layouts that break lines at a width."""
_CUT_WORD = re.compile(r".*[a-z]{2}-")
_FEW, _FEW_CUT = 2, 3
_NARROWEST, _WIDEST, _SLACK = 50, 140, 3


def line_ends(page: Page, layout: str) -> Iterator[str]:
    """What shows that the lines of a page end at a width."""
    if layout in _BROKEN:
        return
    widths = [line.content.end - line.whole.start for line in page.printed]
    widest = max(widths, default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return
    joints = [(a, b) for a, b in pairwise(page.printed) if b.number == a.number + 1 and _goes_on(a, b)]
    wide = sum(_is_full(a, b, widest) for a, b in joints)
    if layout in _UNBROKEN and wide >= _FEW:
        yield f"its lines are broken at a width of {widest}"
    if sum(a.content.match(_CUT_WORD) is not None for a, _ in joints) >= _FEW_CUT:
        yield "words are cut at the ends of its lines"
    if not joints and widths.count(widest) >= _FEW_CUT:
        yield f"its lines are cut at a width of {widest}"


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the next line has no room on a line."""
    word = following.content.text.partition(" ")[0]
    return line.content.end - line.whole.start + 1 + len(word) > width - _SLACK


def _goes_on(line: Line, following: Line) -> bool:
    """Whether a line ends inside a sentence that the next one goes on with."""
    return (
        not following.marker and line.content.text[-1] not in ".:;?!" and following.content.text[0].islower()
    )
