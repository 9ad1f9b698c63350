"""Facts of this trial must not rest on words about others."""

from extractor.verification.background import in_background
from extractor.verification.case import Case
from extractor.verification.page import Place

_OF_THIS_TRIAL = ("/design", "/outcomes", "/results", "/arms", "/status", "/interventions", "/eligibility/m")
"""Fields whose facts must be this trial's own."""
_OF_OTHERS = frozenset({"references", "related_trials"})


def speaks_of_others(case: Case, place: Place) -> bool:
    """Whether a fact of this trial would rest on a citation, a related trial or a background sentence."""
    if not case.path.startswith(_OF_THIS_TRIAL):
        return False
    return case.page.part_at(place[0]).name in _OF_OTHERS or in_background(case.page, place) is not None
