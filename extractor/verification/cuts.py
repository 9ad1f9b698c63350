"""Words that begin or end where they must not: in a number or word, before a denial, short of their cell."""

import re
from typing import Final

from extractor.records.criteria import Criterion
from extractor.records.declare import Check
from extractor.verification.boundaries import (
    are_chosen,
    cuts_number,
    cuts_word,
    fills_line,
    fills_whole_line,
    is_cell,
    stops_inside,
)
from extractor.verification.case import Case, Verdict, ambiguous, unsupported
from extractor.verification.contexts import Words
from extractor.verification.denials import answered_no, denial_cut_off
from extractor.verification.denials import denied as denial_before
from extractor.verification.homes import at_home
from extractor.verification.kinds.answered import answered
from extractor.verification.page import Place

WHOLE_CELLS: Final = frozenset({"/locations/facility", "/sponsors/name", "/conditions", "/keywords"})
"""Fields whose words fill their line where they begin one."""
_FEWEST_WORDS: Final = 3
"""People who were chosen are described by more words than this: `patients` says nothing of them."""
_ENDS: Final = frozenset({"", "\r", "\n"})
"""What follows the last words of a line."""
_RUNS_ON: Final = re.compile(r"[A-Z][A-Z]")


def in_number(case: Case, words: Words, place: Place) -> Verdict | None:
    """Words that cut a number; cells of a row that lost its separators may meet in one."""
    text, path = case.page.text, case.path
    if path == "/outcomes/time_frame":
        last = text[place[1] - 1 : place[1] + 1]
        cut = len(last) > 1 and last.isdigit()
    else:
        cut = words.given and cuts_number(text, *place)
    return unsupported("its words cut a number in two") if cut else None


def denied(case: Case, _words: Words, place: Place) -> Verdict | None:
    """Words that the page denies, before them or by an answer behind them."""
    if denial_before(case.page.text, place[0]) or (
        case.leaf.field.check is Check.ENUM and _answered_no(case, place)
    ):
        return unsupported("the page denies these words")
    return None


def _answered_no(case: Case, place: Place) -> bool:
    """Whether words are a question that the page answers with no, for a value that is not `NO` itself."""
    if case.value.name == "NO" or answered(type(case.value).__name__, case.text(place)):
        return False
    alone = not at_home(case.page, case.path, place) and fills_whole_line(case.page, place)
    return answered_no(case.page.text, *place, alone=alone)


def of_words(case: Case, words: Words, place: Place) -> Verdict | None:
    """The same in one, `in_number`, `denied` and `in_word`, for words that are the value."""
    text = case.page.text
    if words.given and cuts_number(text, place[0], place[1]):
        return unsupported("its words cut a number in two")
    if denial_before(text, place[0]):
        return unsupported("the page denies these words")
    return None if words.given else in_word(case, words, place)


def runs_on(case: Case, _words: Words, place: Place) -> Verdict | None:
    """A name that ends inside a word of capitals: `Phase I` of `Phase II`."""
    if _RUNS_ON.match(case.page.text, place[1] - 1):
        return ambiguous("its words cut a word in two", (place,))
    return None


def in_word(case: Case, words: Words, place: Place) -> Verdict | None:
    """Words that were searched for and found inside a word."""
    if not words.given and cuts_word(case.page.text, *place):
        return ambiguous("its words cut a word in two", (place,))
    return None


def _cut_off(case: Case, text: str, place: Place) -> Verdict | None:
    """A verdict against a criterion that goes on on its line."""
    if denial_cut_off(text, place[1]):
        return unsupported("its words leave out the denial or exception that follows them")
    described = len(case.value.split()) > _FEWEST_WORDS
    chosen = case.path.startswith("/eligibility/inclusion") and are_chosen(text, place[1]) and described
    if stops_inside(text, place[1]) and not chosen:
        return ambiguous("its words stop inside their clause", (place,))
    return None


def incomplete(case: Case, _words: Words, place: Place) -> Verdict | None:
    """A verdict against a criterion or a cell that goes on behind its words, or None."""
    text = case.page.text
    if type(case.owner) is Criterion and case.leaf.name == "text":
        return _cut_off(case, text, place) if text[place[1] : place[1] + 1] not in _ENDS else None
    if case.path in WHOLE_CELLS and not fills_line(case.page, place):
        return ambiguous("the page goes on on the same line", (place,))
    if (
        case.path == "/keywords"
        and not at_home(case.page, case.path, place)
        and not is_cell(case.page, place)
    ):
        return ambiguous("its words are part of a longer phrase", (place,))
    return None
