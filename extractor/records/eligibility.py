"""Who may take part."""

from enum import StrEnum
from typing import Annotated

from extractor.records.base import RecordModel
from extractor.records.criteria import Criterion
from extractor.records.declare import Check, Scoring, declare
from extractor.records.times import Age


class Sex(StrEnum):
    """Sexes that may take part."""

    FEMALE = "FEMALE"
    MALE = "MALE"
    ALL = "ALL"


class StdAge(StrEnum):
    """Age groups as registries name them."""

    CHILD = "CHILD"
    ADULT = "ADULT"
    OLDER_ADULT = "OLDER_ADULT"


class AgeSource(StrEnum):
    """Whether ages stand in fields of their own, in the criteria, or in both."""

    STRUCTURED = "STRUCTURED"
    CRITERIA = "CRITERIA"
    BOTH = "BOTH"


class SamplingMethod(StrEnum):
    """How an observational study samples."""

    PROBABILITY_SAMPLE = "PROBABILITY_SAMPLE"
    NON_PROBABILITY_SAMPLE = "NON_PROBABILITY_SAMPLE"


class Eligibility(RecordModel):
    """Who may take part."""

    minimum_age: Annotated[
        Age | None,
        declare(
            "Lowest eligible age, from its own field or the criteria.",
            scoring=Scoring.AGE,
            usual_home=("minimum_age", "inclusion"),
        ),
    ] = None
    maximum_age: Annotated[
        Age | None,
        declare(
            "Highest eligible age, from its own field or the criteria.",
            scoring=Scoring.AGE,
            usual_home=("maximum_age", "inclusion"),
        ),
    ] = None
    age_source: Annotated[
        AgeSource | None, declare("Where the ages stand.", Check.STRUCTURAL, scoring=Scoring.ENUM)
    ] = None
    sex: Annotated[Sex | None, declare("Eligible sexes.", Check.ENUM, home=("sex",))] = None
    healthy_volunteers: Annotated[
        bool | None,
        declare("Whether healthy volunteers are accepted.", Check.BOOLEAN, home=("healthy_volunteers",)),
    ] = None
    std_ages: Annotated[list[StdAge], declare("Age groups, where printed.", Check.ENUM)] = []
    population: Annotated[
        str | None, declare("Study population of an observational study, verbatim.", Check.VERBATIM)
    ] = None
    sampling_method: Annotated[
        SamplingMethod | None, declare("Sampling of an observational study.", Check.ENUM)
    ] = None
    gender_based: Annotated[
        bool | None, declare("Whether eligibility depends on gender identity.", Check.BOOLEAN)
    ] = None
    gender_description: Annotated[str | None, declare("Gender eligibility, verbatim.", Check.VERBATIM)] = None
    criteria_text: Annotated[
        str | None,
        declare(
            "The whole block of criteria, verbatim.", Check.VERBATIM, scoring=Scoring.LONG_TEXT, block=True
        ),
    ] = None
    inclusion: Annotated[
        list[Criterion], declare("Inclusion criteria.", group="criteria", home=("inclusion",))
    ] = []
    exclusion: Annotated[
        list[Criterion], declare("Exclusion criteria.", group="criteria", home=("exclusion",))
    ] = []
