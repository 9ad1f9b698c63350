from decimal import Decimal
from typing import Any

import pytest

from extractor.evaluation.compare import COMPARATORS, Number, canonical, comparator_of, link
from extractor.evaluation.compare_texts import text
from extractor.evaluation.slots import Slot
from extractor.records.criteria import ClassConstraint
from extractor.records.declare import Scoring
from extractor.records.references import Reference
from extractor.records.regimen import Regimen


@pytest.mark.parametrize(
    ("scoring", "gold", "predicted"),
    [
        (Scoring.IDENTIFIER, "NCT00921531", "NCT00921532"),
        (Scoring.IDENTIFIER, "NCT00921531", "NCT 00921531"),
        (Scoring.ENUM, "PHASE1", "PHASE2"),
        (Scoring.ENUM, "RECRUITING", "NOT_RECRUITING"),
        (Scoring.ENUM, "thalidomide", "Thalidomide"),
        (Scoring.NUMBER, Decimal(200), Decimal(2000)),
        (Scoring.NUMBER, Decimal("0.1"), Decimal("0.10000000001")),
        (Scoring.BOOLEAN, True, False),
        (Scoring.TEXT, "36 months", "36 weeks"),
        (Scoring.LONG_TEXT, "1.5 x ULN", "1.5 mg"),
    ],
)
def test_what_is_nearly_the_same_is_not_the_same(scoring: Scoring, gold: Any, predicted: Any) -> None:
    verdict = COMPARATORS[scoring](gold, predicted)
    assert not verdict.equal
    assert "differs" in verdict.reason


@pytest.mark.parametrize(
    ("scoring", "gold", "predicted"),
    [
        (Scoring.IDENTIFIER, "NCT00921531", " nct00921531 "),
        (Scoring.ENUM, "PHASE1", "PHASE1"),
        (Scoring.NUMBER, 2, Decimal("2.0")),
        (Scoring.BOOLEAN, False, False),
        (Scoring.TEXT, "36 months", "36months."),
    ],
)
def test_the_same_value_in_another_form_is_the_same(scoring: Scoring, gold: Any, predicted: Any) -> None:
    assert COMPARATORS[scoring](gold, predicted).equal


def test_every_kind_of_scoring_but_links_and_parts_has_a_comparator() -> None:
    assert set(Scoring) - COMPARATORS.keys() == {Scoring.LINK, Scoring.PARTS, Scoring.NONE}


def test_a_tolerance_is_measured_by_gold_alone() -> None:
    within = Number(relative=Decimal("0.1"))
    assert within(Decimal(100), Decimal(90)).equal
    assert not within(Decimal(90), Decimal(100)).equal
    assert Number(absolute=Decimal(1))(18, Decimal(19)).equal
    assert not Number(absolute=Decimal(1))(18, Decimal(80)).equal
    assert not Number()(18, Decimal("18.0001")).equal


def test_the_comparator_follows_what_a_field_declares() -> None:
    assert comparator_of(Slot(Reference, "date"))("2012-03", "2012").partial == "LOST_PRECISION"
    assert comparator_of(Slot(Regimen, "agent_norm"))("sorafenib", "nexavar").equal
    assert comparator_of(Slot(ClassConstraint, "values").of_item())("tumour", "tumor").equal
    assert comparator_of(Slot(Regimen, "text"))("tumour", "tumor").partial == "SPELLING"


def test_canonical_forms_are_equal_where_the_comparator_says_so() -> None:
    assert canonical(Slot(Regimen, "text"), "400  MG.") == canonical(Slot(Regimen, "text"), "400 mg")
    assert canonical(Slot(Regimen, "agent_norm"), "Nexavar") == "sorafenib"
    assert canonical(Slot(Reference, "pmid"), " 18650514") == "18650514"
    assert canonical(Slot(Regimen, "text"), None) is None


def test_links_are_compared_through_the_pairing_of_their_items() -> None:
    compare = link({"A2": "A1"})
    assert compare("A1", "A2").equal
    assert not compare("A1", "A1").equal
    assert not compare("A2", "A2").equal


def test_texts_are_compared_after_folding() -> None:
    assert text("Arm A.", "arm a").equal
