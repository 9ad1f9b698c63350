"""Schemes and roles of identifiers: by pattern, by label, by the place they stand in."""

import re
from typing import Final

from extractor.normalise.identifiers import scheme_of
from extractor.records.identifiers import IdRole, IdScheme
from extractor.records.source import PageKind
from extractor.verification.background import in_background
from extractor.verification.case import Case, Say, doubtful, no, unsettled
from extractor.verification.page import NUMBER_LABEL, Page, Place

_FEW_LINES: Final = 160
_ORGANISATION: Final = re.compile(r"org[_ ]study[_ ]id|organi[sz]ation.{0,20}id", re.IGNORECASE)
_GRANT: Final = re.compile(
    r"\bgrants?\b|\bproject\s+(?:id|no|number|code)\b|\b(?:award|contract|funding)\b", re.IGNORECASE
)
_OWN_NUMBER: Final = re.compile(
    r"\b(?:unique\s+|sponsor(?:'s|’s|s)?\s+)?protocol\s+(?:code\s+)?(?:id|no|number|code|identification)\b|"
    r"\b(?:organi[sz]ation|sponsor|company|internal|local)(?:'s|’s|s|al)?\s+(?:\w+\s+){0,2}(?:id|ids|number|no|code|identifier)\b",
    re.IGNORECASE,
)
_NO_LABEL: Final = frozenset({"", "yes"})
_SECOND: Final = re.compile(
    r"\b(?:other|another)\s+registr(?:y|ies)\b|\b(?:secondary|other)\s+(?:study\s+)?(?:id|ids|identifiers?|numbers?)\b",
    re.IGNORECASE,
)
_REGISTERED: Final = re.compile(
    r"(?:registration\s+(?:number|no|id)|registered\b|\btrial\s+registration|\b(?:eudract|euct|isrctn|nct)\s*(?:number|id)?\b|"
    r"trials?(?:\.gov)?\s+identifier|\bregistration\b)",
    re.IGNORECASE,
)
_ALIAS: Final = re.compile(r"\balias(?:es)?:?\s*$", re.IGNORECASE)
_LONGEST_LABEL: Final = 60
_PUBMED: Final = re.compile(r"\d{1,8}")
_DOI: Final = re.compile(r"10\.\d{4,9}/\S+")
_CODE: Final = re.compile(r"[A-Z]\.\d")
_ELSEWHERE: Final = re.compile(r"A\.5\.\d")
"""Fields of a lettered form for numbers in other registers."""
_DERIVED: Final = re.compile(r"Reference\s+Type\s+DERIVED")


def says(case: Case, place: Place) -> Say:
    """What the value of an identifier and the places it stands in give for its scheme or its role."""
    places = case.contexts.own_places(case.context, "value") or (place,)
    if place not in places and not any(_beside(case.page, place, other) for other in places):
        return no("its words do not stand with the identifier")
    return _scheme(case, places[0]) if case.leaf.name == "scheme" else _roles(case, places)


