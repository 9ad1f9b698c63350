"""Names that may be those of another list: of a condition, a drug, an arm, an organisation."""

import re
from typing import Final

from extractor.verification.allocated import is_allotted
from extractor.verification.anchors import begins_row
from extractor.verification.case import Case
from extractor.verification.fold import fold
from extractor.verification.homes import at_home
from extractor.verification.kinds.norms import key_of
from extractor.verification.line_kinds import is_prose
from extractor.verification.locate import locate
from extractor.verification.page import Place

NAMED: Final = {
    "/conditions": frozenset({"interventions", "lead_sponsor", "sponsors", "location_list", "investigators"}),
    "/arms/label": frozenset({"conditions", "keywords", "lead_sponsor", "sponsors", "location_list"}),
    "/interventions/name": frozenset(
        {"conditions", "lead_sponsor", "sponsors", "location_list", "investigators"}
    ),
}
"""For names that prose may give too, the sections whose entries they are not."""
_EITHER: Final = "the record has it in another list, and nothing shows which is meant"
_NOUN_REACH: Final = 20
_ARM_NOUN: Final = re.compile(r"[\s-]+(?:\w+\s)?(?:group|arm|cohort)s?\b", re.IGNORECASE)
_ORGANISATION: Final = re.compile(
    r"\b(?:university|hospital|college|institute|cent(?:er|re)|department|clinic|company|ministry|school|inc|ltd|gmbh|"
    r"foundation|(?:and|&)\s+(?:sons|co))\b",
    re.IGNORECASE,
)


def name_doubt(case: Case, place: Place) -> str | None:
    """Why words in prose may name something else than this list holds, or None."""
    if case.path not in NAMED or at_home(case.page, case.path, place) or _is_row(case, place):
        return None
    pointer, known = case.leaf.pointer, case.rows.name_doubts
    if pointer not in known:
        known[pointer] = _doubt_anywhere(case)
    doubt = known[pointer]
    if doubt != _EITHER or (case.path != "/conditions" and is_allotted(case.page, place)):
        return doubt if doubt != _EITHER else None
    behind = case.page.text[place[1] : place[1] + _NOUN_REACH]
    is_arm = case.path == "/arms/label" and _ARM_NOUN.match(behind)
    return None if is_arm else doubt


def _doubt_anywhere(case: Case) -> str | None:
    """What is doubtful of a name wherever it stands; of one in two lists its place may still tell."""
    if part := _entry_of(case):
        return f"is printed as one of the {part.replace('_', ' ')}"
    if _twice(case):
        return "the record has it twice in one list"
    is_agent = case.path == "/arms/label" and key_of("agents", case.value) is not None
    return _EITHER if is_agent or _in_another_list(case) else None


def _is_row(case: Case, place: Place) -> bool:
    """Whether words begin a line that is no sentence."""
    line = case.page.text[slice(*case.page.line_at(place[0]))].strip()
    return begins_row(case.page, place[0]) and not is_prose(line)


def _entry_of(case: Case) -> str | None:
    """The list of another field that has these words as an entry, or None."""
    page = case.page
    for start, end in locate(page, case.value)[0]:
        part, line = page.part_at(start).name, page.line_at(start)
        if part in NAMED[case.path] and begins_row(page, start) and not page.text[end : line[1]].strip():
            return part
    return None


def _twice(case: Case) -> bool:
    names = case.rows.names[case.path] if case.path != "/conditions" else []
    return names.count(fold(case.value)) > 1


def _in_another_list(case: Case) -> bool:
    name = fold(case.value)
    return any(name in names for path, names in case.rows.names.items() if path != case.path)


def official_misfit(case: Case, place: Place) -> str | None:
    """Why words are no person's name, or only a piece of an affiliation; or None."""
    page = case.page
    if case.leaf.name == "name":
        return "reads like an organisation" if _ORGANISATION.search(case.value) else None
    line = page.line_at(place[0])
    named = fold(case.sibling("name")) in fold(page.text[slice(*line)])
    whole = begins_row(page, place[0]) and not page.text[place[1] : line[1]].strip(" .,;")
    return None if named or whole else "is a piece of a longer line"
