import pytest

from extractor.documents import Document
from extractor.errors import RecordError
from extractor.records.draft import Draft, Quote
from extractor.records.record import TrialRecord
from extractor.verification.explain import explain

RECORD = {"source": {"page_kind": "REGISTRY_PAGE", "layout": "invented"}, "design": {"phases": ["PHASE3"]}}


def lines(page: str, pointer: str) -> list[str]:
    draft = Draft(
        record=TrialRecord.model_validate(RECORD), quotes={"/design/phases/0": [Quote(text="Phase 2")]}
    )
    return explain(Document.from_text(page), draft, pointer)


def test_the_path_to_a_verdict_names_value_words_place_rule_and_finding(page: str) -> None:
    told = "\n".join(lines(page, "/design/phases/0"))
    for part in ("PHASE3", "'Phase 2'", "found exactly", "rule enum disagrees", "UNSUPPORTED", "finding"):
        assert part in told


def test_a_key_is_said_to_carry_no_words(page: str) -> None:
    assert "no words" in lines(page, "/source/layout")[-1]


@pytest.mark.parametrize(("pointer", "message"), [("/acronym", "null"), ("/nothing", "no value")])
def test_an_address_without_a_value_is_an_error(page: str, pointer: str, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        lines(page, pointer)
