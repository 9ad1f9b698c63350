"""What type checkers must see when a draft is verified. Checked by mypy and pyright, never run."""

from typing import assert_type

from extractor import Document, Draft, Extraction, Quote, TrialRecord, verify
from extractor.records.envelope import Evidence, EvidenceStatus
from extractor.records.finding import Finding, Span
from extractor.records.missing import MissingReason


def a_draft_carries_quotes_by_pointer(document: Document, record: TrialRecord) -> None:
    quotes = {"/design/enrollment/count": [Quote(text="297"), Quote(text="297", start=24)]}
    assert_type(verify(document, Draft(record=record, quotes=quotes)), Extraction)


def a_quote_is_no_bare_string(record: TrialRecord) -> None:
    # Only pyright sees it: mypy's plugin for pydantic leaves constructors open.
    Draft(record=record, quotes={"/acronym": ["TACE"]})  # pyright: ignore[reportArgumentType]


def evidence_leads_to_spans_of_the_page(extraction: Extraction, document: Document) -> None:
    evidence = extraction.evidence["/design/enrollment/count"]
    assert_type(evidence, Evidence)
    assert_type(evidence.status, EvidenceStatus)
    assert_type(evidence.spans, list[Span])
    assert_type([document.text[span.start : span.end] for span in evidence.spans], list[str])


def the_rest_of_the_envelope_is_typed(extraction: Extraction) -> None:
    assert_type(extraction.record, TrialRecord)
    assert_type(extraction.missing, dict[str, MissingReason])
    assert_type(extraction.findings, list[Finding])
    assert_type(extraction.lineage.model, str | None)
    assert_type(extraction.to_json(indent=1), str)
