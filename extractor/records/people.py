"""People and organisations behind the trial."""

from enum import StrEnum
from typing import Annotated, ClassVar

from extractor.records.base import RecordModel
from extractor.records.declare import Check, declare


class AgencyClass(StrEnum):
    """Kind of organisation."""

    NIH = "NIH"
    FED = "FED"
    OTHER_GOV = "OTHER_GOV"
    INDIV = "INDIV"
    INDUSTRY = "INDUSTRY"
    NETWORK = "NETWORK"
    AMBIG = "AMBIG"
    OTHER = "OTHER"
    UNKNOWN = "UNKNOWN"


class SponsorRole(StrEnum):
    """Role of a sponsor."""

    LEAD = "LEAD"
    COLLABORATOR = "COLLABORATOR"


class ResponsibleType(StrEnum):
    """Kind of responsible party."""

    SPONSOR = "SPONSOR"
    PRINCIPAL_INVESTIGATOR = "PRINCIPAL_INVESTIGATOR"
    SPONSOR_INVESTIGATOR = "SPONSOR_INVESTIGATOR"


class OfficialRole(StrEnum):
    """Role of a study official."""

    STUDY_CHAIR = "STUDY_CHAIR"
    STUDY_DIRECTOR = "STUDY_DIRECTOR"
    PRINCIPAL_INVESTIGATOR = "PRINCIPAL_INVESTIGATOR"
    SUB_INVESTIGATOR = "SUB_INVESTIGATOR"


class Sponsor(RecordModel):
    """A lead sponsor or collaborator."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("name",)

    name: Annotated[str, declare("Name, as printed.", Check.VERBATIM)]
    agency_class: Annotated[
        AgencyClass | None, declare("Class of the organisation, where printed.", Check.ENUM)
    ] = None
    role: Annotated[SponsorRole, declare("LEAD or COLLABORATOR.", Check.ENUM)]


class ResponsibleParty(RecordModel):
    """Who answers for the information in the registry."""

    type: Annotated[ResponsibleType | None, declare("Kind of responsible party.", Check.ENUM)] = None
    name: Annotated[str | None, declare("Name, as printed.", Check.VERBATIM)] = None
    title: Annotated[str | None, declare("Title, as printed.", Check.VERBATIM)] = None
    affiliation: Annotated[str | None, declare("Affiliation, as printed.", Check.VERBATIM)] = None
    old_name_title: Annotated[
        str | None, declare("Name and title in the registry's older form.", Check.VERBATIM)
    ] = None
    old_organization: Annotated[
        str | None, declare("Organisation in the registry's older form.", Check.VERBATIM)
    ] = None


class Official(RecordModel):
    """A study official."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("name",)

    name: Annotated[str, declare("Name with degrees, as printed.", Check.VERBATIM)]
    role: Annotated[OfficialRole | None, declare("Role in the study.", Check.ENUM)] = None
    affiliation: Annotated[str | None, declare("Affiliation, as printed.", Check.VERBATIM)] = None


class Organization(RecordModel):
    """The organisation that registered the trial."""

    full_name: Annotated[str, declare("Name, as printed.", Check.VERBATIM)]
    agency_class: Annotated[
        AgencyClass | None, declare("Class of the organisation, where printed.", Check.ENUM)
    ] = None


class Contact(RecordModel):
    """Somebody to ask."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("name", "email")

    name: Annotated[str | None, declare("Name, as printed.", Check.VERBATIM)] = None
    role: Annotated[str | None, declare("Role, as printed.", Check.VERBATIM)] = None
    phone: Annotated[str | None, declare("Telephone number, as printed.", Check.VERBATIM)] = None
    phone_ext: Annotated[str | None, declare("Extension, as printed.", Check.VERBATIM)] = None
    email: Annotated[str | None, declare("E-mail address, as printed.", Check.VERBATIM)] = None
