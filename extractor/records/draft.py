"""What a reader returns: a record with the words offered for it. Nothing in it is trusted yet."""

from typing import Annotated, Any

from pydantic import Field

from extractor.records.base import RecordModel
from extractor.records.envelope import Lineage, Usage
from extractor.records.finding import Finding
from extractor.records.missing import MissingReason
from extractor.records.record import TrialRecord


class Quote(RecordModel):
    """Words offered for a value. `start` is a code point offset into the page, where the reader knows it."""

    text: str = Field(min_length=1, description="The words, exactly as on the page.")
    start: Annotated[int | None, Field(ge=0, description="Offset of the first code point.")] = None


class Draft(RecordModel):
    """A record, the words offered for its values, the reasons for its nulls.

    `quotes` and `missing` are keyed by pointers into the record. A verbatim value without a quote is
    its own quote; a leaf without words of its own is checked against its nearest ancestor's.
    `acceptable` and `unlabelled` are for drafts of gold.
    """

    record: TrialRecord
    quotes: dict[str, list[Quote]] = {}
    missing: dict[str, MissingReason] = {}
    findings: list[Finding] = []
    lineage: Lineage = Field(default_factory=lambda: Lineage(reader="draft"))
    usage: Usage | None = None
    acceptable: dict[str, list[Any]] = {}
    unlabelled: list[str] = []
