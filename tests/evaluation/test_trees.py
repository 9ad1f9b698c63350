from collections.abc import Callable
from typing import Any

from extractor.evaluation import score
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
Outcomes = Callable[..., dict[str, str]]

PARTS = [{"text": "ALT < 5 x ULN"}, {"text": "Albumin above 28 g/L"}]
TREE = {"text": "Organ function:", "op": "ALL", "children": PARTS}


def criteria(build: Build, *items: Any, **others: Any) -> Extraction:
    return build({"eligibility": {"inclusion": list(items), **others}})


def test_criteria_are_paired_across_levels_where_their_own_list_has_no_partner(
    extraction: Build, outcomes: Outcomes
) -> None:
    nested, flat = criteria(extraction, TREE), criteria(extraction, {"text": "Organ function:"}, *PARTS)
    result = score(nested, flat)
    assert outcomes(nested, flat) == {
        "/eligibility/inclusion/0/text": "CORRECT",
        "/eligibility/inclusion/0/op": "WRONG",
        "/eligibility/inclusion/0/negated": "CORRECT",
        "/eligibility/inclusion/0/children/0/text": "CORRECT",
        "/eligibility/inclusion/0/children/0/op": "CORRECT",
        "/eligibility/inclusion/0/children/0/negated": "CORRECT",
        "/eligibility/inclusion/0/children/1/text": "CORRECT",
        "/eligibility/inclusion/0/children/1/op": "CORRECT",
        "/eligibility/inclusion/0/children/1/negated": "CORRECT",
    }
    assert [(event.fault.value, event.gold, event.predicted) for event in result.events] == [
        ("MOVED", ("/eligibility/inclusion/0/children/0",), ("/eligibility/inclusion/1",)),
        ("MOVED", ("/eligibility/inclusion/0/children/1",), ("/eligibility/inclusion/2",)),
    ]
    assert sum(item.moved for item in result.items) == 2


def test_a_partner_across_levels_is_found_from_either_side(extraction: Build, outcomes: Outcomes) -> None:
    nested, flat = criteria(extraction, TREE), criteria(extraction, *PARTS)
    assert sorted(outcomes(nested, flat).values()).count("CORRECT") == 6
    assert sorted(outcomes(flat, nested).values()).count("CORRECT") == 6
    assert outcomes(flat, nested)["-/eligibility/inclusion/0/text"] == "SPURIOUS"
    assert outcomes(nested, flat)["/eligibility/inclusion/0/text"] == "MISSING"


def test_a_partner_in_its_own_list_is_preferred(extraction: Build) -> None:
    gold = criteria(extraction, TREE, {"text": "ALT < 5 x ULN"})
    assert score(gold, gold).events == ()


def test_inclusion_and_exclusion_are_two_trees(extraction: Build, outcomes: Outcomes) -> None:
    gold = criteria(extraction, TREE)
    predicted = criteria(extraction, {"text": "Organ function:"}, exclusion=PARTS)
    assert sorted(outcomes(gold, predicted).values()).count("MISSING") == 2
    assert sorted(outcomes(gold, predicted).values()).count("SPURIOUS") == 2


def test_every_criterion_has_one_cell_for_its_text(extraction: Build) -> None:
    deep = {"text": "One of:", "op": "ANY", "children": [TREE, {"text": "Age over 18"}]}
    gold, predicted = criteria(extraction, deep), criteria(extraction, TREE, *PARTS, {"text": "Age over 18"})
    for ours, theirs, numbers in ((gold, predicted, (5, 6)), (predicted, gold, (6, 5))):
        texts = [cell for cell in score(ours, theirs).cells if cell.path.endswith("/text")]
        for side, number in zip(("gold_pointer", "predicted_pointer"), numbers, strict=True):
            pointers = [getattr(cell, side) for cell in texts if getattr(cell, side)]
            assert len(pointers) == len(set(pointers)) == number


def test_an_alternative_of_gold_goes_before_a_partner_at_another_level(extraction: Build) -> None:
    flat = [{"text": "Organ function:"}, *PARTS]
    gold = criteria(extraction, TREE, {"text": "Albumin above 28 g/L"})
    accepting = gold.model_copy(update={"acceptable": {"/eligibility/inclusion": [flat]}})
    result = score(accepting, criteria(extraction, *flat))
    assert result.events == ()
    assert {cell.outcome.value for cell in result.cells} == {"CORRECT", "CORRECTLY_NULL"}
