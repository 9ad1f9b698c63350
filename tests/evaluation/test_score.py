from collections.abc import Callable
from typing import Any

import pytest

from extractor.errors import SuiteError
from extractor.evaluation import score
from extractor.evaluation.part import ItemCount
from extractor.evaluation.score import score_failure
from extractor.records.declare import Tier
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
Outcomes = Callable[..., dict[str, str]]

SURVIVAL = {"kind": "PRIMARY", "measure": "Overall survival", "time_frame": "36 months"}
PROGRESSION = {"kind": "SECONDARY", "measure": "Time to progression", "time_frame": "36 months"}
EVENTS = {"kind": "SECONDARY", "measure": "Adverse events"}


def reference(pmid: str) -> dict[str, Any]:
    return {"references": [{"citation": "Llovet 2008", "pmid": pmid}]}


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ({"brief_title": "A trial"}, {"brief_title": "a  trial."}, {"/brief_title": "CORRECT"}),
        ({"brief_title": "A trial"}, {"brief_title": "B trial"}, {"/brief_title": "WRONG"}),
        ({"brief_title": "A trial"}, {}, {"/brief_title": "MISSING"}),
        ({}, {"brief_title": "A trial"}, {"/brief_title": "SPURIOUS"}),
        ({}, {}, {}),
        (
            {"design": {"enrollment": {"count": 200}}},
            {"design": {"enrollment": {"count": 2000}}},
            {"/design/enrollment/count": "WRONG"},
        ),
        (
            {"design": {"phases": ["PHASE1"]}},
            {"design": {"phases": ["PHASE2"]}},
            {"/design/phases/0": "WRONG"},
        ),
        (
            {"status": {"start_date": {"date": "2012-03"}}},
            {"status": {"start_date": {"date": "2012-03-01"}}},
            {"/status/start_date": "PARTIAL"},
        ),
    ],
)
def test_each_value_has_one_outcome(
    extraction: Build, outcomes: Outcomes, gold: Any, predicted: Any, expected: Any
) -> None:
    assert outcomes(extraction(gold), extraction(predicted)) == expected


def test_an_identifier_with_one_other_digit_is_wrong(extraction: Build, outcomes: Outcomes) -> None:
    found = outcomes(extraction(reference("18650514")), extraction(reference("18650515")))
    assert found == {"/references/0/citation": "CORRECT", "/references/0/pmid": "WRONG"}


def test_another_nct_number_is_another_item(extraction: Build, outcomes: Outcomes) -> None:
    ours, theirs = (
        extraction({"identifiers": [{"scheme": "NCT", "value": value, "role": "PRIMARY"}]})
        for value in ("NCT00921531", "NCT00921532")
    )
    assert set(outcomes(ours, theirs).values()) == {"MISSING", "SPURIOUS"}


def test_reordered_lists_are_fully_correct(extraction: Build, outcomes: Outcomes) -> None:
    gold = extraction({"outcomes": [SURVIVAL, PROGRESSION, EVENTS], "conditions": ["a", "b", "c"]})
    predicted = extraction({"outcomes": [EVENTS, SURVIVAL, PROGRESSION], "conditions": ["c", "a", "b"]})
    assert set(outcomes(gold, predicted).values()) == {"CORRECT"}


def test_a_list_of_values_is_a_multiset(extraction: Build, outcomes: Outcomes) -> None:
    found = outcomes(extraction({"conditions": ["a", "a", "b"]}), extraction({"conditions": ["a"]}))
    assert sorted(found.values()) == ["CORRECT", "MISSING", "MISSING"]
    found = outcomes(extraction({"conditions": ["a"]}), extraction({"conditions": ["x", "y", "a"]}))
    assert found == {"/conditions/0": "CORRECT", "-/conditions/0": "SPURIOUS", "-/conditions/1": "SPURIOUS"}


def test_one_value_left_on_either_side_is_one_read_as_the_other(
    extraction: Build, outcomes: Outcomes
) -> None:
    points = [{"value": 12, "unit": "MONTH"}, {"value": 36, "unit": "MONTH"}]
    ours = extraction({"outcomes": [{**SURVIVAL, "time_points": points}]})
    theirs = extraction(
        {"outcomes": [{**SURVIVAL, "time_points": [points[0], {"value": 36, "unit": "WEEK"}]}]}
    )
    found = outcomes(ours, theirs)
    assert found["/outcomes/0/time_points/0"] == "CORRECT"
    assert found["/outcomes/0/time_points/1"] == "WRONG"


