"""Why words at a place cannot stand for a leaf, whatever they say."""

import re
from collections.abc import Callable

from extractor.records.criteria import Criterion
from extractor.records.declare import Check
from extractor.records.finding import FindingCode
from extractor.verification import cells
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
from extractor.verification.denials import answered_no, denial_cut_off, denied
from extractor.verification.homes import at_home, misplaced
from extractor.verification.labels import label_is_of, label_misfit
from extractor.verification.names import name_doubt, official_misfit
from extractor.verification.own_trial import says_not_whose, speaks_of_others
from extractor.verification.owners import (
    abbreviation_misfit,
    head_misfit,
    identifier_misfit,
    other_name_misfit,
    site_misfit,
    type_misfit,
)
from extractor.verification.page import Place
from extractor.verification.regimen_texts import regimen_misfit

_NAMES = frozenset(
    {
        "/conditions",
        "/keywords",
        "/arms/label",
        "/interventions/name",
        "/locations/facility",
        "/sponsors/name",
    }
)
_BESIDE = frozenset({"/identifiers/scheme", "/identifiers/role"})
"""Leaves whose own rule looks at where their words stand."""
_OF_ONE = frozenset({"arms", "locations"})
_OF_ALL = ("/status", "/design/enrollment")
"""Facts of the whole trial, which the blocks of one arm or one site print of themselves."""
_FEWEST_WORDS = 3
"""People who were chosen are described by more words than this: `patients` says nothing of them."""
_RUNS_ON = re.compile(r"[A-Z][A-Z]")
"""A name that ends inside a word of capitals: `Phase I` of `Phase II`."""
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
    "/identifiers/printed_type": identifier_misfit,
    "/identifiers/issuer": identifier_misfit,
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
    if why := _misplaced(case, place) or _of_another(case, place):
        return unsupported(why)
    if speaks_of_others(case, place):
        return unsupported("its words speak of other studies", FindingCode.BACKGROUND)
    if says_not_whose(case, place):
        return ambiguous("its sentence does not say which study it tells of", (place,))
    doubt = name_doubt(case, place)
    if case.path not in _HEADS | _BESIDE:
        doubt = doubt or case.rows.doubtful(case.context.item, place)
    return ambiguous(doubt, (place,)) if doubt else None


def _misplaced(case: Case, place: Place) -> str | None:
    """Why a place cannot be one of this field, or None; a numbered block is a place of its own list only."""
    at_its_heading = at_home(case.page, case.path, place)
    if not at_its_heading and (why := label_misfit(case.page, case.path, place)):
        return why
    family = case.context.item[0] if case.context.item else None
    if label_is_of(case.page, family, place):
        return None
    block = next((one for one in case.rows.numbered if one.start <= place[0] < one.end), None)
    if block is not None and not case.path.startswith("/eligibility/"):
        if block.family == family:
            return None
        of_all = family is None and block.family in _OF_ONE and case.path.startswith(_OF_ALL)
        if of_all or case.path in _NAMES:
            return f"stands in the block {block.head[:60]!r}"
    return misplaced(case.page, case.path, place)


def _cut(case: Case, words: Words, place: Place) -> Verdict | None:
    """A verdict against words that cut a number or a word, or leave out what belongs to them."""
    text, check = case.page.text, case.leaf.field.check
    if _in_number(case, words, place):
        return unsupported("its words cut a number in two")
    if (check in _WORDED and denied(text, place[0])) or (check is Check.ENUM and _answered_no(case, place)):
        return unsupported("the page denies these words")
    if check is Check.ENUM and _RUNS_ON.match(text, place[1] - 1):
        return ambiguous("its words cut a word in two", (place,))
    if check is not Check.VERBATIM:
        return None
    if not words.given and cuts_word(text, *place):
        return ambiguous("its words cut a word in two", (place,))
    return _incomplete(case, place)


def _answered_no(case: Case, place: Place) -> bool:
    """Whether words are a question that the page answers with no, for a value that is not `NO` itself."""
    if case.value.name == "NO":
        return False
    alone = not at_home(case.page, case.path, place) and fills_whole_line(case.page, place)
    return answered_no(case.page.text, *place, alone=alone)


def _in_number(case: Case, words: Words, place: Place) -> bool:
    """Whether words cut a number; cells of a row that lost its separators may meet in one."""
    text = case.page.text
    last = text[place[1] - 1 : place[1] + 1]
    if case.path == "/outcomes/time_frame" and len(last) > 1 and last.isdigit():
        return True
    printed = words.given and case.leaf.field.check in _PRINTED and case.path not in _CELLS
    return printed and cuts_number(text, *place)


def _incomplete(case: Case, place: Place) -> Verdict | None:
    """A verdict against a criterion or a cell that goes on behind its words, or None."""
    text = case.page.text
    if isinstance(case.owner, Criterion) and case.leaf.name == "text":
        if denial_cut_off(text, place[1]):
            return unsupported("its words leave out the denial or exception that follows them")
        described = len(case.value.split()) > _FEWEST_WORDS
        chosen = case.path.startswith("/eligibility/inclusion") and are_chosen(text, place[1]) and described
        if stops_inside(text, place[1]) and not chosen:
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
    if case.path in _BESIDE:
        return None
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
