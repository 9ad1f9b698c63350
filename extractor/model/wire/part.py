"""What one pass said about a page."""

from dataclasses import dataclass, field
from typing import Any

from extractor.records.draft import Quote
from extractor.records.finding import Finding
from extractor.records.missing import MissingReason


@dataclass(frozen=True)
class Part:
    """The fields of a record that one pass was asked for, with the words for them.

    `record` has the fields in the record's JSON form; arms and interventions are without keys, and links
    hold printed labels. Pointers are those of the whole record.
    """

    record: dict[str, Any]
    quotes: dict[str, list[Quote]] = field(default_factory=dict)
    missing: dict[str, MissingReason] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
