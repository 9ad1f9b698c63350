"""What the label of a printed name says: `Name of Sponsor: …`, or `Organization Name` on the line above."""

import re
from typing import Final

from extractor.verification.kinds.identifiers import label_before
from extractor.verification.page import Page, Place

_NAMED: Final = {
    "/locations/facility": r"\b(?:sites?|facilit(?:y|ies)|hospital|cent(?:er|re)s?|locations?)\b",
    "/sponsors/name": r"\b(?:sponsors?|organi[sz]ation|funder|company)\b",
    "/arms/label": r"\b(?:arms?|groups?|cohorts?)\b",
    "/conditions": r"\b(?:conditions?|diseases?|problems?|diagnos[ie]s)\b",
    "/interventions/name": r"\b(?:interventions?|drugs?|products?|treatments?|devices?)\b",
    "/officials/name": r"\b(?:investigators?|officials?|contacts?|chair|director)\b",
}
_FORMS: Final = {path: re.compile(form, re.IGNORECASE) for path, form in _NAMED.items()}
LABELLED: Final = frozenset(_FORMS)
"""Fields of names that labels tell apart."""
_SPONSOR: Final = re.compile(r"\bsponsors?\b", re.IGNORECASE)
_LONGEST: Final = 48
_ALIKE: Final = (
    frozenset({"/arms/label", "/interventions/name"}),
    frozenset({"/sponsors/name", "/locations/facility"}),
)
"""Lists that print the same names behind each other's labels."""


def label_is_of_sponsor(page: Page, place: Place) -> bool:
    """Whether the label on the line of a place names the sponsor."""
    line = page.line_at(place[0])
    before = page.text[page.item_start(line) : place[0]].rstrip()
    return before.endswith(":") and _SPONSOR.search(before) is not None


def label_misfit(page: Page, path: str, place: Place) -> str | None:
    """Why a name cannot be one of a list: the label before it names another list, not this one; or None."""
    own = _FORMS.get(path)
    line = page.line_at(place[0])
    if own is None or page.text[place[1] : line[1]].strip(" .,;)"):
        return None
    label = label_before(page, place)
    before = page.text[page.item_start(line) : place[0]].rstrip()
    labelled = before.endswith(":") if before else page.part_at(place[0]).body <= line[0]
    if not label or len(label) > _LONGEST or not labelled or own.search(label):
        return None
    named = {other for other, form in _FORMS.items() if form.search(label)}
    if not named or any(path in pair and named <= pair for pair in _ALIKE):
        return None
    return f"stands behind the label {label!r}"
