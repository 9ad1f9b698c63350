"""Heads and what hangs on them: a label must fit the description, and the links, of its own arm."""

from typing import Final

from extractor.normalise.terms import lookup
from extractor.records.arms import Arm, Intervention
from extractor.verification.anchors import begins_row
from extractor.verification.case import Case
from extractor.verification.fold import fold
from extractor.verification.kinds.norms import key_of, keys_in
from extractor.verification.links import names_arm, names_intervention

_LISTS_OF_NAMES: Final = frozenset({"interventions", "other_names"})
_BRACKET: Final = 3
"""So many characters may stand between a measure and its abbreviation: a blank and a bracket."""


def head_misfit(case: Case, place: tuple[int, int]) -> str | None:
    """Why a label or a name cannot be its object's: the description or the links stand with another."""
    owner, pointer, known = case.owner, case.leaf.owner_pointer, case.rows.misfits
    if not isinstance(owner, Arm | Intervention):
        return None
    if why := (_label_misfit if isinstance(owner, Arm) else _name_misfit)(case, place):
        return why
    if pointer not in known:
        known[pointer] = _object_misfit(case, owner)
    return known[pointer]


def _object_misfit(case: Case, owner: Arm | Intervention) -> str | None:
    """Why no label and no name can be this object's, wherever it stands, or None."""
    pointer, rows = case.leaf.owner_pointer, case.rows
    places = case.contexts.own_places(case.context, "description")
    if places and all(rows.foreign(case.context.item, place) for place in places):
        return "its description stands with another"
    index = int(pointer.rpartition("/")[2])
    offered = _links(case, owner)
    if not offered:
        return None
    if isinstance(owner, Arm):
        fits = len(rows.record.arms) == 1 or any(
            names_arm(case.page, rows, index, place) for place in offered
        )
    else:
        fits = any(names_intervention(case.page, rows, owner, place) for place in offered)
    return None if fits else "the words of its links do not name it"


def _links(case: Case, owner: Arm | Intervention) -> list[tuple[int, int]]:
    """Places of the words offered for links of an arm or an intervention."""
    return [
        place
        for number, link in enumerate(case.contexts.record.arm_interventions)
        if owner.key in {link.arm, link.intervention}
        and (found := case.contexts.offered(f"/arm_interventions/{number}"))
        for place in found.places
    ]


def type_misfit(case: Case, place: tuple[int, int]) -> str | None:
    """Why a type printed as `Procedure: TACE` is not this intervention's, or None."""
    line = case.page.line_at(place[0])
    behind = case.page.text[place[1] : line[1]].strip()
    if not behind.startswith(":"):
        return None
    name = case.sibling("name")
    return None if fold(behind[1:]) == fold(name) else f"is the type of {behind[1:].strip()[:40]!r}"


def _label_misfit(case: Case, place: tuple[int, int]) -> str | None:
    """Why words are no label of an arm: they stand in another list, begin no row, or go on there; or None."""
    page, blocks = case.page, case.rows.blocks("arms")
    part = page.part_at(place[0]).name
    if part in _LISTS_OF_NAMES and "arms" in page.filled:
        return "stands in a list of interventions"
    if part != "arms":
        return None
    if not begins_row(page, place[0]):
        return "does not begin a row of the arms"
    if blocks.of_another(place[0]):
        return "heads what the page says of an intervention"
    rest = page.text[place[1] : page.line_at(place[0])[1]]
    longer = rest.strip() and rest[0].isspace() and rest[0] != "\t" and rest.lstrip()[0] != "|"
    return "the label printed is longer" if longer else None


def _name_misfit(case: Case, place: tuple[int, int]) -> str | None:
    """Why words are no name of an intervention: they head what the page says of an arm; or None."""
    blocks = case.rows.blocks("interventions")
    if case.page.part_at(place[0]).name != "arms" or not begins_row(case.page, place[0]):
        return None
    label = blocks.of_another(place[0]) or blocks.in_glued_table(place[0])
    return "heads what the page says of an arm" if label else None


def abbreviation_misfit(case: Case, place: tuple[int, int]) -> str | None:
    """Why an abbreviation is not its measure's, or None: it stands in it, behind it, or for the same."""
    measure: str = case.sibling("measure")
    concept = key_of("concepts", case.value)
    if concept is not None and concept == key_of("concepts", measure):
        return None
    for start, end in case.contexts.own_places(case.context, "measure"):
        if start <= place[0] and place[0] <= end + _BRACKET:
            return None
    before = fold(case.page.text[max(0, place[0] - len(measure) - _BRACKET) : place[0]]).rstrip(" (")
    return None if before.endswith(fold(measure)) else "does not stand with its measure"


def other_name_misfit(case: Case, place: tuple[int, int]) -> str | None:
    """Why a name in a list of all other names is not known to be this intervention's, or None."""
    if fold(case.value) == fold(case.sibling("name")):
        return "is its name, not another one"
    if case.rows.owner_of("interventions", place) is not None or case.rows.in_same_block(
        case.context.item, place
    ):
        return None
    name, other = case.sibling("name"), case.value
    key = key_of("agents", other) or next(iter(keys_in("agents", other)), None)
    shared = fold(name) in fold(other) or fold(other) in fold(name)
    before = fold(case.page.text[max(0, place[0] - len(name) - _BRACKET) : place[0]]).rstrip(" (")
    if (
        shared
        or before.endswith(fold(name))
        or (key is not None and key in {key_of("agents", name), *keys_in("agents", name)})
    ):
        return None
    return f"nothing ties {other[:40]!r} to {name[:40]!r}"


def identifier_misfit(case: Case, place: tuple[int, int]) -> str | None:
    """Why words are no type and no issuer of an identifier: they do not stand beside it; or None."""
    page, values = case.page, case.contexts.own_places(case.context, "value")
    line = page.line_at(place[0])
    # A label alone on its line is that of the line below it.
    label = case.leaf.name == "printed_type" and not page.text[line[0] : place[0]].strip()
    for value in values:
        mine = page.line_at(value[0])
        near = {mine, page.line_above(mine[0])} | (set() if label else {page.line_below(mine[0])})
        if line in near:
            return None
        if not label and case.rows.blocks("identifiers").around(value).end >= place[1] > mine[1]:
            return None
    return "does not stand with its identifier"


def site_misfit(case: Case, place: tuple[int, int]) -> str | None:
    """Why words are no city, state or country of a site: they are its facility's, or no country."""
    name = case.leaf.name
    line = case.page.line_at(place[0])
    if fold(case.page.text[slice(*line)]) == fold(case.sibling("facility") or ""):
        return "stands in the name of its facility"
    if name == "country" and lookup("countries", case.value) is None:
        return "is in no table of countries"
    return None
