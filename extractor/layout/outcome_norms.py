"""Concepts and moments of a draft's outcomes, from their measures and time frames."""

from extractor.normalise.concepts import concept_of
from extractor.normalise.time_frames import max_follow_up, time_points
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.outcomes import Outcome
from extractor.records.times import Duration, TimePoint


def put_outcome_norms(draft: Draft) -> None:
    """Fill in what the outcomes' own words say in numbers and concepts; of a doubtful row, no numbers."""
    doubted = {finding.pointer for finding in draft.findings if finding.code is FindingCode.AMBIGUOUS}
    for at, outcome in enumerate(draft.record.outcomes):
        if f"/outcomes/{at}" not in doubted:
            _put_times(outcome)
        if outcome.concept_norm is None and (concept := concept_of(outcome.measure)):
            outcome.concept_norm = concept
            if quotes := draft.quotes.get(f"/outcomes/{at}/measure"):
                draft.quotes[f"/outcomes/{at}/concept_norm"] = quotes


def _put_times(outcome: Outcome) -> None:
    if outcome.time_frame is None:
        return
    if not outcome.time_points:
        outcome.time_points = [
            TimePoint(value=span.value, unit=span.unit) for span in time_points(outcome.time_frame)
        ]
    if outcome.max_follow_up is None and (longest := max_follow_up(outcome.time_frame)):
        outcome.max_follow_up = Duration(value=longest.value, unit=longest.unit)
