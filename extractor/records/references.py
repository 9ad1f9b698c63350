"""References the page prints."""

from enum import StrEnum
from typing import Annotated, ClassVar

from extractor.records.base import RecordModel
from extractor.records.declare import Check, Scoring, Tier, declare


class ReferenceType(StrEnum):
    """What the registry says a reference is."""

    BACKGROUND = "BACKGROUND"
    RESULT = "RESULT"
    DERIVED = "DERIVED"


class Reference(RecordModel):
    """One reference; its parts are read from its printed citation."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("citation",)
    words_field: ClassVar[str | None] = "citation"

    type: Annotated[ReferenceType | None, declare("Type, as printed.", Check.ENUM, words="type")] = None
    citation: Annotated[str, declare("The citation, verbatim.", Check.VERBATIM, scoring=Scoring.LONG_TEXT)]
    authors: Annotated[
        list[str], declare("Authors, each as printed.", Check.VERBATIM, tier=Tier.COMPUTED)
    ] = []
    title: Annotated[str | None, declare("Title, as printed.", Check.VERBATIM, tier=Tier.COMPUTED)] = None
    journal: Annotated[str | None, declare("Journal, as printed.", Check.VERBATIM, tier=Tier.COMPUTED)] = None
    date: Annotated[
        str | None, declare("Date, ISO form, as precise as printed.", Check.DATE, tier=Tier.COMPUTED)
    ] = None
    volume: Annotated[str | None, declare("Volume, as printed.", Check.VERBATIM, tier=Tier.COMPUTED)] = None
    issue: Annotated[str | None, declare("Issue, as printed.", Check.VERBATIM, tier=Tier.COMPUTED)] = None
    pages: Annotated[str | None, declare("Pages, as printed.", Check.VERBATIM, tier=Tier.COMPUTED)] = None
    pmid: Annotated[str | None, declare("PubMed identifier.", Check.IDENTIFIER)] = None
    doi: Annotated[str | None, declare("DOI, as printed.", Check.IDENTIFIER, tier=Tier.COMPUTED)] = None
    epub_date: Annotated[
        str | None, declare("Date of electronic publication, ISO form.", Check.DATE, tier=Tier.COMPUTED)
    ] = None
    retraction_pmids: Annotated[
        list[str], declare("PubMed identifiers of retractions.", Check.IDENTIFIER)
    ] = []
