"""The Extraction: the one file format."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from extractor._data import text
from extractor.documents import Document
from extractor.records.envelope import (
    VERSION,
    DocumentRef,
    Evidence,
    EvidenceStatus,
    Extraction,
    Lineage,
)
from extractor.records.finding import Finding, FindingCode, Span
from extractor.records.missing import MissingReason
from extractor.records.record import TrialRecord
from extractor.records.strict_json import parse


@pytest.fixture
def extraction(small_record: TrialRecord) -> Extraction:
    document = Document.from_text("Tea or water for the thirsty", id="tea")
    span = Span(quote="Tea", start=0, end=3)
    return Extraction(
        document=DocumentRef(
            id=document.id,
            sha256=document.sha256,
            text_sha256=document.text_sha256,
            media_type=document.media_type,
            layout="unknown",
        ),
        record=small_record,
        evidence={"/arms/0/label": Evidence(status=EvidenceStatus.VERIFIED, spans=[span])},
        missing={"/acronym": MissingReason.DASH_PLACEHOLDER},
        findings=[Finding(code=FindingCode.UNREAD, pointer="/arms", message="A row", spans=[span])],
        lineage=Lineage.model_validate({"reader": "person", "schema": "0" * 64}),
    )


def test_an_extraction_reads_back_as_it_was_written(extraction: Extraction) -> None:
    assert parse(Extraction, extraction.to_json()) == extraction
    assert parse(Extraction, extraction.to_json(indent=2)).to_json() == extraction.to_json()


def test_what_is_written_is_valid_against_the_published_schema(extraction: Extraction) -> None:
    schema = json.loads(text("schemas/extraction.schema.json"))
    Draft202012Validator(schema).validate(json.loads(extraction.to_json()))


def test_nulls_are_left_out_and_aliases_are_written(extraction: Extraction) -> None:
    data: dict[str, Any] = json.loads(extraction.to_json())
    assert "usage" not in data
    assert "null" not in extraction.to_json()
    assert data["lineage"] == {"reader": "person", "schema": "0" * 64, "version": VERSION}


def test_one_extraction_is_one_line(extraction: Extraction) -> None:
    extraction.record.brief_title = "Tea\nand\u2028water"
    assert "\n" not in extraction.to_json()


@pytest.mark.parametrize("digest", ["", "0" * 63, "0" * 65, "A" * 64, "g" * 64])
def test_a_hash_is_64_hexadecimal_digits(digest: str, extraction: Extraction) -> None:
    data = extraction.document.model_dump() | {"sha256": digest}
    with pytest.raises(ValidationError):
        DocumentRef.model_validate(data)


@pytest.mark.parametrize("span", [{"quote": "x", "start": -1, "end": 0}, {"quote": "x", "start": 0}])
def test_a_span_has_two_offsets(span: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Span.model_validate(span)
