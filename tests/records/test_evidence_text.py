import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records.envelope import DocumentRef, Evidence, EvidenceStatus, Extraction, Lineage
from extractor.records.evidence_text import entry_text, shown_text, span_text, with_evidence
from extractor.records.finding import Span
from extractor.records.record import TrialRecord

WORDS = st.text(st.characters(exclude_categories=["Cs"]))


def extraction(evidence: dict[str, Evidence]) -> Extraction:
    source = {"page_kind": "REGISTRY_PAGE", "layout": "invented", "site_name": 'a "evidence":{} b'}
    return Extraction(
        document=DocumentRef(
            id='"evidence":{}', sha256="0" * 64, text_sha256="0" * 64, media_type="text/plain", layout="x"
        ),
        record=TrialRecord.model_validate({"source": source}),
        evidence=evidence,
        lineage=Lineage(reader="test"),
    )


@given(WORDS, WORDS, st.none() | WORDS, st.none() | WORDS)
def test_evidence_is_written_as_pydantic_writes_it(
    pointer: str, quote: str, offered: str | None, rule: str | None
) -> None:
    evidence = Evidence(
        status=EvidenceStatus.QUOTED,
        spans=[Span(quote=quote or "x", start=3, end=5), Span(quote="é", start=0, end=1)],
        offered=offered,
        rule=rule,
    )
    found = extraction({pointer: evidence, "/other": Evidence(status=EvidenceStatus.UNSUPPORTED)})
    assert found.to_json() == found.model_dump_json(exclude_none=True, by_alias=True)


def test_an_extraction_without_evidence_is_written_as_pydantic_writes_it() -> None:
    found = extraction({})
    assert found.to_json() == found.model_dump_json(exclude_none=True, by_alias=True)


def test_words_that_are_no_unicode_text_are_refused() -> None:
    entry = entry_text("/arms/0/label", "UNSUPPORTED", [], "\ud800", None)
    with pytest.raises(UnicodeEncodeError):
        with_evidence('{"evidence":{}}', [entry])


def test_an_entry_stands_behind_its_pointer() -> None:
    text = with_evidence('{"evidence":{}}', [entry_text("/a", "VERIFIED", [span_text("b", 0, 1)], None, "c")])
    assert json.loads(text)["evidence"] == {
        "/a": {"status": "VERIFIED", "spans": [{"quote": "b", "start": 0, "end": 1}], "rule": "c"}
    }


@given(WORDS, WORDS, WORDS)
def test_one_span_is_written_as_several_are(pointer: str, quote: str, rule: str) -> None:
    whole = entry_text(pointer, "VERIFIED", [span_text(quote, 0, 9)], None, rule)
    assert shown_text(pointer, "VERIFIED", quote, 0, 9, rule) == whole
