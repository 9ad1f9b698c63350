"""Identifiers printed on the page."""

from enum import StrEnum
from typing import Annotated, ClassVar

from extractor.records.base import RecordModel
from extractor.records.declare import Check, declare


class IdScheme(StrEnum):
    """Registry or authority that gave an identifier."""

    NCT = "NCT"
    EUDRACT = "EUDRACT"
    EU_CT = "EU_CT"
    ISRCTN = "ISRCTN"
    ACTRN = "ACTRN"
    CHICTR = "CHICTR"
    CTRI = "CTRI"
    DRKS = "DRKS"
    UMIN = "UMIN"
    JRCT = "JRCT"
    JAPICCTI = "JAPICCTI"
    JMACCT = "JMACCT"
    KCT = "KCT"
    IRCT = "IRCT"
    NTR_NL = "NTR_NL"
    PACTR = "PACTR"
    RBR = "RBR"
    SLCTR = "SLCTR"
    TCTR = "TCTR"
    RPCEC = "RPCEC"
    LBCTR = "LBCTR"
    ITMCTR = "ITMCTR"
    PER_REPEC = "PER_REPEC"
    UTN = "UTN"
    ORG_STUDY_ID = "ORG_STUDY_ID"
    GRANT = "GRANT"
    PMID = "PMID"
    PMCID = "PMCID"
    DOI = "DOI"
    OTHER = "OTHER"


class IdRole(StrEnum):
    """What an identifier is to this page's trial. CITED identifiers never join records."""

    PRIMARY = "PRIMARY"
    SECONDARY = "SECONDARY"
    ORG_STUDY = "ORG_STUDY"
    SELF_PUBLICATION = "SELF_PUBLICATION"
    CITED = "CITED"
    DERIVED_RESULT = "DERIVED_RESULT"
    ALIAS = "ALIAS"


class Identifier(RecordModel):
    """One identifier with what it is to this page's trial."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("value",)
    words_field: ClassVar[str | None] = "value"

    scheme: Annotated[IdScheme, declare("Registry or authority whose pattern the value has.", Check.DERIVED)]
    value: Annotated[str, declare("The identifier, exactly as printed.", Check.IDENTIFIER)]
    role: Annotated[
        IdRole,
        declare(
            "PRIMARY is this page's trial, SELF_PUBLICATION this publication; CITED belongs to others.",
            Check.DERIVED,
        ),
    ]
    printed_type: Annotated[
        str | None, declare("Type of the identifier as the page prints it.", Check.VERBATIM)
    ] = None
    issuer: Annotated[str | None, declare("Who gave the identifier, as printed.", Check.VERBATIM)] = None
    link: Annotated[str | None, declare("Link printed with the identifier.", Check.VERBATIM)] = None
