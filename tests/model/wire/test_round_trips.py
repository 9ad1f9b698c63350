"""What a record says can be said in the wire form, and is read back unchanged."""

import json
from pathlib import Path
from typing import Any

import pytest
from wire_answers import draft
from wire_page import PAGE, full_answer
from wire_writing import written

from extractor.documents import Document
from extractor.model.wire.derive import asked_fields
from extractor.model.wire.forms import form_of
from extractor.records.drafting import read_draft
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

EVAL = Path(__file__).parents[3] / "eval"


def read_back(record: TrialRecord, page: Document) -> dict[str, Any]:
    """The record after it was said in an answer and read."""
    form, answer = written(record, page.text)
    part = form.read(json.dumps(answer), page)
    assert part.findings == []
    assert json.loads(json.dumps(part.record)) == part.record
    return draft(part).record.model_dump(mode="json")


def test_a_verified_record_comes_back_as_it_was() -> None:
    form = form_of(asked_fields(TrialRecord))
    page = Document.from_text(PAGE, id="page")
    record = verify(page, draft(form.read(json.dumps(full_answer(form)), page))).record
    assert read_back(record, page) == record.model_dump(mode="json")


@pytest.mark.parametrize("path", sorted((EVAL / "gold").glob("*.json")), ids=lambda path: path.stem)
def test_the_gold_of_a_page_comes_back_but_for_its_layout(path: Path) -> None:
    page = Document.from_path(EVAL / "documents" / f"{path.stem}.txt")
    record = read_draft(path.read_text(encoding="utf-8")).record
    expected = record.model_dump(mode="json")
    expected["source"]["layout"] = "unknown"
    assert read_back(record, page) == expected
