"""The sex of participants, where only prose about them tells it."""

import re
from typing import Final

from extractor.records.eligibility import Sex
from extractor.verification.case import SILENT, Case, Say, doubtful, no, yes
from extractor.verification.page import Place

_WHO: Final = re.compile(
    r"(?<![A-Za-z])(?:(?:pregnant|post-?menopausal|breast-?feeding|female|male|healthy|adult|\d+)\s+)*"
    r"(?P<who>women|females?|men|males?)(?:\s+(?:patients|participants|subjects|volunteers))?(?![A-Za-z])",
    re.IGNORECASE,
)
_CHOSEN: Final = re.compile(r"\b(?:randomi[sz]ed|randomly|assigned|allocated)\b", re.IGNORECASE)
_OTHERS: Final = re.compile(
    r"\b(?:patients|participants|subjects|adults|volunteers|people|persons)\b[^.]{0,80}?\b(?:were|was|will\s+be)\s+"
    r"(?:\w+ly\s+)?(?:randomi[sz]ed|assigned|allocated)\b",
    re.IGNORECASE,
)
_NOT_ALL: Final = re.compile(
    r"\b(?:child-?bearing|contracepti\w+|fertile|must|should|lactating|nursing|excluded|subgroup|among|of\s+the|of\s+whom|"
    r"including|were\s+(?:wo)?men|both\s+sexes|either\s+sex|boys|girls)\b|%",
    re.IGNORECASE,
)


def says(case: Case, place: Place) -> Say:
    """Whether a sentence says who was chosen, all of one sex, and the page names nobody else."""
    page = case.page
    sentence = page.text[slice(*page.sentence_at(place[0]))]
    if page.part_at(place[0]).name == "exclusion" or not _CHOSEN.search(sentence):
        return SILENT
    if _OTHERS.search(page.text):
        return doubtful("people are chosen whose sex is not named")
    if _WHO.search(case.text(place)) is None:
        return SILENT
    found = {_sex(match.group("who")) for match in _WHO.finditer(page.text)}
    if _NOT_ALL.search(sentence) or len(found) > 1:
        return doubtful("the words do not say that all participants are of this sex")
    sex = next(iter(found))
    return (
        yes(f"only {sex.lower()} participants are named") if sex is case.value else no(f"the words say {sex}")
    )


def _sex(word: str) -> Sex:
    return Sex.FEMALE if word.lower() in {"women", "female", "females"} else Sex.MALE
