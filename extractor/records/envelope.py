"""The Extraction: the one file format of runs, gold, second labellings and reviews."""

from enum import StrEnum
from importlib.metadata import version
from typing import Annotated, Any

from pydantic import Field

from extractor.records.base import Number, RecordModel
from extractor.records.evidence_text import entry_text, span_text, with_evidence
from extractor.records.finding import Finding, Span
from extractor.records.missing import MissingReason
from extractor.records.record import TrialRecord

VERSION = version("trial-extractor")

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class EvidenceStatus(StrEnum):
    """What verification found. Only VERIFIED and QUOTED may reach a consumer unmarked."""

    VERIFIED = "VERIFIED"
    """The value agrees with words on the page, in a place that fits its object."""
    QUOTED = "QUOTED"
    """The words are on the page; no check exists for this kind of value."""
    AMBIGUOUS = "AMBIGUOUS"
    """The words stand in several places that would mean different things."""
    UNSUPPORTED = "UNSUPPORTED"
    """The words are not on the page, or they say otherwise."""


class Evidence(RecordModel):
    """The words of one value. `offered` keeps words that could not be found; `rule` says what was checked."""

    status: EvidenceStatus
    spans: list[Span] = []
    offered: str | None = None
    rule: str | None = None


class DocumentRef(RecordModel):
    """Which page, by hash: of the bytes as read and of the text after decoding or conversion."""

    id: str
    sha256: Sha256
    text_sha256: Sha256
    media_type: str
    layout: str


class Lineage(RecordModel):
    """What determined the result; the same for equal runs. Hashes are hexadecimal SHA-256."""

    reader: str
    model: str | None = None
    prompt: str | None = None
    plan: str | None = None
    wire_schema: Annotated[str | None, Field(alias="schema")] = None
    vocabulary: str | None = None
    converter: str | None = None
    version: str = VERSION
    answers: str | None = None
    annotator: str | None = None
    date: str | None = None


class Spending(RecordModel):
    """What answers of a model cost: answers, HTTP requests sent for them, tokens as the server counts them.

    An answer from our own cache counts as an attempt and costs nothing. `cost` is null where no price is
    known; `cached` is true where nothing was paid.
    """

    attempts: int = 0
    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    cost: Number | None = None
    cached: bool = False


class PassUsage(Spending):
    """What one pass of a plan cost."""

    name: str


class Usage(Spending):
    """What the result cost. Stands beside lineage because it varies between equal runs."""

    passes: list[PassUsage] = []


class Extraction(RecordModel):
    """A record, the evidence of every value, the reasons of nulls, findings and lineage.

    `acceptable` and `unlabelled` stand in gold only: alternatives that are right too, and pointers
    that nobody labelled.
    """

    document: DocumentRef
    record: TrialRecord
    evidence: dict[str, Evidence] = {}
    missing: dict[str, MissingReason] = {}
    findings: list[Finding] = []
    lineage: Lineage
    usage: Usage | None = None
    acceptable: dict[str, list[Any]] = {}
    unlabelled: list[str] = []

    def to_json(self, *, indent: int | None = None) -> str:
        """The one JSON form: nulls are left out, keys stand in declared order, evidence in record order."""
        if indent is not None:
            return self.model_dump_json(exclude_none=True, by_alias=True, indent=indent)
        entries = [
            entry_text(
                pointer,
                one.status,
                [span_text(span.quote, span.start, span.end) for span in one.spans],
                one.offered,
                one.rule,
            )
            for pointer, one in self.evidence.items()
        ]
        bare = self.model_copy(update={"evidence": {}})
        return with_evidence(bare.model_dump_json(exclude_none=True, by_alias=True), entries)
