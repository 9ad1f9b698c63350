"""Typed absence: the reason given for a null must agree with the page."""

import re
from typing import Final

from extractor.records.envelope import EvidenceStatus
from extractor.records.missing import MissingReason
from extractor.verification.case import Verdict
from extractor.verification.contexts import Words
from extractor.verification.numbered import is_head
from extractor.verification.page import Page, Place

_STATED: Final = re.compile(
    r"not\s+(?:available|present|provided|specified|reported|stated|applicable|yet|published|posted)|has\s+not\b|pending|"
    r"unavailable|unknown|no\s+(?:results?|data|information|\w+\s+(?:posted|available|provided))|\bn/?a\b|none",
    re.IGNORECASE,
)
_NOT_APPLICABLE: Final = re.compile(r"not\s+applicable|\bn/?a\b", re.IGNORECASE)
_DASH: Final = re.compile(r"(?:^|[\s:A-Za-z])[-–—]{1,3}\s*$")
_EMPTY_CELL: Final = re.compile(r",\s*,|\t\s*\t|\|\s*\||:\s*$|^\s*$")

_CELL_END: Final = " \t\r\n|"
_LONGEST_LABEL: Final = 60
_EMPTY: Final = frozenset({MissingReason.EMPTY_CELL, MissingReason.EMPTY_SECTION})


def absence_verdict(page: Page, reason: MissingReason, words: Words) -> Verdict:
    """Whether the words offered for a null show the reason given for it."""
    if words.lost or not words.places:
        return Verdict(EvidenceStatus.UNSUPPORTED, "its words are not on the page")
    shown = [place for place in words.places if _shows(page, reason, place)]
    if shown:
        return Verdict(EvidenceStatus.VERIFIED, f"the words show {reason}", tuple(shown))
    if reason in _EMPTY and any(_may_be_empty(page, place) for place in words.places):
        return Verdict(EvidenceStatus.AMBIGUOUS, "a label; what follows it may be its value", words.places)
    if reason in {MissingReason.ABSENT, MissingReason.AMBIGUOUS}:
        return Verdict(EvidenceStatus.QUOTED, f"{reason}: a judgement", words.places)
    return Verdict(EvidenceStatus.UNSUPPORTED, f"the words do not show {reason}")


def _shows(page: Page, reason: MissingReason, place: Place) -> bool:
    text = page.text[place[0] : place[1]]
    if reason is MissingReason.STATED_NOT_AVAILABLE:
        return bool(_STATED.search(text))
    if reason is MissingReason.NOT_APPLICABLE:
        return bool(_NOT_APPLICABLE.search(text))
    if reason is MissingReason.DASH_PLACEHOLDER:
        line = page.line_at(place[0])
        return bool(_DASH.search(text)) and place[1] >= line[0] + len(
            page.text[line[0] : line[1]].rstrip(_CELL_END)
        )
    if reason is MissingReason.EMPTY_CELL:
        return bool(_EMPTY_CELL.search(text)) or _nothing_below(page, place)
    return reason is MissingReason.EMPTY_SECTION and _nothing_below(page, place)


def _fills_line(page: Page, place: Place) -> bool:
    """Whether words are a whole line, its marker aside."""
    line = page.line_at(place[0])
    before = page.text[line[0] : place[0]]
    return not page.text[place[1] : line[1]].strip() and not any(map(str.isalnum, before))


def _may_be_empty(page: Page, place: Place) -> bool:
    """Whether words are a line that may be a label."""
    words = page.text[slice(*place)].strip()
    return _fills_line(page, place) and len(words) <= _LONGEST_LABEL and words[-1] not in ".!?;,"


def _before_label(page: Page, line: Place) -> bool:
    """Whether a label with a list marker is followed by the next such label, not by a value."""
    below = page.line_below(line[0])
    if below is None:
        return False
    mine, other = (page.text[slice(*one)].strip() for one in (line, below))
    return mine[0] == other[0] and page.marked[mine] > 1 and page.marked[other] > 1


def _before_block(page: Page, line: Place) -> bool:
    """Whether a label is followed by the head of a numbered block, `Study Site 1`."""
    below = page.line_below(line[0])
    return below is not None and is_head(page, below)


def _nothing_below(page: Page, place: Place) -> bool:
    """Whether words are a heading or a label with nothing printed behind it, up to the next one."""
    line = page.line_at(place[0])
    words = page.text[place[0] : place[1]].strip()
    if not _fills_line(page, place):
        return False
    if _before_label(page, line) or _before_block(page, line):
        return True
    if len(words) > _LONGEST_LABEL or words[-1] in ".!?;,":
        return False
    part = page.part_at(place[0])
    if part.start <= place[0] < part.body:
        return not page.text[part.body : part.end].strip()
    return not page.text[place[1] : part.end].strip() or part.name != page.part_at(place[1]).name
