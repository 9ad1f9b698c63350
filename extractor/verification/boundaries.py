"""Where words may begin and end: never inside a number, never leaving out its sign."""

import re
from typing import Final

from extractor.verification.page import Page, Place

_CLAUSE_END: Final = re.compile(r"[ \t]*(?:[\r\n.;,:)\]]|$|(?:and|or|but)\b|-[A-Z])")
_CHOSEN: Final = re.compile(
    r"[ \t]+(?:were|was|will\s+be)\s+(?:then\s+|\w+ly\s+)?"
    r"(?:randomi[sz]ed|assigned|allocated|enrol+ed|recruited|included|invited|eligible)\b",
    re.IGNORECASE,
)
_CELL_END: Final = re.compile(r"[ \t]*(?:[\r\n,;|(\t]|$)")


def cuts_number(text: str, start: int, end: int) -> bool:
    """Whether a place begins or ends inside a number, or leaves out its sign."""
    if start and text[start].isdigit() and _number_before(text, start):
        return True
    return end < len(text) and text[end - 1].isdigit() and _number_behind(text, end)


def _number_before(text: str, start: int) -> bool:
    before = text[start - 1]
    if before.isdigit():
        return True
    further = text[start - 2] if start > 1 else " "
    if before == ".":
        return further.isdigit()
    if before == ",":
        return (
            further.isdigit()
            and text[start : start + 3].isdigit()
            and not text[start + 3 : start + 4].isdigit()
        )
    # A dash behind a word, a number or a bracket joins; anywhere else it is a minus.
    return before in "-−" and not (further.isalnum() or further in ")]%'\"")


def _number_behind(text: str, end: int) -> bool:
    behind = text[end]
    if behind.isdigit():
        return True
    if behind == "." and text[end + 1 : end + 2].isdigit():
        return True
    return behind == "," and text[end + 1 : end + 4].isdigit() and not text[end + 4 : end + 5].isdigit()


def cuts_word(text: str, start: int, end: int) -> bool:
    """Whether a place begins or ends inside a word of small letters."""
    if start and text[start - 1].isalpha() and text[start].islower():
        return True
    return end < len(text) and text[end].islower() and text[end - 1].isalpha()


def stops_inside(text: str, end: int) -> bool:
    """Whether the page goes on with the same clause: no stop, no bracket, no `and` follows."""
    return text[end - 1] not in ".;:" and _CLAUSE_END.match(text, end) is None


def are_chosen(text: str, end: int) -> bool:
    """Whether the page goes on with what was done with those people: `… were randomly assigned`."""
    return _CHOSEN.match(text, end) is not None


def is_cell(page: Page, place: Place) -> bool:
    """Whether words stand between the beginning of a line, commas or bars, and the next ones or its end."""
    start = page.item_start(page.line_at(place[0]))
    before = page.text[start : place[0]].rstrip()
    begins = not any(map(str.isalnum, before)) or before[-1] in ",;|:"
    return begins and _CELL_END.match(page.text, place[1]) is not None


def fills_whole_line(page: Page, place: Place) -> bool:
    """Whether words are all that their line prints behind its marker."""
    line = page.line_at(place[0])
    return place[0] == page.item_start(line) and not page.text[place[1] : line[1]].strip()


def fills_line(page: Page, place: Place) -> bool:
    """Whether words that begin a line end it too, or end at a comma or a bracket."""
    line = page.line_at(place[0])
    if place[0] != page.item_start(line):
        return True
    if page.part_at(place[0]).name == "lead_sponsor":
        return not page.text[place[1] : line[1]].strip()
    return _CELL_END.match(page.text, place[1]) is not None
