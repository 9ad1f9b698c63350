"""What the trial measures."""

from enum import StrEnum
from typing import Annotated, ClassVar

from extractor.records.base import RecordModel
from extractor.records.declare import Check, Scoring, Tier, declare
from extractor.records.times import Duration, TimePoint


class OutcomeKind(StrEnum):
    """Rank of an outcome. UNSPECIFIED: the page does not rank it."""

    PRIMARY = "PRIMARY"
    SECONDARY = "SECONDARY"
    OTHER = "OTHER"
    UNSPECIFIED = "UNSPECIFIED"


class Outcome(RecordModel):
    """One outcome measure."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("measure", "kind")
    words_field: ClassVar[str | None] = "measure"

    kind: Annotated[OutcomeKind, declare("Rank, by the list it stands in.", Check.ENUM)]
    measure: Annotated[str, declare("Measure, verbatim.", Check.VERBATIM)]
    description: Annotated[
        str | None, declare("Description, verbatim.", Check.VERBATIM, scoring=Scoring.LONG_TEXT)
    ] = None
    time_frame: Annotated[str | None, declare("Time frame, verbatim.", Check.VERBATIM)] = None
    time_points: Annotated[
        list[TimePoint],
        declare(
            "Moments the time frame names.", words="time_frame", tier=Tier.COMPUTED, scoring=Scoring.DURATION
        ),
    ] = []
    max_follow_up: Annotated[
        Duration | None,
        declare(
            "Longest follow-up of an open time frame ('assessed up to 5 years').",
            words="time_frame",
            tier=Tier.COMPUTED,
            scoring=Scoring.DURATION,
        ),
    ] = None
    abbreviation: Annotated[str | None, declare("Abbreviation printed with the measure.", Check.VERBATIM)] = (
        None
    )
    concept_norm: Annotated[
        str | None, declare("Concept from the shipped table (OS, PFS, …).", Check.NORM, tier=Tier.COMPUTED)
    ] = None
