from collections.abc import Callable
from typing import Any

import pytest

from extractor.evaluation import Tally, score
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
LIMIT = {
    "kind": "quantity",
    "parameter": "ALT",
    "parameter_norm": "ALT",
    "comparator": "LT",
    "value": 5,
    "unit_text": "x ULN",
    "reference": "ULN",
}
DOSE = {"value": 400, "unit": "mg", "ucum": "mg"}


def limited(build: Build, *constraints: Any, **criterion: Any) -> Extraction:
    item = {"text": "ALT < 5 x ULN", "constraints": list(constraints), **criterion}
    return build({"eligibility": {"inclusion": [item]}})


def dosed(build: Build, dose: Any) -> Extraction:
    return build({"interventions": [{"key": "I1", "name": "A", "regimens": [{"text": "x", "dose": dose}]}]})


def verdicts(gold: Extraction, predicted: Extraction, kind: str) -> list[tuple[str, str]]:
    return [(cell.outcome.value, cell.reason) for cell in score(gold, predicted).wholes if cell.group == kind]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, "constraint: equal"),
        ({"value": 4}, "constraint: value differs"),
        ({"comparator": "GT"}, "constraint: comparator differs"),
        ({"unit_text": "mg"}, "constraint: unit differs"),
        ({"reference": "BASELINE"}, "constraint: reference differs"),
        ({"parameter": "serum ALT"}, "constraint: equal"),
        ({"parameter": "serum ALT", "parameter_norm": None}, "constraint: parameter differs"),
    ],
)
def test_a_limit_is_right_as_a_whole_or_wrong(extraction: Build, changed: Any, reason: str) -> None:
    gold, predicted = limited(extraction, LIMIT), limited(extraction, {**LIMIT, **changed})
    assert [found for _, found in verdicts(gold, predicted, "constraint")] == [reason]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, "dose: equal"),
        ({"unit": "MG", "ucum": None}, "dose: equal"),
        ({"unit": "g", "ucum": "g"}, "dose: unit differs"),
        ({"value": 40}, "dose: value differs"),
        ({"basis": "tegafur"}, "dose: basis differs"),
    ],
)
def test_a_dose_is_right_as_a_whole_or_wrong(extraction: Build, changed: Any, reason: str) -> None:
    gold, predicted = dosed(extraction, DOSE), dosed(extraction, {**DOSE, **changed})
    assert [found for _, found in verdicts(gold, predicted, "dose")] == [reason]


def test_a_whole_without_partner_is_missing_or_spurious(extraction: Build) -> None:
    gold, predicted = limited(extraction, LIMIT), limited(extraction)
    assert [outcome for outcome, _ in verdicts(gold, predicted, "constraint")] == ["MISSING"]
    assert [outcome for outcome, _ in verdicts(predicted, gold, "constraint")] == ["SPURIOUS"]


def test_wholes_are_in_no_count_of_values(extraction: Build) -> None:
    gold = limited(extraction, LIMIT)
    result = score(gold, limited(extraction, {**LIMIT, "unit_text": "mg"}))
    assert Tally.of(result.cells).wrong == 1
    assert Tally.of(result.wholes).wrong == 1


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, "criterion: equal"),
        ({"negated": True}, "criterion: negated and sense differs"),
        ({"op": "ANY"}, "criterion: op differs"),
        ({"text": "ALT < 5 x LLN"}, "criterion: text differs"),
        ({"category": "LAB"}, "criterion: equal"),
    ],
)
def test_a_criterion_is_right_with_its_polarity_and_operator(
    extraction: Build, changed: Any, reason: str
) -> None:
    found = verdicts(limited(extraction), limited(extraction, **changed), "criterion")
    assert [why for _, why in found] == [reason]


def test_alternatives_of_parts_count_for_the_whole(extraction: Build) -> None:
    gold = limited(extraction, LIMIT)
    pointer = "/eligibility/inclusion/0/constraints/0/value"
    accepting = gold.model_copy(update={"acceptable": {pointer: [4]}})
    assert verdicts(accepting, limited(extraction, {**LIMIT, "value": 4}), "constraint")[0][0] == "CORRECT"
