"""Why words at a place cannot stand for a leaf, whatever they say."""

from collections.abc import Callable, Iterator
from typing import Final

from extractor.records.declare import Check
from extractor.records.finding import FindingCode
from extractor.verification import cells, cuts
from extractor.verification.anchors import HEADS
from extractor.verification.boundaries import fills_whole_line
from extractor.verification.case import Case, Objection, Verdict, ambiguous, unsupported
from extractor.verification.contexts import Words
from extractor.verification.homes import misplaced
from extractor.verification.labels import LABELLED, label_is_of_sponsor, label_misfit
from extractor.verification.names import NAMED, name_doubt, official_misfit
from extractor.verification.own_trial import OF_THIS_TRIAL, says_not_whose, speaks_of_others
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

_NAMES: Final = frozenset(
    {
        "/conditions",
        "/keywords",
        "/arms/label",
        "/interventions/name",
        "/locations/facility",
        "/sponsors/name",
    }
)
_BESIDE: Final = frozenset({"/identifiers/value", "/identifiers/scheme", "/identifiers/role"})
"""Leaves whose own rule looks at where their words stand."""
_OF_ONE: Final = frozenset({"arms", "locations"})
_OF_ALL: Final = ("/status", "/design/enrollment")
"""Facts of the whole trial, which the blocks of one arm or one site print of themselves."""
_WORDED: Final = frozenset({Check.VERBATIM, Check.ENUM})
_PRINTED: Final = frozenset({Check.VERBATIM, Check.NUMBER, Check.DATE, Check.IDENTIFIER})
_CELLS: Final = frozenset({"/outcomes/measure", "/outcomes/time_frame"})
_OWNED: Final[dict[str, Callable[[Case, Place], str | None]]] = {
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
_HEADS: Final = frozenset({"/arms/label", "/interventions/name", "/officials/name", "/sponsors/name"})
"""Leaves that head rows and so belong to none."""


def misfit(case: Case, words: Words, place: Place) -> Verdict | None:
    """A verdict against a place, or None.

    It cuts a number or a word, is denied, or stands under another heading, in another object's row or in a
    sentence about other studies.
    """
    for objection in case.plan.objections:
        if (against := objection(case, words, place)) is not None:
            return against
    return None


def objections(path: str, check: Check, family: str | None) -> tuple[Objection, ...]:
    """What can speak against words of a field, in the order it is asked; the same for every page."""
    asked = path.startswith("/publication/") or path in LABELLED or family == "sponsors"
    place: list[Objection] = [*_objections_to_words(path, check), _misplaced if asked else _elsewhere]
    owned = path in _CELLS or path in _OWNED or family in HEADS
    if path in _HEADS or (owned and path not in _BESIDE):
        place.append(_of_another)
    if path.startswith(OF_THIS_TRIAL):
        place.append(_background)
    if path.startswith("/design"):
        place.append(_of_any_study)
    if path in NAMED:
        place.append(_named_twice)
    if path not in _HEADS | _BESIDE and family in HEADS:
        place.append(_in_doubtful_row)
    return tuple(place)


def _objections_to_words(path: str, check: Check) -> Iterator[Objection]:
    """What can speak against where words begin and end."""
    if check is Check.VERBATIM and path not in _CELLS:
        yield cuts.of_words
    else:
        if path == "/outcomes/time_frame" or (check in _PRINTED and path not in _CELLS):
            yield cuts.in_number
        if check in _WORDED:
            yield cuts.denied
        if check is Check.ENUM:
            yield cuts.runs_on
        if check is Check.VERBATIM:
            yield cuts.in_word
    criterion = path.startswith("/eligibility/") and path.endswith("/text")
    if check is Check.VERBATIM and (criterion or path in cuts.WHOLE_CELLS):
        yield cuts.incomplete


def _background(case: Case, _words: Words, place: Place) -> Verdict | None:
    if speaks_of_others(case, place):
        return unsupported("its words speak of other studies", FindingCode.BACKGROUND)
    return None


def _of_any_study(case: Case, _words: Words, place: Place) -> Verdict | None:
    if says_not_whose(case, place):
        return ambiguous("its sentence does not say which study it tells of", (place,))
    return None


def _named_twice(case: Case, _words: Words, place: Place) -> Verdict | None:
    doubt = name_doubt(case, place)
    return ambiguous(doubt, (place,)) if doubt else None


def _in_doubtful_row(case: Case, _words: Words, place: Place) -> Verdict | None:
    doubt = None if _of_all_above(case, place) else case.rows.doubtful(case.context.item, place)
    return ambiguous(doubt, (place,)) if doubt else None


def _named_in_arm(case: Case, family: str, place: Place) -> bool:
    """Whether words are the name of an intervention inside what a numbered block says of its arm."""
    inside = case.path == "/interventions/name" and family == "arms"
    return inside and not fills_whole_line(case.page, place)


def _elsewhere(case: Case, words: Words, place: Place) -> Verdict | None:
    """As `_misplaced`, for a field of whose words nothing more is asked under their own heading."""
    homes = case.plan.homes
    if not case.rows.numbered and (homes is None or case.page.part_at(place[0]).name in homes[0]):
        return None
    return _misplaced(case, words, place)


def _misplaced(case: Case, _words: Words, place: Place) -> Verdict | None:
    """Under another heading, label or number than the field's; a numbered block is for its own list only."""
    page, path, homes = case.page, case.path, case.plan.homes
    home = homes is not None and page.part_at(place[0]).name in homes[0]
    if not home and path in LABELLED and (why := label_misfit(page, path, place)):
        return unsupported(why)
    item = case.context.item
    family = item[0] if item else None
    if family == "sponsors" and label_is_of_sponsor(page, place):
        return None
    if case.rows.numbered and not path.startswith("/eligibility/"):
        block = next((one for one in case.rows.numbered if one.start <= place[0] < one.end), None)
        if block is not None and block.family == family:
            return None
        of_all = block and family is None and block.family in _OF_ONE and path.startswith(_OF_ALL)
        if block and (of_all or path in _NAMES) and not _named_in_arm(case, block.family, place):
            return unsupported(f"stands in the block {block.head[:60]!r}")
    why = misplaced(page, path, place) if not home or path.startswith("/publication/") else None
    return unsupported(why) if why else None


def _of_another(case: Case, _words: Words, place: Place) -> Verdict | None:
    why = _owner_misfit(case, place)
    return unsupported(why) if why else None


def _owner_misfit(case: Case, place: Place) -> str | None:
    """Why a place belongs to another object of the list, or None."""
    if case.path in _HEADS:
        return official_misfit(case, place) if case.path == "/officials/name" else head_misfit(case, place)
    if case.path in _BESIDE or _of_all_above(case, place):
        return None
    if why := case.rows.foreign(case.context.item, place):
        return why
    if case.path in _CELLS:
        return _row(case, place)
    rule = _OWNED.get(case.path)
    return rule(case, place) if rule else None


def _of_all_above(case: Case, place: Place) -> bool:
    """Whether a time frame stands once for all outcomes of its section."""
    return case.path == "/outcomes/time_frame" and cells.of_whole_list(case, place)


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