def test_an_item_without_partner_makes_each_of_its_values_missing_or_spurious(extraction: Build) -> None:
    result = score(extraction({"outcomes": [SURVIVAL]}), extraction({"outcomes": [EVENTS]}))
    cells = [cell for cell in result.cells if cell.path.startswith("/outcomes")]
    assert [(cell.path, cell.outcome.value) for cell in cells] == [
        ("/outcomes/kind", "MISSING"),
        ("/outcomes/measure", "MISSING"),
        ("/outcomes/time_frame", "MISSING"),
        ("/outcomes/kind", "SPURIOUS"),
        ("/outcomes/measure", "SPURIOUS"),
    ]
    assert all(cell.reason.startswith("via_item") for cell in cells)
    assert [cell.predicted_pointer for cell in cells[:3]] == [None] * 3
    assert [cell.gold_pointer for cell in cells[3:]] == [None] * 2
    assert [item for item in result.items if item.path == "/outcomes"] == [ItemCount("/outcomes", 0, 1, 1)]


def test_a_null_object_makes_each_value_of_the_other_missing(extraction: Build, outcomes: Outcomes) -> None:
    gold = extraction({"oversight": {"has_dmc": True, "us_export": False}})
    assert outcomes(gold, extraction()) == {
        "/oversight/has_dmc": "MISSING",
        "/oversight/us_export": "MISSING",
    }
    assert set(outcomes(extraction(), gold).values()) == {"SPURIOUS"}


def test_two_null_objects_are_one_cell(extraction: Build) -> None:
    cells = score(extraction(), extraction()).cells
    assert [cell.outcome.value for cell in cells if cell.path.startswith("/oversight")] == ["CORRECTLY_NULL"]
    assert [cell.outcome.value for cell in cells if cell.path.startswith("/arms")] == ["CORRECTLY_NULL"]


def test_an_object_without_values_is_a_null_one(extraction: Build) -> None:
    cells = score(extraction({"oversight": {}}), extraction()).cells
    assert [cell.outcome.value for cell in cells if cell.path == "/oversight"] == ["CORRECTLY_NULL"]


def test_default_booleans_count_in_pairs_only(extraction: Build, outcomes: Outcomes) -> None:
    criterion = {"text": "No metastasis"}
    gold = extraction({"eligibility": {"exclusion": [criterion]}})
    assert outcomes(gold, extraction()) == {"/eligibility/exclusion/0/text": "MISSING"}
    found = outcomes(gold, extraction({"eligibility": {"exclusion": [{**criterion, "negated": True}]}}))
    assert found["/eligibility/exclusion/0/negated"] == "WRONG"
    assert found["/eligibility/exclusion/0/op"] == "CORRECT"
    denied = extraction({"eligibility": {"exclusion": [{**criterion, "negated": True}]}})
    assert outcomes(denied, extraction())["/eligibility/exclusion/0/negated"] == "MISSING"


def test_keys_and_kinds_are_not_scored(extraction: Build) -> None:
    arms = extraction({"arms": [{"key": "A1", "label": "Sorafenib"}]})
    assert not [cell for cell in score(arms, arms).cells if cell.path in {"/arms/key", "/source/layout"}]


def test_links_follow_the_pairing_of_arms_and_interventions(extraction: Build, outcomes: Outcomes) -> None:
    gold = extraction(
        {
            "arms": [{"key": "A1", "label": "Sorafenib"}, {"key": "A2", "label": "Placebo"}],
            "interventions": [{"key": "I1", "name": "Nexavar"}],
            "arm_interventions": [{"arm": "A1", "intervention": "I1", "basis": "TABLE"}],
            "results": [{"outcome": "OS", "text": "OS 5", "statistic": "MEDIAN", "arm": "A1"}],
        }
    )
    predicted = {
        "arms": [{"key": "A1", "label": "Placebo"}, {"key": "A2", "label": "Sorafenib"}],
        "interventions": [{"key": "I7", "name": "Nexavar"}],
        "arm_interventions": [{"arm": "A2", "intervention": "I7", "basis": "TABLE"}],
        "results": [{"outcome": "OS", "text": "OS 5", "statistic": "MEDIAN", "arm": "A2"}],
    }
    assert set(outcomes(gold, extraction(predicted)).values()) == {"CORRECT"}
    predicted["results"][0]["arm"] = "A1"
    assert outcomes(gold, extraction(predicted))["/results/0/arm"] == "WRONG"