def _beside(page: Page, place: Place, value: Place) -> bool:
    """Whether words stand with an identifier: in its line, its sentence, next to it, or as its heading."""
    part = page.part_at(value[0])
    if part.start <= place[0] < part.body or place[0] <= value[0] < place[1]:
        return True
    line = page.line_at(place[0])
    if line[1] - line[0] > _FEW_LINES:
        return page.sentence_at(place[0]) == page.sentence_at(value[0])
    lines = (page.line_at(value[0]), page.line_above(value[0]), page.line_below(value[0]))
    return line in lines or (page.part_at(place[0]) == part and abs(place[0] - value[0]) < _FEW_LINES // 2)


def _scheme(case: Case, place: Place) -> Say:
    value, scheme = case.sibling("value"), case.value
    found = scheme_of(value)
    if found is not None:
        return Say(found is scheme, f"{value!r} has the pattern of {found}")
    if scheme is IdScheme.PMID:
        before = case.page.text[max(0, place[0] - 12) : place[0]]
        return Say(bool(_PUBMED.fullmatch(value)) and "PMID" in before, "digits behind PMID")
    if scheme is IdScheme.DOI:
        return Say(bool(_DOI.fullmatch(value)), "the pattern of a DOI")
    return _labelled_scheme(case, place, scheme)


def _labelled_scheme(case: Case, place: Place, scheme: IdScheme) -> Say:
    """What the label of a number says of it, which has the pattern of no registry."""
    near = _near(case, place)
    label = label_before(case.page, place) or near
    if scheme not in {IdScheme.ORG_STUDY_ID, IdScheme.GRANT, IdScheme.OTHER}:
        return no(f"{case.sibling('value')!r} does not have the pattern of {scheme}")
    if _GRANT.search(label):
        return Say(scheme is IdScheme.GRANT, "printed as the number of a grant")
    if _ORGANISATION.search(near) or _OWN_NUMBER.search(label):
        return Say(scheme is IdScheme.ORG_STUDY_ID, "printed as the organisation's own number")
    why = "no pattern and no label tell its scheme"
    return unsettled(why) if scheme is IdScheme.OTHER else doubtful(why)


def label_before(page: Page, place: Place) -> str:
    """The words before a value on its line, else the line above it where that is no sentence."""
    line = page.line_at(place[0])
    before = page.text[max(page.item_start(line), page.sentence_at(place[0])[0]) : place[0]].strip()
    if before.strip(" (:").lower() not in _NO_LABEL:
        return before
    above = page.line_above(line[0])
    words = page.text[slice(*above)].strip() if above else ""
    return words if len(words) < _LONGEST_LABEL and not words.endswith((".", ";", ",")) else ""


def _near(case: Case, place: Place) -> str:
    """The words around an identifier, inside its block."""
    start, _, end = case.rows.blocks("identifiers").around(place)
    return case.page.text[max(start, place[0] - _FEW_LINES) : min(end, place[1] + _FEW_LINES)]


def _roles(case: Case, places: tuple[Place, ...]) -> Say:
    """The role that the places of an identifier give it: as the page's own number where it stands as such."""
    own = next((place for place in places if is_registration(case.page, place)), None)
    if own is not None:
        return _role(case, own)
    said = [_role(case, place) for place in places]
    return next((say for say in said if say.agrees is not None), said[0])


def is_registration(page: Page, place: Place) -> bool:
    """Whether a place is that of the page's own registration number."""
    part = page.part_at(place[0]).name
    line = page.line_at(place[0])
    return part == "registration_number" or (part == "" and bool(NUMBER_LABEL.match(page.text, line[0])))


def _role(case: Case, place: Place) -> Say:
    """The role that the place of an identifier gives it."""
    page = case.page
    part = page.part_at(place[0]).name
    if is_registration(page, place):
        body = page.part_at(place[0]).body
        first = not any(body <= start < place[0] for _, start, _ in page.own_numbers)
        if first or part == "":
            return Say(case.value is IdRole.PRIMARY, "stands as the page's registration number")
        return Say(case.value is IdRole.SECONDARY, "stands behind the page's registration number")
    if part == "other_identifiers":
        own = bool(_ORGANISATION.search(_near(case, place)))
        return Say(
            case.value is (IdRole.ORG_STUDY if own else IdRole.SECONDARY), "stands among other identifiers"
        )
    if part == "references":
        derived = bool(_DERIVED.search(page.text[max(0, place[0] - 40) : place[0]]))
        return Say(
            case.value is (IdRole.DERIVED_RESULT if derived else IdRole.CITED), "stands among the references"
        )
    if case.sibling("scheme") is IdScheme.DOI and part == "":
        return Say(case.value is IdRole.SELF_PUBLICATION, "the DOI at the head of the page")
    return _labelled_role(case, place)


def _labelled_role(case: Case, place: Place) -> Say:
    """The role that the words before an identifier give it."""
    page, label = case.page, label_before(case.page, place)[-_FEW_LINES:]
    is_alias = _ALIAS.search(label) is not None
    second = _GRANT.search(label) or _SECOND.search(label) or _ELSEWHERE.match(code_of(page, place))
    if is_alias or second:
        role = IdRole.ALIAS if is_alias else IdRole.SECONDARY
        return Say(case.value is role, f"stands behind {label[-40:]!r}")
    if _ORGANISATION.search(label) or _OWN_NUMBER.search(label):
        return Say(case.value is IdRole.ORG_STUDY, "printed as the organisation's own number")
    if in_background(page, place):
        return Say(case.value is IdRole.CITED, "stands in a sentence about other studies")
    above = _line_above(page, place)
    registered = _REGISTERED.search(label[-_FEW_LINES:]) or _REGISTERED.search(above)
    if registered and scheme_of(case.sibling("value")) is not None:
        return Say(case.value is IdRole.PRIMARY, f"stands behind {label[-40:]!r}")
    published = case.contexts.record.source.page_kind is PageKind.PUBLICATION_PAGE
    part = page.part_at(place[0]).name
    if published and ((part == "" and label.endswith("PMID:")) or _is_doi_line(page, place)):
        return Say(case.value is IdRole.SELF_PUBLICATION, "the number of the page's own publication")
    return _unlabelled_role(case, part)


def _unlabelled_role(case: Case, part: str) -> Say:
    """The role of an identifier that nothing explains: at the head of a page whose number is another."""
    if part == "" and _is_of_another(case):
        return Say(case.value in {IdRole.CITED, IdRole.ALIAS}, "the page's own number is another one")
    return doubtful("its place gives it no role")


def code_of(page: Page, place: Place) -> str:
    """The line that begins the field a place stands in: its own, or one of the two above it; for a code."""
    line = page.line_at(place[0])
    for _ in range(3):
        words = page.text[slice(*line)].strip()
        if _CODE.match(words):
            return words
        above = page.line_above(line[0])
        if above is None:
            break
        line = above
    return ""


def _line_above(page: Page, place: Place) -> str:
    """What the line above says of a place: it is a label, `Registration:`, or its sentence began there."""
    line, above = page.line_at(place[0]), page.line_above(place[0])
    words = page.text[slice(*above)].strip() if above else ""
    if words.endswith(":"):
        return words if len(words) < _LONGEST_LABEL else ""
    wrapped = len(words) >= _LONGEST_LABEL and words[-1] not in ".!?" and above and above[1] + 2 >= line[0]
    return words[-_LONGEST_LABEL:] if wrapped and "." not in page.text[line[0] : place[0]] else ""


def _is_of_another(case: Case) -> bool:
    """Whether the page prints another number of this registry as its own."""
    scheme = scheme_of(case.sibling("value"))
    text = case.page.text
    own = {text[start:end] for found, start, end in case.page.own_numbers if found is scheme}
    return bool(own) and case.sibling("value") not in own


def _is_doi_line(page: Page, place: Place) -> bool:
    """Whether a line prints nothing but a DOI and its label, as pages do for their own."""
    line = page.line_at(place[0])
    rest = page.text[line[0] : place[0]] + page.text[place[1] : line[1]]
    return rest.strip(" :").casefold() in {"doi", "https://doi.org/"}
