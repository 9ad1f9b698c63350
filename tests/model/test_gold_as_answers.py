"""What gold holds can be said in the wire form, pass by pass, and comes out again as it went in."""

import json
from pathlib import Path

import pytest
import tea
from gold_answers import GoldAnswer

from extractor.documents import Document
from extractor.model.examples import Example
from extractor.model.merging import merge
from extractor.model.prompt import load
from extractor.model.wire.forms import form_of
from extractor.records.envelope import EvidenceStatus
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

EVAL = Path(__file__).parents[2] / "eval"
PAGES = sorted(path.stem for path in (EVAL / "gold").glob("*.json"))


@pytest.mark.parametrize("plan", sorted(load().plans))
@pytest.mark.parametrize("name", PAGES)
def test_a_perfect_answer_loses_nothing_and_is_borne_out_by_its_words(name: str, plan: str) -> None:
    page = Document.from_path(EVAL / "documents" / f"{name}.txt")
    gold = json.loads((EVAL / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    whole = Example(name, page.text, GoldAnswer(gold, page, tea.whole_form()).whole())
    forms = [form_of(one.fields) for one in load().plan(plan).passes]
    draft = merge(form.read(json.dumps(whole.answer_for(form)), page) for form in forms)
    wanted = TrialRecord.model_validate(gold["record"])
    wanted.source.layout = draft.record.source.layout
    assert draft.record == wanted
    statuses = [one.status for one in verify(page, draft).evidence.values()]
    assert EvidenceStatus.UNSUPPORTED not in statuses
    assert statuses.count(EvidenceStatus.AMBIGUOUS) <= 2