def test_a_link_to_an_item_without_partner_is_missing(extraction: Build, outcomes: Outcomes) -> None:
    shared = {"arms": [{"key": "A1", "label": "Sorafenib"}]}
    link = {"arm": "A1", "intervention": "I1", "basis": "TABLE"}
    gold = extraction(
        {**shared, "interventions": [{"key": "I1", "name": "TACE"}], "arm_interventions": [link]}
    )
    other = extraction(
        {**shared, "interventions": [{"key": "I1", "name": "RFA"}], "arm_interventions": [link]}
    )
    assert outcomes(gold, other)["/arm_interventions/0/intervention"] == "MISSING"


def test_an_inclusion_criterion_is_no_exclusion_criterion(extraction: Build, outcomes: Outcomes) -> None:
    gold = extraction({"eligibility": {"inclusion": [{"text": "HIV infection"}]}})
    predicted = extraction({"eligibility": {"exclusion": [{"text": "HIV infection"}]}})
    assert outcomes(gold, predicted) == {
        "/eligibility/inclusion/0/text": "MISSING",
        "-/eligibility/exclusion/0/text": "SPURIOUS",
    }


def test_children_are_paired_below_paired_parents(extraction: Build, outcomes: Outcomes) -> None:
    tree = {
        "text": "Organ function:",
        "op": "ALL",
        "children": [{"text": "ALT < 5 x ULN"}, {"text": "AST < 5 x ULN"}],
    }
    turned = {**tree, "children": [{"text": "AST < 5 x ULN"}, {"text": "ALT < 4 x ULN"}]}
    found = outcomes(
        extraction({"eligibility": {"inclusion": [tree]}}),
        extraction({"eligibility": {"inclusion": [turned]}}),
    )
    assert found["/eligibility/inclusion/0/children/1/text"] == "CORRECT"
    assert found["/eligibility/inclusion/0/children/0/text"] == "WRONG"


def test_the_order_of_children_does_not_tell_their_parents_apart(
    extraction: Build, outcomes: Outcomes
) -> None:
    def parents(*groups: str) -> Extraction:
        trees = [
            {"text": "One of:", "op": "ANY", "children": [{"text": text} for text in group.split()]}
            for group in groups
        ]
        return extraction({"eligibility": {"inclusion": trees}})

    found = outcomes(parents("HIV HBV", "HBV HCV"), parents("HCV HBV", "HBV HIV"))
    assert set(found.values()) == {"CORRECT"}


def test_constraints_of_different_kinds_never_meet(extraction: Build, outcomes: Outcomes) -> None:
    age = {"kind": "age", "min": {"value": 18, "unit": "YEAR"}}
    ecog = {"kind": "performance_status", "scale": "ECOG", "max": 1}
    ours, theirs = (
        extraction({"eligibility": {"inclusion": [{"text": "Adults", "constraints": [one]}]}})
        for one in (age, ecog)
    )
    found = outcomes(ours, theirs)
    assert found["/eligibility/inclusion/0/constraints/0/min"] == "MISSING"
    assert found["-/eligibility/inclusion/0/constraints/0/max"] == "SPURIOUS"


def test_a_cell_names_its_tier_group_path_and_values(extraction: Build) -> None:
    gold = extraction({"arms": [{"key": "A1", "label": "A", "regimens": [{"text": "400 mg"}]}]})
    cell = next(cell for cell in score(gold, gold).cells if cell.path == "/arms/regimens/text")
    assert (cell.tier, cell.group, cell.gold_pointer) == (
        Tier.COMPUTED,
        "regimens",
        "/arms/0/regimens/0/text",
    )
    assert (cell.gold, cell.predicted, cell.reason) == ("400 mg", "400 mg", "text: equal")


def test_cells_stand_in_the_order_of_the_record(extraction: Build) -> None:
    paths = [cell.path.split("/")[1] for cell in score(extraction(), extraction()).cells]
    assert list(dict.fromkeys(paths)) == list(type(extraction().record).model_fields)


def test_extractions_of_two_pages_are_refused(extraction: Build) -> None:
    other = extraction()
    other.document.text_sha256 = "2" * 64
    with pytest.raises(SuiteError, match="not read from the same text"):
        score(extraction(), other)


def test_a_page_that_could_not_be_read_makes_every_value_invalid(extraction: Build) -> None:
    gold = extraction(
        {"brief_title": "A", "acronym": "B", "conditions": ["c"], "arms": [{"key": "A1", "label": "d"}]},
        acceptable={"/acronym": [None]},
        unlabelled=["/conditions"],
    )
    found = score_failure(gold, "no answer")
    assert found.failure == "no answer"
    assert [(cell.path, cell.outcome.value) for cell in found.cells] == [
        ("/source/page_kind", "INVALID"),
        ("/brief_title", "INVALID"),
        ("/conditions", "UNLABELLED"),
        ("/arms/label", "INVALID"),
    ]
