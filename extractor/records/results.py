"""Results of this trial, one statement for each figure."""

from enum import StrEnum
from typing import Annotated, ClassVar

from extractor.records.base import Number, RecordModel
from extractor.records.comparator import Comparator
from extractor.records.declare import Check, Scoring, Tier, declare


class Statistic(StrEnum):
    """Kind of a reported figure."""

    MEDIAN = "MEDIAN"
    MEAN = "MEAN"
    RATE = "RATE"
    COUNT = "COUNT"
    HR = "HR"
    RR = "RR"
    OR = "OR"
    DIFFERENCE = "DIFFERENCE"
    QUALITATIVE = "QUALITATIVE"
    OTHER = "OTHER"


class ConfidenceInterval(RecordModel):
    """A confidence interval as printed."""

    level: Annotated[Number | None, declare("Level in percent.", Check.NUMBER)] = None
    low: Annotated[Number | None, declare("Lower limit.", Check.NUMBER)] = None
    high: Annotated[Number | None, declare("Upper limit.", Check.NUMBER)] = None


class ResultStatement(RecordModel):
    """One result this trial found. Figures of other studies never stand here."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("outcome", "value", "percent")
    words_field: ClassVar[str | None] = "text"

    outcome: Annotated[str, declare("What was found out about, as printed.", Check.VERBATIM)]
    outcome_norm: Annotated[
        str | None, declare("Concept from the shipped table.", Check.NORM, tier=Tier.COMPUTED)
    ] = None
    text: Annotated[str, declare("The statement, verbatim.", Check.VERBATIM, scoring=Scoring.LONG_TEXT)]
    arm: Annotated[
        str | None, declare("Key of the arm it is about.", Check.STRUCTURAL, scoring=Scoring.LINK)
    ] = None
    comparison: Annotated[
        list[str], declare("Keys of the arms compared.", Check.STRUCTURAL, scoring=Scoring.LINK)
    ] = []
    statistic: Annotated[Statistic, declare("Kind of figure.", Check.DERIVED)]
    value: Annotated[Number | None, declare("The figure.", Check.NUMBER)] = None
    unit: Annotated[str | None, declare("Unit, as printed.", Check.VERBATIM)] = None
    count: Annotated[int | None, declare("Number of participants with the event.", Check.NUMBER)] = None
    denominator: Annotated[int | None, declare("Number of participants it is out of.", Check.NUMBER)] = None
    percent: Annotated[Number | None, declare("Percentage, as printed.", Check.NUMBER)] = None
    ci: Annotated[ConfidenceInterval | None, declare("Confidence interval.")] = None
    p_value: Annotated[Number | None, declare("p value.", Check.NUMBER)] = None
    p_comparator: Annotated[Comparator | None, declare("Sign before the p value.", Check.ENUM)] = None
    direction: Annotated[
        str | None, declare("Direction of a result without a figure, as printed.", Check.VERBATIM)
    ] = None
    is_baseline: Annotated[
        bool, declare("True for facts about participants at entry.", Check.DERIVED, scoring=Scoring.BOOLEAN)
    ] = False
