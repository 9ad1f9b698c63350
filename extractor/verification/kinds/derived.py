"""Values derived by convention: schemes and roles of identifiers, denials of criteria."""

import re

from extractor.normalise.identifiers import scheme_of
from extractor.records.identifiers import Identifier, IdRole, IdScheme
from extractor.verification.background import in_background
from extractor.verification.case import SILENT, Case, Say, silent
from extractor.verification.page import Page, Place

_DENIAL = re.compile(r"(?:no|not|without|absence\s+of|free\s+of|never|none|non|neither)\b", re.IGNORECASE)
_FEW_LINES = 160
_ORGANISATION = re.compile(r"org[_ ]study[_ ]id|organi[sz]ation.{0,20}id", re.IGNORECASE)
_PUBMED = re.compile(r"\d{1,8}")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_HEAD_ROLE = re.compile(r"(?:NCT\s*ID|Registration|Trial\s+(?:ID|Registration)|Identifier)", re.IGNORECASE)
_DERIVED = re.compile(r"Reference\s+Type\s+DERIVED")


def says(case: Case, place: Place) -> Say:
    """What the conventions give for the value."""
    name = case.leaf.name
    if name == "negated":
        return _negated(case, place)
    if isinstance(case.owner, Identifier):
        places = case.contexts.own_places(case.context, "value") or (place,)
        return _scheme(case, places[0]) if name == "scheme" else _roles(case, places)
    return SILENT


def _negated(case: Case, place: Place) -> Say:
    head = _DENIAL.match(case.text(place).lstrip())
    return Say(
        bool(head) == case.value, f"begins with {head.group()!r}" if head else "does not begin with a denial"
    )


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
    if scheme is IdScheme.ORG_STUDY_ID:
        return Say(bool(_ORGANISATION.search(_near(case, place))), "printed as the organisation's own number")
    return Say(None if scheme is IdScheme.OTHER else False, "no pattern of any scheme")


def _near(case: Case, place: Place) -> str:
    """The words around an identifier, inside its block."""
    start, _, end = case.rows.blocks("identifiers").around(place)
    return case.page.text[max(start, place[0] - _FEW_LINES) : min(end, place[1] + _FEW_LINES)]


def _roles(case: Case, places: tuple[Place, ...]) -> Say:
    """The role that the places of an identifier give it: as the page's own number where it stands as such."""
    own = next((place for place in places if is_registration(case.page, place)), None)
    return _role(case, own or places[0])


def is_registration(page: Page, place: Place) -> bool:
    """Whether a place is that of the page's own registration number."""
    part = page.part_at(place[0]).name
    line = page.line_at(place[0])
    return part == "registration_number" or (part == "" and bool(_HEAD_ROLE.match(page.text, line[0])))


def _role(case: Case, place: Place) -> Say:
    """The role that the place of an identifier gives it."""
    page = case.page
    part = page.part_at(place[0]).name
    if is_registration(page, place):
        return Say(case.value is IdRole.PRIMARY, "stands as the page's registration number")
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
    if in_background(page, place):
        return Say(case.value is IdRole.CITED, "stands in a sentence about other studies")
    return silent("its place gives it no role")
