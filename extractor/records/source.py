"""Where the record was read: the page itself."""

from enum import StrEnum
from typing import Annotated

from extractor.records.base import RecordModel
from extractor.records.declare import Check, Scoring, declare
from extractor.records.times import PartialDate


class PageKind(StrEnum):
    """What kind of page the record was read from."""

    REGISTRY_PAGE = "REGISTRY_PAGE"
    PUBLICATION_PAGE = "PUBLICATION_PAGE"
    OTHER = "OTHER"


class Source(RecordModel):
    """The page and its site."""

    page_kind: Annotated[PageKind, declare("Kind of page.", Check.STRUCTURAL, scoring=Scoring.ENUM)]
    layout: Annotated[str, declare("Name of the page layout, or `unknown`.", Check.STRUCTURAL)]
    site_name: Annotated[str | None, declare("Name of the site, as the page prints it.", Check.VERBATIM)] = (
        None
    )
    language: Annotated[
        str | None, declare("Language of the page, only where the page states it.", Check.VERBATIM)
    ] = None
    last_updated: Annotated[
        PartialDate | None, declare("When the page says it was last updated.", scoring=Scoring.DATE)
    ] = None
