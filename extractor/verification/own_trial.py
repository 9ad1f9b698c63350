"""Facts of this trial must not rest on words about others."""

import re
from typing import Final

from extractor.records.source import PageKind
from extractor.verification.background import in_background, names_no_study
from extractor.verification.case import Case
from extractor.verification.page import Place
from extractor.verification.section_forms import UNKNOWN

OF_THIS_TRIAL: Final = (
    "/design",
    "/outcomes",
    "/results",
    "/arms",
    "/status",
    "/interventions",
    "/eligibility/m",
)
"""Fields whose facts must be this trial's own."""
_TOLD: Final = frozenset({"", UNKNOWN, "brief_summary", "description", "results"})
"""Sections that tell of studies, this one and others."""
_ANSWERED: Final = re.compile(r"(?:[A-Z]\.[\d.]+\s+)?[^:.?\r\n]{2,60}:\s*(?:yes|no)\s*", re.IGNORECASE)
"""A field of the page's own form: `Randomised: Yes`."""
_OF_OTHERS: Final = frozenset({"references", "related_trials"})


def speaks_of_others(case: Case, place: Place) -> bool:
    """Whether a fact of this trial would rest on a citation, a related trial or a background sentence."""
    if not case.plan.of_this_trial:
        return False
    return case.page.part_at(place[0]).name in _OF_OTHERS or in_background(case.page, place) is not None


def says_not_whose(case: Case, place: Place) -> bool:
    """Whether a fact of the design rests on a sentence that tells of some study and does not say of which.

    A publication tells of its own study so; a registry plans it, or prints its facts in fields.
    """
    if not case.path.startswith("/design"):
        return False
    if case.contexts.record.source.page_kind is PageKind.PUBLICATION_PAGE:
        return False
    if _ANSWERED.fullmatch(case.page.text, *case.page.line_at(place[0])):
        return False
    told = case.page.part_at(place[0]).name in _TOLD
    return told and names_no_study(case.text(case.page.sentence_at(place[0])))
