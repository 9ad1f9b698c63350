"""Verbatim values: equal to their words after folding, or standing whole inside them."""

from typing import Final

from extractor.verification.boundaries import cuts_number, cuts_word
from extractor.verification.case import SILENT, Case, Say, no, yes
from extractor.verification.denials import denied
from extractor.verification.fold import Folded, fold, squeeze
from extractor.verification.page import Place

_CLOSING: Final = " .;,"
_EQUAL: Final = yes("the value is its words")


def says(case: Case, place: Place) -> Say:
    """Whether the words are the value."""
    words, value = case.page.text[place[0] : place[1]], case.value
    if words == value:
        return _EQUAL
    folded, wanted = fold(words), fold(value)
    if folded == wanted:
        return yes("the value is its words, case, white space and typography aside")
    if squeeze(folded) == squeeze(wanted):
        return yes("the value is its words, blanks aside")
    return no(f"the words are {words[:60]!r}")


def inside(case: Case, place: Place) -> Place | None:
    """Where a value stands inside wider words, cutting no number and no word in two, and not denied."""
    text, value = case.page.text, case.value
    at = text.find(value, place[0], place[1])
    while at >= 0:
        end = at + len(value)
        if not cuts_number(text, at, end) and not cuts_word(text, at, end) and not denied(text, at):
            return at, end
        at = text.find(value, at + 1, place[1])
    return _folded_inside(case, place)


def _folded_inside(case: Case, place: Place) -> Place | None:
    """The same through the fold, for values whose case or blanks differ from the page's."""
    words = Folded(case.text(place))
    wanted = fold(case.value)
    at = words.text.find(wanted) if wanted else -1
    while at >= 0:
        first, last = words.raw_span(at, at + len(wanted))
        start, end = place[0] + first, place[0] + last
        text = case.page.text
        if not cuts_number(text, start, end) and not cuts_word(text, start, end) and not denied(text, start):
            return start, end
        at = words.text.find(wanted, at + 1)
    return None


def identifier(case: Case, place: Place) -> Say:
    """Identifiers are equal to the letter, and nothing that could belong to them stands beside them."""
    text = case.page.text
    start = text.find(case.value, *place)
    if start < 0:
        return no(f"the identifier printed is {text[place[0] : place[1]][:60]!r}")
    end = start + len(case.value)
    if (start and text[start - 1].isdigit()) or (end < len(text) and text[end].isalnum()):
        return no("the identifier printed is longer")
    return yes("the identifier, to the letter") if case.value.strip(_CLOSING) else SILENT
