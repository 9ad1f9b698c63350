from typing import Any

from extractor.documents import Document
from extractor.records.draft import Draft, Quote
from extractor.records.record import TrialRecord
from extractor.records.redraft import redraft
from extractor.verification.verify import verify

SOURCE: dict[str, Any] = {"page_kind": "OTHER", "layout": "invented"}


def test_a_verified_draft_verifies_to_the_same_bytes_again() -> None:
    page = Document.from_text("Heat for birds. Conditions: Flu", id="page")
    record = TrialRecord.model_validate(
        {"source": SOURCE, "keywords": ["Heat", "Cold"], "conditions": ["Flu"]}
    )
    first = verify(page, Draft(record=record, quotes={"/conditions/0": [Quote(text="Flu")]}))
    second = verify(page, redraft(first))
    assert {at: e.status for at, e in first.evidence.items()} == {
        at: e.status for at, e in second.evidence.items()
    }
    assert second.to_json() == verify(page, redraft(second)).to_json()
