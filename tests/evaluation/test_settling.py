import json
from collections.abc import Callable
from typing import Any

import pytest

from extractor.documents import Document
from extractor.errors import SuiteError
from extractor.evaluation import score
from extractor.evaluation.gold_verdict import Decision, GoldVerdict
from extractor.evaluation.settling import settle
from extractor.records import strict_json
from extractor.records.draft import Draft
from extractor.records.envelope import EvidenceStatus, Extraction
from extractor.verification.verify import verify

PAGE = Document.from_text(
    "Title: Trial of sorafenib\nEnrollment: 200 patients\nArm: Sorafenib\nArm: Placebo\n", id="page"
)
Settle = Callable[..., Extraction]


def gold() -> Extraction:
    draft: dict[str, Any] = {
        "record": {
            "source": {"page_kind": "REGISTRY_PAGE", "layout": "unknown"},
            "brief_title": "Trial",
            "design": {"enrollment": {"count": 20}},
            "arms": [{"key": "A1", "label": "Sorafenib"}],
        },
        "acceptable": {"/brief_title": ["sorafenib"]},
    }
    return verify(PAGE, strict_json.parse(Draft, json.dumps(draft)))


def settled(pointer: str, decision: Decision, before: Any, value: Any, quote: str = "words") -> Extraction:
    verdict = GoldVerdict(
        document="page",
        text_sha256=PAGE.text_sha256,
        pointer=pointer,
        decision=decision,
        gold=before,
        value=value,
        who="A. Curator",
        when="2026-11-30",
        why="read again",
        quote=quote,
    )
    return settle(PAGE, gold(), [verdict])


def test_without_a_verdict_gold_is_gold() -> None:
    assert settle(PAGE, gold(), []) == gold()
    assert settled("/brief_title", Decision.GOLD_STANDS, "Trial", "x") == gold()


def test_a_wrong_value_gives_way_and_has_its_own_words() -> None:
    found = settled("/design/enrollment/count", Decision.GOLD_WRONG, 20, 200, "Enrollment: 200 patients")
    assert found.record.design is not None
    assert found.record.design.enrollment is not None
    assert found.record.design.enrollment.count == 200
    evidence = found.evidence["/design/enrollment/count"]
    assert evidence.status is EvidenceStatus.VERIFIED
    assert evidence.spans[0].quote == "Enrollment: 200 patients"


def test_words_that_do_not_say_it_leave_the_value_unsupported() -> None:
    found = settled("/design/enrollment/count", Decision.GOLD_WRONG, 20, 300, "Enrollment: 200 patients")
    assert found.evidence["/design/enrollment/count"].status is EvidenceStatus.UNSUPPORTED


def test_alternatives_of_a_value_that_was_wrong_go_with_it() -> None:
    found = settled("/brief_title", Decision.GOLD_WRONG, "Trial", "Trial of sorafenib", "Trial of sorafenib")
    assert found.acceptable == {}


def test_a_value_that_is_right_too_becomes_an_alternative() -> None:
    found = settled("/brief_title", Decision.BOTH_RIGHT, "Trial", "Trial of sorafenib")
    assert found.acceptable == {"/brief_title": ["sorafenib", "Trial of sorafenib"]}
    other = found.model_copy(
        update={"record": found.record.model_copy(update={"brief_title": "trial of Sorafenib"})}
    )
    assert all(cell.outcome in {"CORRECT", "CORRECTLY_NULL"} for cell in score(found, other).cells)


def test_an_item_that_gold_forgot_is_added() -> None:
    found = settled("/arms/-", Decision.GOLD_WRONG, None, {"key": "A2", "label": "Placebo"}, "Arm: Placebo")
    assert [arm.label for arm in found.record.arms] == ["Sorafenib", "Placebo"]
    assert found.evidence["/arms/1/label"].status is EvidenceStatus.VERIFIED


def test_a_value_that_is_nowhere_becomes_null() -> None:
    found = settled("/brief_title", Decision.GOLD_WRONG, "Trial", None)
    assert found.record.brief_title is None
    assert "/brief_title" not in found.evidence


@pytest.mark.parametrize(
    ("pointer", "before", "value", "why"),
    [
        ("/brief_title", "Other", "x", "gold says 'Trial' there"),
        ("/design/enrollment/count", 20, "many", "cannot stand there"),
        ("/arms/7/label", "x", "y", "no such address"),
        ("/no_such_field", None, "y", "has no such field"),
    ],
)
def test_a_verdict_that_does_not_fit_gold_is_refused(pointer: str, before: Any, value: Any, why: str) -> None:
    with pytest.raises(SuiteError, match=why):
        settled(pointer, Decision.GOLD_WRONG, before, value)


@pytest.mark.parametrize(
    ("pointer", "before", "value", "why"),
    [
        ("/design/enrollment/count", 20, "many", "cannot stand there"),
        ("/arms/-", None, {"key": "A2", "label": "Placebo"}, "no such address"),
    ],
)
def test_what_is_right_too_must_be_a_value_of_the_field(
    pointer: str, before: Any, value: Any, why: str
) -> None:
    with pytest.raises(SuiteError, match=why):
        settled(pointer, Decision.BOTH_RIGHT, before, value)
