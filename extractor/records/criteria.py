"""Eligibility criteria as trees of verbatim text with computable constraints."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from extractor.records.base import Number, RecordModel
from extractor.records.comparator import Comparator
from extractor.records.declare import Check, Scoring, Tier, declare
from extractor.records.times import Age, TimeUnit


class CriterionCategory(StrEnum):
    """What a criterion is mainly about."""

    AGE = "AGE"
    SEX = "SEX"
    DIAGNOSIS = "DIAGNOSIS"
    TUMOR = "TUMOR"
    LIVER_FUNCTION = "LIVER_FUNCTION"
    LAB = "LAB"
    PERFORMANCE_STATUS = "PERFORMANCE_STATUS"
    LIFE_EXPECTANCY = "LIFE_EXPECTANCY"
    PRIOR_THERAPY = "PRIOR_THERAPY"
    COMORBIDITY = "COMORBIDITY"
    ALLERGY = "ALLERGY"
    PREGNANCY = "PREGNANCY"
    CONSENT = "CONSENT"
    BIOMARKER = "BIOMARKER"
    OTHER = "OTHER"


class Operator(StrEnum):
    """How the parts of a criterion combine."""

    LEAF = "LEAF"
    ALL = "ALL"
    ANY = "ANY"


class PerformanceScale(StrEnum):
    """Scale of performance status."""

    ECOG = "ECOG"
    KPS = "KPS"


class LimitReference(StrEnum):
    """What a limit is a multiple of."""

    ABSOLUTE = "ABSOLUTE"
    ULN = "ULN"
    LLN = "LLN"
    BASELINE = "BASELINE"


class TimeRelation(StrEnum):
    """How a time limit relates to its anchor."""

    WITHIN = "WITHIN"
    MORE_THAN_BEFORE = "MORE_THAN_BEFORE"
    AFTER = "AFTER"
    BEFORE = "BEFORE"
    AT = "AT"


class AgeConstraint(RecordModel):
    """A limit on age."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("kind",)

    kind: Annotated[Literal["age"], declare("Kind of constraint.", Check.STRUCTURAL)] = "age"
    min: Annotated[Age | None, declare("Lowest eligible age.", scoring=Scoring.AGE)] = None
    max: Annotated[Age | None, declare("Highest eligible age.", scoring=Scoring.AGE)] = None


class PerformanceStatusConstraint(RecordModel):
    """A range of ECOG or Karnofsky performance status, both ends included."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("kind", "scale")

    kind: Annotated[Literal["performance_status"], declare("Kind of constraint.", Check.STRUCTURAL)] = (
        "performance_status"
    )
    scale: Annotated[PerformanceScale, declare("Scale.", Check.ENUM)]
    min: Annotated[int | None, declare("Lowest eligible value.", Check.NUMBER)] = None
    max: Annotated[int | None, declare("Highest eligible value.", Check.NUMBER)] = None


class ClassConstraint(RecordModel):
    """A printed class: Child-Pugh A, NYHA > 2, ASA I-III, a stage."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("kind", "scale")

    kind: Annotated[Literal["class"], declare("Kind of constraint.", Check.STRUCTURAL)] = "class"
    scale: Annotated[str, declare("Scale: CHILD_PUGH, NYHA, ASA, NCI_CTC, TNM …", Check.NORM)]
    values: Annotated[
        list[str], declare("Classes named one by one.", Check.DERIVED, scoring=Scoring.TEXT)
    ] = []
    comparator: Annotated[Comparator | None, declare("Sign, where the class is bounded.", Check.ENUM)] = None
    threshold: Annotated[
        str | None, declare("Bound, where the class is bounded.", Check.DERIVED, scoring=Scoring.TEXT)
    ] = None
    version: Annotated[str | None, declare("Version of the scale, as printed.", Check.VERBATIM)] = None


class QuantityConstraint(RecordModel):
    """A limit on something measured."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("kind", "parameter", "value")

    kind: Annotated[Literal["quantity"], declare("Kind of constraint.", Check.STRUCTURAL)] = "quantity"
    parameter: Annotated[str, declare("Shortest printed phrase that names what is measured.", Check.VERBATIM)]
    parameter_norm: Annotated[
        str | None, declare("Name of the parameter from the shipped table.", Check.NORM)
    ] = None
    comparator: Annotated[Comparator, declare("Sign; UNSTATED where the page lost it.", Check.ENUM)]
    value: Annotated[Number, declare("Limit; the lower one of BETWEEN.", Check.NUMBER)]
    high: Annotated[Number | None, declare("Upper limit of BETWEEN.", Check.NUMBER)] = None
    unit_text: Annotated[str | None, declare("Unit, as printed.", Check.VERBATIM)] = None
    ucum: Annotated[str | None, declare("UCUM code of the unit, from the shipped table.", Check.NORM)] = None
    reference: Annotated[LimitReference, declare("What the limit is a multiple of.", Check.ENUM)]


class TimeConstraint(RecordModel):
    """A limit in time, relative to an event."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("kind", "anchor")

    kind: Annotated[Literal["time"], declare("Kind of constraint.", Check.STRUCTURAL)] = "time"
    relation: Annotated[TimeRelation, declare("How the limit relates to the event.", Check.ENUM)]
    value: Annotated[Number | None, declare("Length.", Check.NUMBER)] = None
    unit: Annotated[TimeUnit | None, declare("Unit of the length.", Check.ENUM)] = None
    anchor: Annotated[
        str | None, declare("The event without its preposition, as printed.", Check.VERBATIM)
    ] = None


Constraint = Annotated[
    AgeConstraint | PerformanceStatusConstraint | ClassConstraint | QuantityConstraint | TimeConstraint,
    Field(discriminator="kind"),
]


class Criterion(RecordModel):
    """One printed criterion. Children only where the page itself lists parts."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("text",)
    words_field: ClassVar[str | None] = "text"

    text: Annotated[str, declare("The criterion, verbatim, without its list marker.", Check.VERBATIM)]
    op: Annotated[
        Operator,
        declare(
            "LEAF: nothing to combine and all constraints hold; "
            "ALL or ANY of the children, or, without children, of the constraints.",
            Check.STRUCTURAL,
            tier=Tier.COMPUTED,
            scoring=Scoring.ENUM,
        ),
    ] = Operator.LEAF
    negated: Annotated[
        bool,
        declare(
            "True where the criterion's own words deny it as a whole.",
            Check.DERIVED,
            tier=Tier.COMPUTED,
            scoring=Scoring.BOOLEAN,
        ),
    ] = False
    category: Annotated[
        CriterionCategory | None,
        declare("What the criterion is mainly about.", Check.DERIVED, tier=Tier.COMPUTED),
    ] = None
    constraints: Annotated[
        list[Constraint], declare("What a computer can check.", tier=Tier.COMPUTED, group="constraints")
    ] = []
    children: Annotated[list["Criterion"], declare("Parts that the page lists.")] = []
    exceptions: Annotated[
        list[str],
        declare(
            "Words after 'except', 'other than' or before 'is allowed'.", Check.VERBATIM, tier=Tier.COMPUTED
        ),
    ] = []
