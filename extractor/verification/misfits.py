"""Why words at a place cannot stand for a leaf, whatever they say."""

from collections.abc import Callable

from extractor.records.criteria import Criterion
from extractor.records.declare import Check
from extractor.records.finding import FindingCode
from extractor.verification import cells
from extractor.verification.boundaries import cuts_number, cuts_word, fills_line, is_cell, stops_inside
from extractor.verification.case import Case, Verdict, ambiguous, unsupported
from extractor.verification.contexts import Words
from extractor.verification.denials import denial_cut_off, denied
from extractor.verification.homes import at_home, misplaced
from extractor.verification.names import name_doubt, official_misfit
from extractor.verification.own_trial import says_not_whose, speaks_of_others
from extractor.verification.owners import (
    abbreviation_misfit,
    head_misfit,
    other_name_misfit,
    site_misfit,
    type_misfit,
)
from extractor.verification.page import Place
from extractor.verification.regimen_texts import regimen_misfit

_WORDED = frozenset({Check.VERBATIM, Check.ENUM})
_PRINTED = frozenset({Check.VERBATIM, Check.NUMBER, Check.DATE, Check.IDENTIFIER})
_CELLS = frozenset({"/outcomes/measure", "/outcomes/time_frame"})
_WHOLE_CELLS = frozenset({"/locations/facility", "/sponsors/name", "/conditions", "/keywords"})
"""Fields whose words fill their line where they begin one."""
_OWNED: dict[str, Callable[[Case, Place], str | None]] = {
    "/interventions/type": type_misfit,
    "/interventions/other_names": other_name_misfit,
    "/arms/regimens/text": regimen_misfit,
    "/interventions/regimens/text": regimen_misfit,
    "/locations/city": site_misfit,
    "/locations/state": site_misfit,
    "/locations/country": site_misfit,
    "/officials/affiliation": official_misfit,
    "/outcomes/abbreviation": abbreviation_misfit,
}
"""Rules for single fields: why words are not those of this object."""
_HEADS = frozenset({"/arms/label", "/interventions/name", "/officials/name", "/sponsors/name"})
"""Leaves that head rows and so belong to none."""


def misfit(case: Case, words: Words, place: Place) -> Verdict | None:
    """A verdict against a place, or None.

    It cuts a number or a word, is denied, or stands under another heading, in another object's row or in a
    sentence about other studies.
    """
    if against := _cut(case, words, place):
        return against
    if why := misplaced(case.page, case.path, place) or _of_another(case, place):
        return unsupported(why)
    if speaks_of_others(case, place):
        return unsupported("its words speak of other studies", FindingCode.BACKGROUND)
    if says_not_whose(case, place):
        return ambiguous("its sentence does not say which study it tells of", (place,))
    doubt = name_doubt(case, place)
    if case.path not in _HEADS:
        doubt = doubt or case.rows.doubtful(case.context.item, place)
    return ambiguous(doubt, (place,)) if doubt else None


def _cut(case: Case, words: Words, place: Place) -> Verdict | None:
    """A verdict against words that cut a number or a word, or leave out what belongs to them."""
    text, check = case.page.text, case.leaf.field.check
    if words.given and check in _PRINTED and case.path not in _CELLS and cuts_number(text, *place):
        return unsupported("its words cut a number in two")
    if check in _WORDED and denied(text, place[0]):
        return unsupported("the page denies these words")
    if check is not Check.VERBATIM:
        return None
    if not words.given and cuts_word(text, *place):
        return ambiguous("its words cut a word in two", (place,))
    return _incomplete(case, place)


def _incomplete(case: Case, place: Place) -> Verdict | None:
    """A verdict against a criterion or a cell that goes on behind its words, or None."""
    text = case.page.text
    if isinstance(case.owner, Criterion) and case.leaf.name == "text":
        if denial_cut_off(text, place[1]):
            return unsupported("its words leave out the denial or exception that follows them")
        if stops_inside(text, place[1]):
            return ambiguous("its words stop inside their clause", (place,))
    if case.path in _WHOLE_CELLS and not fills_line(case.page, place):
        return ambiguous("the page goes on on the same line", (place,))
    if (
        case.path == "/keywords"
        and not at_home(case.page, case.path, place)
        and not is_cell(case.page, place)
    ):
        return ambiguous("its words are part of a longer phrase", (place,))
    return None


def _of_another(case: Case, place: Place) -> str | None:
    """Why a place belongs to another object of the list, or None."""
    if case.path in _HEADS:
        return official_misfit(case, place) if case.path == "/officials/name" else head_misfit(case, place)
    if why := case.rows.foreign(case.context.item, place):
        return why
    if case.path in _CELLS:
        return _row(case, place)
    rule = _OWNED.get(case.path)
    return rule(case, place) if rule else None


def _row(case: Case, place: Place) -> str | None:
    """Why a cell of an outcome row is none, or None."""
    line = case.page.line_at(place[0])
    if case.leaf.name == "measure":
        return cells.measure(case, place) or cells.other_split(case.page, place[1], line)
    if why := cells.other_split(case.page, place[0], line):
        return why
    if why := cells.frame_elsewhere(case, place):
        return why
    if case.page.part_at(place[0]).name.endswith("_outcomes"):
        anchor = case.rows.owner_of("outcomes", place)
        if anchor and line[0] <= anchor.start and case.page.text[anchor.end : place[0]].strip(" \t|"):
            return "is not the rest of its outcome's row"
    return None
