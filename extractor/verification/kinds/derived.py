"""Values derived by convention: schemes and roles of identifiers, denials of criteria."""

import re
from typing import Final

from extractor.normalise.denials import denial
from extractor.records.identifiers import Identifier
from extractor.verification.case import SILENT, Case, Say, doubtful, unsettled
from extractor.verification.kinds import identifiers
from extractor.verification.page import Place

_HALF_DENIAL: Final = re.compile(r"non-?[a-z]+\b(?=.*\b(?:but|and|or|with)\b)", re.IGNORECASE | re.DOTALL)


def says(case: Case, place: Place) -> Say:
    """What the conventions give for the value."""
    if case.leaf.name == "negated":
        return _negated(case, place)
    return identifiers.says(case, place) if isinstance(case.owner, Identifier) else SILENT


def _negated(case: Case, place: Place) -> Say:
    text = case.text(place).lstrip()
    if _HALF_DENIAL.match(text):
        why = "`non-` denies one word, perhaps not the criterion"
        return doubtful(why) if case.value else unsettled(why)
    head = denial(text)
    return Say(bool(head) == case.value, f"begins with {head!r}" if head else "does not begin with a denial")
