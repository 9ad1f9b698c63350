from extractor.records.arms import Arm, Intervention
from extractor.records.criteria import QuantityConstraint
from extractor.records.declare import Check
from extractor.records.eligibility import Eligibility
from extractor.records.record import TrialRecord
from extractor.records.regimen import Regimen
from extractor.records.times import Age, Duration, TimePoint
from extractor.verification.bound import moments, quantities, regimens
from extractor.verification.contexts import Shape
from extractor.verification.plans import plan_of

TOP = Shape(TrialRecord)


def test_a_field_is_planned_once() -> None:
    arms = TOP.below("arms", Arm)
    assert plan_of(arms, "label", "arms") is plan_of(TOP.below("arms", Arm), "label", "arms")


def test_a_plan_has_the_path_of_its_field() -> None:
    plan = plan_of(TOP.below("arms", Arm).below("regimens", Regimen), "text", "arms")
    assert (plan.path, plan.check, plan.bound) == ("/arms/regimens/text", Check.VERBATIM, None)


def test_a_length_of_time_is_bound_to_the_dose_statement_it_stands_in() -> None:
    inside = TOP.below("interventions", Intervention).below("regimens", Regimen).below("duration", Duration)
    assert plan_of(inside, "value", "interventions").bound is regimens.says
    assert plan_of(TOP.below("max_follow_up", Duration), "value", None).bound is moments.says


def test_objects_of_several_models_in_one_field_have_plans_of_their_own() -> None:
    quantity = plan_of(TOP.below("constraints", QuantityConstraint), "value", None)
    moment = plan_of(TOP.below("constraints", TimePoint), "value", None)
    assert (quantity.path, quantity.bound) == (moment.path, quantities.says)
    assert moment.bound is moments.says


def test_an_age_is_told_from_other_numbers() -> None:
    ages = TOP.below("eligibility", Eligibility).below("minimum_age", Age)
    assert plan_of(ages, "value", None).is_age
    assert not plan_of(TOP, "conditions", None).is_age


def test_facts_of_this_trial_are_told_from_others() -> None:
    assert plan_of(TOP.below("arms", Arm), "label", "arms").of_this_trial
    assert not plan_of(TOP, "conditions", None).of_this_trial
