"""Arms, interventions and which arm receives what."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from extractor.records.base import RecordModel
from extractor.records.declare import Check, Scoring, Tier, declare
from extractor.records.regimen import Regimen


class ArmType(StrEnum):
    """The part an arm plays in the trial."""

    EXPERIMENTAL = "EXPERIMENTAL"
    ACTIVE_COMPARATOR = "ACTIVE_COMPARATOR"
    PLACEBO_COMPARATOR = "PLACEBO_COMPARATOR"
    SHAM_COMPARATOR = "SHAM_COMPARATOR"
    NO_INTERVENTION = "NO_INTERVENTION"
    OTHER = "OTHER"


class InterventionType(StrEnum):
    """Kind of intervention."""

    BEHAVIORAL = "BEHAVIORAL"
    BIOLOGICAL = "BIOLOGICAL"
    COMBINATION_PRODUCT = "COMBINATION_PRODUCT"
    DEVICE = "DEVICE"
    DIAGNOSTIC_TEST = "DIAGNOSTIC_TEST"
    DIETARY_SUPPLEMENT = "DIETARY_SUPPLEMENT"
    DRUG = "DRUG"
    GENETIC = "GENETIC"
    PROCEDURE = "PROCEDURE"
    RADIATION = "RADIATION"
    OTHER = "OTHER"


class LinkBasis(StrEnum):
    """What states that an arm receives an intervention."""

    TABLE = "TABLE"
    SECTION = "SECTION"
    NARRATIVE = "NARRATIVE"


class Arm(RecordModel):
    """An arm or cohort, named by its printed label."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("label",)

    key: Annotated[
        str,
        Field(pattern=r"^A[1-9]\d*$"),
        declare("Key given by code in page order: A1, A2 …", Check.STRUCTURAL),
    ]
    label: Annotated[str, declare("Label, as printed.", Check.VERBATIM)]
    type: Annotated[ArmType | None, declare("Part the arm plays, where printed.", Check.ENUM)] = None
    description: Annotated[
        str | None, declare("Description, verbatim.", Check.VERBATIM, scoring=Scoring.LONG_TEXT)
    ] = None
    regimens: Annotated[
        list[Regimen],
        declare("Dose statements that stand with the arm.", tier=Tier.COMPUTED, group="regimens"),
    ] = []
    listed: Annotated[
        bool,
        declare(
            "False: described in prose only, not in the page's own list of arms.",
            Check.STRUCTURAL,
            scoring=Scoring.BOOLEAN,
        ),
    ] = True
    participants: Annotated[int | None, declare("Number of participants in the arm.", Check.NUMBER)] = None


class Intervention(RecordModel):
    """An intervention, named as printed."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("name",)

    key: Annotated[
        str,
        Field(pattern=r"^I[1-9]\d*$"),
        declare("Key given by code in page order: I1, I2 …", Check.STRUCTURAL),
    ]
    name: Annotated[str, declare("Name, as printed.", Check.VERBATIM)]
    name_norm: Annotated[
        str | None, declare("Name from the shipped table.", Check.NORM, words="name", tier=Tier.COMPUTED)
    ] = None
    type: Annotated[InterventionType | None, declare("Type, where printed.", Check.ENUM)] = None
    description: Annotated[
        str | None, declare("Description, verbatim.", Check.VERBATIM, scoring=Scoring.LONG_TEXT)
    ] = None
    other_names: Annotated[list[str], declare("Other names, as printed.", Check.VERBATIM)] = []
    regimens: Annotated[
        list[Regimen],
        declare("Dose statements that stand with the intervention.", tier=Tier.COMPUTED, group="regimens"),
    ] = []
    listed: Annotated[
        bool,
        declare(
            "False: described in prose only, not in the page's own lists.",
            Check.STRUCTURAL,
            scoring=Scoring.BOOLEAN,
        ),
    ] = True


class ArmIntervention(RecordModel):
    """One arm receives one intervention."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("arm", "intervention")

    arm: Annotated[str, declare("Key of an arm.", Check.STRUCTURAL, scoring=Scoring.LINK)]
    intervention: Annotated[str, declare("Key of an intervention.", Check.STRUCTURAL, scoring=Scoring.LINK)]
    basis: Annotated[LinkBasis, declare("What states it.", Check.STRUCTURAL, scoring=Scoring.ENUM)]
