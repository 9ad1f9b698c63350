from collections.abc import Callable
from typing import Any

import pytest

from extractor.errors import SuiteError
from extractor.evaluation import score
from extractor.evaluation.labels import Labels
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
Outcomes = Callable[..., dict[str, str]]

ADULT = {"eligibility": {"minimum_age": {"value": 18, "unit": "YEAR", "inclusive": True}}}


@pytest.mark.parametrize(
    ("gold", "alternatives", "predicted", "outcome"),
    [
        ("A trial", ["Trial A"], "trial a", "CORRECT"),
        ("A trial", ["Trial A"], "A trial", "CORRECT"),
        ("A trial", ["Trial A"], "Trial B", "WRONG"),
        ("A trial", ["Trial A"], None, "MISSING"),
        ("A trial", [None], None, "CORRECTLY_NULL"),
        (None, ["Trial A"], "Trial A", "CORRECT"),
        (None, ["Trial A"], "Trial B", "SPURIOUS"),
    ],
)
def test_an_alternative_of_a_value_is_right_too(
    extraction: Build, gold: Any, alternatives: Any, predicted: Any, outcome: str
) -> None:
    cells = score(
        extraction({"brief_title": gold}, acceptable={"/brief_title": alternatives}),
        extraction({"brief_title": predicted}),
    ).cells
    cell = next(cell for cell in cells if cell.path == "/brief_title")
    assert cell.outcome == outcome
    assert cell.reason.startswith("acceptable") == (
        outcome in {"CORRECT", "CORRECTLY_NULL"} and predicted != "A trial"
    )


def test_the_reading_of_a_list_with_the_fewest_errors_counts(extraction: Build, outcomes: Outcomes) -> None:
    gold = extraction({"conditions": ["HCC"]}, acceptable={"/conditions": [[], ["HCC", "Cirrhosis"]]})
    assert outcomes(gold, extraction({"conditions": ["HCC"]})) == {"/conditions/0": "CORRECT"}
    assert outcomes(gold, extraction()) == {}
    both = outcomes(gold, extraction({"conditions": ["Cirrhosis", "HCC"]}))
    assert both == {"/conditions/0": "CORRECT", "/conditions/1": "CORRECT"}


def test_of_readings_with_equal_errors_the_one_with_the_most_correct_values_counts(
    extraction: Build, outcomes: Outcomes
) -> None:
    gold = extraction({"conditions": ["a", "b"]}, acceptable={"/conditions": [["a", "c", "d"], ["c"]]})
    found = outcomes(gold, extraction({"conditions": ["a", "c"]}))
    assert sorted(found.values()) == ["CORRECT", "CORRECT", "MISSING"]


def test_of_equal_readings_gold_itself_counts(extraction: Build) -> None:
    gold = extraction({"conditions": ["a"]}, acceptable={"/conditions": [["A"]]})
    cells = score(gold, extraction({"conditions": ["a"]})).cells
    assert [cell.reason for cell in cells if cell.path == "/conditions"] == ["text: equal"]


def test_alternatives_below_a_replaced_list_do_not_apply(extraction: Build, outcomes: Outcomes) -> None:
    gold = extraction(
        {"conditions": ["HCC"]},
        acceptable={"/conditions": [["Cirrhosis", "Fibrosis"]], "/conditions/0": ["X"]},
    )
    found = outcomes(gold, extraction({"conditions": ["X", "Fibrosis"]}))
    assert sorted(found.values()) == ["CORRECT", "SPURIOUS"]
    assert found["/conditions/0"] == "CORRECT"


def test_an_item_may_be_left_out_where_null_is_an_alternative(extraction: Build) -> None:
    arms = [{"key": "A1", "label": "Sorafenib"}, {"key": "A2", "label": "Control"}]
    gold = extraction({"arms": arms}, acceptable={"/arms/1": [None]})
    result = score(gold, extraction({"arms": arms[:1]}))
    cells = {cell.gold_pointer: cell.outcome.value for cell in result.cells}
    assert cells["/arms/1"] == "CORRECTLY_NULL"
    assert "/arms/1/label" not in cells
    assert next(item for item in result.items if item.path == "/arms").missing == 0


def test_an_alternative_for_an_item_finds_its_partner(extraction: Build, outcomes: Outcomes) -> None:
    gold = extraction(
        {"arms": [{"key": "A1", "label": "Patients in the control group"}]},
        acceptable={"/arms/0": [{"key": "A1", "label": "Observation", "listed": False}]},
    )
    found = outcomes(gold, extraction({"arms": [{"key": "A1", "label": "Observation", "listed": False}]}))
    assert set(found.values()) == {"CORRECT"}


def test_an_alternative_for_a_key_field_finds_the_partner(extraction: Build, outcomes: Outcomes) -> None:
    gold = extraction(
        {"arms": [{"key": "A1", "label": "Patients"}]}, acceptable={"/arms/0/label": ["Observation"]}
    )
    found = outcomes(gold, extraction({"arms": [{"key": "A1", "label": "Observation"}]}))
    assert found["/arms/0/label"] == "CORRECT"


def test_a_part_of_a_value_that_is_scored_as_one_has_alternatives(
    extraction: Build, outcomes: Outcomes
) -> None:
    gold = extraction(ADULT, acceptable={"/eligibility/minimum_age/inclusive": [False]})
    other = {"eligibility": {"minimum_age": {"value": 18, "unit": "YEAR", "inclusive": False}}}
    assert outcomes(gold, extraction(other)) == {"/eligibility/minimum_age": "CORRECT"}
    assert outcomes(extraction(ADULT), extraction(other)) == {"/eligibility/minimum_age": "WRONG"}


def test_alternatives_for_a_list_of_objects_decide_links_too(extraction: Build, outcomes: Outcomes) -> None:
    tace = {"key": "I1", "name": "TACE"}
    sorafenib = {"key": "I2", "name": "Sorafenib"}
    arms = [{"key": "A1", "label": "All"}]
    links = [{"arm": "A1", "intervention": key, "basis": "TABLE"} for key in ("I1", "I2")]
    gold = extraction(
        {"arms": arms, "interventions": [tace], "arm_interventions": links[:1]},
        acceptable={"/interventions": [[tace, sorafenib]], "/arm_interventions": [links]},
    )
    full = {"arms": arms, "interventions": [tace, sorafenib], "arm_interventions": links}
    assert set(outcomes(gold, extraction(full)).values()) == {"CORRECT"}


def test_unlabelled_values_have_no_other_outcome(extraction: Build, outcomes: Outcomes) -> None:
    gold = extraction({"brief_title": "A"}, unlabelled=["/oversight", "/brief_title", "/locations"])
    predicted = extraction({"oversight": {"has_dmc": True}, "locations": [{"city": "Seoul"}]})
    assert outcomes(gold, predicted) == {
        "/brief_title": "UNLABELLED",
        "/oversight/has_dmc": "UNLABELLED",
        "-/locations/0/city": "UNLABELLED",
    }


def test_a_pointer_covers_what_is_below_it_and_nothing_beside_it() -> None:
    labels = Labels("page", {}, ["/arms/1"])
    assert labels.is_unlabelled("/arms/1/label")
    assert not labels.is_unlabelled("/arms/10")
    assert not labels.is_unlabelled("/arms")


def test_an_alternative_that_the_field_cannot_hold_is_an_error(extraction: Build) -> None:
    gold = extraction({"design": {"phases": ["PHASE1"]}}, acceptable={"/design/phases": [["PHASE9"]]})
    with pytest.raises(SuiteError, match="/design/phases"):
        score(gold, extraction())
