"""How the trial is designed."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from extractor.records.base import RecordModel
from extractor.records.declare import Check, Scoring, Tier, declare
from extractor.records.times import ActualEstimated


class StudyType(StrEnum):
    """Kind of study."""

    EXPANDED_ACCESS = "EXPANDED_ACCESS"
    INTERVENTIONAL = "INTERVENTIONAL"
    OBSERVATIONAL = "OBSERVATIONAL"


class Phase(StrEnum):
    """Phase of development. NA is a value that registries print ("Not Applicable"), not an absent one."""

    NA = "NA"
    EARLY_PHASE1 = "EARLY_PHASE1"
    PHASE1 = "PHASE1"
    PHASE2 = "PHASE2"
    PHASE3 = "PHASE3"
    PHASE4 = "PHASE4"


class Allocation(StrEnum):
    """How participants are assigned to arms."""

    RANDOMIZED = "RANDOMIZED"
    NON_RANDOMIZED = "NON_RANDOMIZED"
    NA = "NA"


class InterventionModel(StrEnum):
    """How arms follow each other or stand beside each other."""

    SINGLE_GROUP = "SINGLE_GROUP"
    PARALLEL = "PARALLEL"
    CROSSOVER = "CROSSOVER"
    FACTORIAL = "FACTORIAL"
    SEQUENTIAL = "SEQUENTIAL"


class PrimaryPurpose(StrEnum):
    """What the trial is mainly for. ECT: educational, counselling or training."""

    TREATMENT = "TREATMENT"
    PREVENTION = "PREVENTION"
    DIAGNOSTIC = "DIAGNOSTIC"
    ECT = "ECT"
    SUPPORTIVE_CARE = "SUPPORTIVE_CARE"
    SCREENING = "SCREENING"
    HEALTH_SERVICES_RESEARCH = "HEALTH_SERVICES_RESEARCH"
    BASIC_SCIENCE = "BASIC_SCIENCE"
    DEVICE_FEASIBILITY = "DEVICE_FEASIBILITY"
    OTHER = "OTHER"


class ObservationalModel(StrEnum):
    """Model of an observational study."""

    COHORT = "COHORT"
    CASE_CONTROL = "CASE_CONTROL"
    CASE_ONLY = "CASE_ONLY"
    CASE_CROSSOVER = "CASE_CROSSOVER"
    ECOLOGIC_OR_COMMUNITY = "ECOLOGIC_OR_COMMUNITY"
    FAMILY_BASED = "FAMILY_BASED"
    DEFINED_POPULATION = "DEFINED_POPULATION"
    NATURAL_HISTORY = "NATURAL_HISTORY"
    OTHER = "OTHER"


class TimePerspective(StrEnum):
    """Direction of observation of an observational study."""

    RETROSPECTIVE = "RETROSPECTIVE"
    PROSPECTIVE = "PROSPECTIVE"
    CROSS_SECTIONAL = "CROSS_SECTIONAL"
    OTHER = "OTHER"


class Masking(StrEnum):
    """How many parties are kept from knowing the assignment."""

    NONE = "NONE"
    SINGLE = "SINGLE"
    DOUBLE = "DOUBLE"
    TRIPLE = "TRIPLE"
    QUADRUPLE = "QUADRUPLE"


class WhoMasked(StrEnum):
    """Who is kept from knowing the assignment."""

    PARTICIPANT = "PARTICIPANT"
    CARE_PROVIDER = "CARE_PROVIDER"
    INVESTIGATOR = "INVESTIGATOR"
    OUTCOMES_ASSESSOR = "OUTCOMES_ASSESSOR"


class Retention(StrEnum):
    """Which biospecimens are kept."""

    NONE_RETAINED = "NONE_RETAINED"
    SAMPLES_WITH_DNA = "SAMPLES_WITH_DNA"
    SAMPLES_WITHOUT_DNA = "SAMPLES_WITHOUT_DNA"


class Enrollment(RecordModel):
    """How many participants."""

    count: Annotated[
        int | None, Field(ge=0, lt=10**9), declare("Number of participants, target or actual.", Check.NUMBER)
    ] = None
    type: Annotated[
        ActualEstimated | None, declare("Whether the count is said to be actual or estimated.", Check.ENUM)
    ] = None


class Biospecimen(RecordModel):
    """Biospecimens kept by the study."""

    retention: Annotated[Retention | None, declare("What is kept.", Check.ENUM)] = None
    description: Annotated[str | None, declare("What is kept, verbatim.", Check.VERBATIM)] = None


class Design(RecordModel):
    """The trial's design, from anywhere on the page, narrative included; never another study's."""

    study_type: Annotated[
        StudyType | None, declare("Kind of study.", Check.ENUM, usual_home=("study_type",))
    ] = None
    phases: Annotated[
        list[Phase], declare("Phases; Phase 1/Phase 2 is two.", Check.ENUM, usual_home=("clinical_phase", ""))
    ] = []
    allocation: Annotated[
        Allocation | None,
        declare("How participants are assigned to arms.", Check.ENUM, usual_home=("allocation",)),
    ] = None
    intervention_model: Annotated[
        InterventionModel | None,
        declare("How arms stand to each other.", Check.ENUM, usual_home=("intervention_model", "design")),
    ] = None
    primary_purpose: Annotated[
        PrimaryPurpose | None, declare("Main purpose.", Check.ENUM, usual_home=("primary_purpose",))
    ] = None
    observational_model: Annotated[
        ObservationalModel | None,
        declare("Model of an observational study.", Check.ENUM, usual_home=("design",)),
    ] = None
    time_perspective: Annotated[
        TimePerspective | None, declare("Direction of observation.", Check.ENUM, usual_home=("design",))
    ] = None
    masking: Annotated[
        Masking | None, declare("Masking; open label is NONE.", Check.ENUM, usual_home=("masking",))
    ] = None
    who_masked: Annotated[
        list[WhoMasked],
        declare("Who is masked, from the page's words only.", Check.ENUM, usual_home=("masking",)),
    ] = []
    masking_text: Annotated[
        str | None, declare("The page's description of masking, verbatim.", Check.VERBATIM)
    ] = None
    multicenter: Annotated[
        bool | None, declare("Whether the page says it has several centres.", Check.BOOLEAN, tier=Tier.PROSE)
    ] = None
    investigator_initiated: Annotated[
        bool | None,
        declare("Whether the page says investigators initiated it.", Check.BOOLEAN, tier=Tier.PROSE),
    ] = None
    patient_registry: Annotated[bool | None, declare("Whether it is a patient registry.", Check.BOOLEAN)] = (
        None
    )
    target_duration: Annotated[
        str | None, declare("Follow-up of a patient registry, as printed.", Check.VERBATIM)
    ] = None
    intervention_model_text: Annotated[
        str | None, declare("The page's description of the intervention model, verbatim.", Check.VERBATIM)
    ] = None
    bio_spec: Annotated[Biospecimen | None, declare("Biospecimens kept.")] = None
    expanded_access_types: Annotated[
        list[str], declare("Types of expanded access, as printed.", Check.VERBATIM)
    ] = []
    enrollment: Annotated[Enrollment, declare("How many participants.", usual_home=("enrollment",))] = Field(
        default_factory=Enrollment
    )
    design_text: Annotated[
        str | None,
        declare(
            "The page's own words on its design where they are prose; null where only fields are printed.",
            Check.VERBATIM,
            tier=Tier.PROSE,
            scoring=Scoring.LONG_TEXT,
        ),
    ] = None
