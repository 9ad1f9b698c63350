"""Facts of a publication page."""

from typing import Annotated

from extractor.records.base import RecordModel
from extractor.records.declare import Check, Scoring, declare
from extractor.records.times import PartialDate


class Publication(RecordModel):
    """The publication a page is about. Null on registry pages."""

    authors: Annotated[list[str], declare("Authors in printed order, each as printed.", Check.VERBATIM)] = []
    journal: Annotated[str | None, declare("Journal, as printed.", Check.VERBATIM, labels=("Journal",))] = (
        None
    )
    volume: Annotated[str | None, declare("Volume, as printed.", Check.VERBATIM, labels=("Volume",))] = None
    issue: Annotated[str | None, declare("Issue, as printed.", Check.VERBATIM, labels=("Issue number",))] = (
        None
    )
    pages: Annotated[
        str | None, declare("Page range, as printed.", Check.VERBATIM, labels=("Pages (from-to)", "Pages"))
    ] = None
    number_of_pages: Annotated[
        int | None, declare("Number of pages, where printed.", Check.NUMBER, labels=("Number of pages",))
    ] = None
    date: Annotated[
        PartialDate | None,
        declare(
            "Date of publication.", scoring=Scoring.DATE, labels=("Publication status", "Early online date")
        ),
    ] = None
    publication_type: Annotated[str | None, declare("Type of publication, as printed.", Check.VERBATIM)] = (
        None
    )
    peer_reviewed: Annotated[
        bool | None, declare("Whether the page says it was peer reviewed.", Check.BOOLEAN)
    ] = None
    publication_status: Annotated[
        str | None, declare("Publication status, as printed.", Check.VERBATIM, labels=("Publication status",))
    ] = None
    language: Annotated[
        str | None,
        declare("Language of the publication, as printed.", Check.VERBATIM, labels=("Original language",)),
    ] = None
    citation_count: Annotated[int | None, declare("Number of citations the page states.", Check.NUMBER)] = (
        None
    )
    citation_source: Annotated[
        str | None, declare("Who counted the citations, as printed.", Check.VERBATIM)
    ] = None
    subject_areas: Annotated[list[str], declare("Subject areas, each as printed.", Check.VERBATIM)] = []
    externally_published: Annotated[
        bool | None,
        declare(
            "Whether the page says it was published externally.",
            Check.BOOLEAN,
            labels=("Externally published",),
        ),
    ] = None
    abstract: Annotated[
        str | None, declare("The abstract, verbatim.", Check.VERBATIM, scoring=Scoring.LONG_TEXT, block=True)
    ] = None
