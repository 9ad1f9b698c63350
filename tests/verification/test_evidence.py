from extractor.documents import Document
from extractor.records.draft import Draft, Quote
from extractor.records.envelope import EvidenceStatus, Usage
from extractor.records.record import TrialRecord
from extractor.verification.case import Verdict
from extractor.verification.evidence import EvidenceOf
from extractor.verification.page import Page
from extractor.verification.verify import verify, verify_to_json

RECORD = {
    "source": {"page_kind": "REGISTRY_PAGE", "layout": "invented"},
    "conditions": ["Gizzard Tumour", "Beak\u2028 tumour"],
    "arms": [{"key": "A1", "label": 'Marvel "and" heat\t'}],
}


def test_evidence_is_made_of_a_verdict_when_it_is_asked_for() -> None:
    verdict = Verdict(EvidenceStatus.VERIFIED, "the value is its words", ((0, 4),))
    found = EvidenceOf(Page("heat alone"), {"/arms/0/label": (verdict, None)})
    assert found["/arms/0/label"].spans[0].quote == "heat"
    assert [*found] == ["/arms/0/label"]
    assert len(found) == 1
    assert "/arms/1/label" not in found


def test_the_json_of_a_verification_is_that_of_its_extraction_without_usage(page: str) -> None:
    quotes = {"/conditions/0": [Quote(text="Gizzard  tumour")], "/nowhere": [Quote(text="\\ nothing\x7f")]}
    draft = Draft(record=TrialRecord.model_validate(RECORD), quotes=quotes, usage=Usage(attempts=1))
    document = Document.from_text(page, id="page")
    whole = verify(document, draft).model_copy(update={"usage": None})
    assert verify_to_json(document, draft) == whole.model_dump_json(exclude_none=True, by_alias=True)
    assert {one.status for one in whole.evidence.values()} > {EvidenceStatus.UNSUPPORTED}
