"""Heads and what hangs on them: a label must fit the description, and the links, of its own arm."""

from extractor.normalise.terms import lookup
from extractor.records.arms import Arm, Intervention
from extractor.verification.case import Case
from extractor.verification.fold import fold
from extractor.verification.links import names_arm, names_intervention


def head_misfit(case: Case, place: tuple[int, int]) -> str | None:
    """Why a label or a name cannot be its object's: the description or the links stand with another."""
    owner, pointer, rows = case.owner, case.leaf.owner_pointer, case.rows
    if not isinstance(owner, Arm | Intervention):
        return None
    if isinstance(owner, Arm) and (why := _label_misfit(case, place)):
        return why
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
    record, quotes = case.contexts.record, case.contexts.quotes
    return [
        place
        for number, link in enumerate(record.arm_interventions)
        if owner.key in {link.arm, link.intervention}
        and (found := quotes.get(f"/arm_interventions/{number}"))
        for place in case.contexts.find("", found).places
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
    """Why words in the section of arms are no label: they begin no row, or the row's label goes on."""
    page = case.page
    if page.part_at(place[0]).name != "arms":
        return None
    line = page.line_at(place[0])
    if place[0] != page.item_start(line):
        return "does not begin a row of the arms"
    rest = page.text[place[1] : line[1]]
    return "the label printed is longer" if rest.strip() and rest[0].isspace() else None


def site_misfit(case: Case, place: tuple[int, int]) -> str | None:
    """Why words are no city, state or country of a site: they are its facility's, or no country."""
    name = case.leaf.name
    if name not in {"city", "state", "country"}:
        return None
    line = case.page.line_at(place[0])
    if fold(case.page.text[slice(*line)]) == fold(case.sibling("facility") or ""):
        return "stands in the name of its facility"
    if name == "country" and lookup("countries", case.value) is None:
        return "is in no table of countries"
    return None
