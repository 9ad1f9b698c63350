from typing import Any

import pytest

from extractor.records.declare import Check
from extractor.records.draft import Draft
from extractor.records.leaves import leaves
from extractor.records.record import TrialRecord
from extractor.verification.bound import moments, quantities, regimens
from extractor.verification.case import Plan
from extractor.verification.contexts import Contexts
from extractor.verification.page import Page
from extractor.verification.plans import plan_of

RECORD: dict[str, Any] = {
    "source": {"page_kind": "REGISTRY_PAGE", "layout": "invented"},
    "conditions": ["Gizzard Tumour"],
    "arms": [
        {
            "key": "A1",
            "label": "Heat",
            "regimens": [{"text": "heat for 6 weeks", "duration": {"value": 6, "unit": "WEEK"}}],
        }
    ],
    "outcomes": [
        {
            "kind": "PRIMARY",
            "measure": "Survival",
            "time_frame": "2 years",
            "max_follow_up": {"value": 2, "unit": "YEAR"},
        }
    ],
    "eligibility": {
        "minimum_age": {"value": 18, "unit": "YEAR"},
        "inclusion": [
            {
                "text": "Hb > 9 g/dL",
                "constraints": [
                    {
                        "kind": "quantity",
                        "parameter": "Hb",
                        "comparator": "GT",
                        "value": 9,
                        "reference": "ABSOLUTE",
                    },
                    {"kind": "age", "min": {"value": 18, "unit": "YEAR"}},
                ],
            }
        ],
    },
}


@pytest.fixture
def contexts() -> Contexts:
    return Contexts(Page("Heat"), Draft(record=TrialRecord.model_validate(RECORD)))


@pytest.fixture
def plans(contexts: Contexts) -> dict[str, Plan]:
    """The plan of each leaf by its pointer."""
    return {
        leaf.pointer: plan_of(contexts.at(leaf.owner_pointer), leaf.name) for leaf in leaves(contexts.record)
    }


def test_a_field_is_planned_once_for_all_records(plans: dict[str, Plan]) -> None:
    other = Contexts(Page("Cold"), Draft(record=TrialRecord.model_validate(RECORD)))
    assert plan_of(other.at("/arms/0"), "label") is plans["/arms/0/label"]


def test_a_plan_has_the_path_of_its_field(plans: dict[str, Plan]) -> None:
    plan = plans["/arms/0/regimens/0/text"]
    assert (plan.path, plan.check, plan.bound) == ("/arms/regimens/text", Check.VERBATIM, None)


def test_a_length_of_time_is_bound_to_the_dose_statement_it_stands_in(plans: dict[str, Plan]) -> None:
    assert plans["/arms/0/regimens/0/duration/value"].bound is regimens.says
    assert plans["/outcomes/0/max_follow_up/value"].bound is moments.says


def test_objects_of_several_models_in_one_field_have_plans_of_their_own(plans: dict[str, Plan]) -> None:
    pointer = "/eligibility/inclusion/0/constraints"
    assert plans[f"{pointer}/0/value"].bound is quantities.says
    assert plans[f"{pointer}/1/min/value"].bound is None
    assert plans[f"{pointer}/1/min/value"].is_age


def test_an_age_is_told_from_other_numbers(plans: dict[str, Plan]) -> None:
    assert plans["/eligibility/minimum_age/value"].is_age
    assert not plans["/conditions/0"].is_age


def test_facts_of_this_trial_are_told_from_others(plans: dict[str, Plan]) -> None:
    assert plans["/arms/0/label"].of_this_trial
    assert not plans["/conditions/0"].of_this_trial
