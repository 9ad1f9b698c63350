"""Dose statements must say how something is given, and name what."""

from extractor.records.arms import Intervention
from extractor.verification.bound.wordings import is_statement
from extractor.verification.case import Case
from extractor.verification.fold import fold
from extractor.verification.kinds.norms import key_of, keys_in
from extractor.verification.page import Place


def regimen_misfit(case: Case, place: Place) -> str | None:
    """Why words are no dose statement of this arm or intervention, or None."""
    if not is_statement(case.value):
        return "says no amount, no time and no way of giving"
    intervention = case.around(Intervention)
    if intervention is None or case.rows.owner_of("interventions", place) is not None:
        return None
    names = [intervention.name, *intervention.other_names, getattr(case.owner, "agent", None) or ""]
    text = fold(case.value)
    keys = {key_of("agents", name) for name in names if name} - {None}
    if any(name and fold(name) in text for name in names) or keys & keys_in("agents", case.value):
        return None
    return f"does not name {intervention.name[:40]!r}"
