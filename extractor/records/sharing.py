"""Links and the sharing of participant data."""

from enum import StrEnum
from typing import Annotated, ClassVar

from extractor.records.base import RecordModel
from extractor.records.declare import Check, declare


class SharingPlan(StrEnum):
    """Whether individual participant data are to be shared."""

    YES = "YES"
    NO = "NO"
    UNDECIDED = "UNDECIDED"


class SharedInfo(StrEnum):
    """What is shared besides data."""

    STUDY_PROTOCOL = "STUDY_PROTOCOL"
    SAP = "SAP"
    ICF = "ICF"
    CSR = "CSR"
    ANALYTIC_CODE = "ANALYTIC_CODE"


class WebLink(RecordModel):
    """A link the page prints."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("url",)

    label: Annotated[str | None, declare("Label, as printed.", Check.VERBATIM)] = None
    url: Annotated[str, declare("Address, as printed.", Check.VERBATIM)]


class AvailableIpd(RecordModel):
    """Participant data or documents that are available."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("id", "type")

    id: Annotated[str | None, declare("Identifier, as printed.", Check.VERBATIM)] = None
    type: Annotated[str | None, declare("Type, as printed.", Check.VERBATIM)] = None
    url: Annotated[str | None, declare("Address, as printed.", Check.VERBATIM)] = None
    comment: Annotated[str | None, declare("Comment, verbatim.", Check.VERBATIM)] = None


class IpdSharing(RecordModel):
    """The plan to share individual participant data."""

    plan: Annotated[SharingPlan | None, declare("Whether data are to be shared.", Check.ENUM)] = None
    description: Annotated[str | None, declare("The plan, verbatim.", Check.VERBATIM)] = None
    info_types: Annotated[list[SharedInfo], declare("What is shared besides data.", Check.ENUM)] = []
    time_frame: Annotated[str | None, declare("When it is shared, verbatim.", Check.VERBATIM)] = None
    access_criteria: Annotated[str | None, declare("Who gets access, verbatim.", Check.VERBATIM)] = None
    url: Annotated[str | None, declare("Address, as printed.", Check.VERBATIM)] = None
