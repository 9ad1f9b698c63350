from decimal import Decimal

import pytest
from pydantic import BaseModel

from extractor.evaluation.similarity import NAME_SHARE, Reading, similarity
from extractor.records.arms import ArmIntervention, LinkBasis
from extractor.records.comparator import Comparator
from extractor.records.criteria import (
    AgeConstraint,
    LimitReference,
    PerformanceScale,
    PerformanceStatusConstraint,
    QuantityConstraint,
    TimeConstraint,
    TimeRelation,
)
from extractor.records.locations import Location
from extractor.records.outcomes import Outcome, OutcomeKind


def quantity(parameter: str, value: int) -> QuantityConstraint:
    return QuantityConstraint(
        parameter=parameter,
        value=Decimal(value),
        comparator=Comparator.GE,
        reference=LimitReference.ABSOLUTE,
    )


def alike(gold: BaseModel, predicted: BaseModel) -> float:
    return similarity([Reading(gold)], predicted, {})


def test_the_first_key_decides_and_the_others_only_lower_it() -> None:
    survival = Outcome(kind=OutcomeKind.PRIMARY, measure="Overall survival")
    secondary = Outcome(kind=OutcomeKind.SECONDARY, measure="Overall survival")
    other = Outcome(kind=OutcomeKind.PRIMARY, measure="Adverse events")
    assert alike(survival, survival) == 1
    assert alike(survival, secondary) == pytest.approx(NAME_SHARE)
    assert alike(survival, other) == 0


def test_another_limit_on_the_same_parameter_is_nearer_than_the_same_limit_on_another() -> None:
    assert alike(quantity("ALT", 3), quantity("ALT", 5)) > alike(quantity("ALT", 3), quantity("AST", 3))


def test_constraints_of_different_kinds_are_not_alike() -> None:
    ecog = PerformanceStatusConstraint(scale=PerformanceScale.ECOG)
    assert alike(ecog, AgeConstraint()) == 0
    assert alike(ecog, PerformanceStatusConstraint(scale=PerformanceScale.KPS)) == 0


def test_keys_that_are_null_on_both_sides_say_nothing() -> None:
    assert alike(Location(city="Seoul"), Location(city="Seoul")) == 1
    assert alike(Location(city="Seoul"), Location(city="Seoul", facility="Asan")) == 0
    within = TimeConstraint(relation=TimeRelation.WITHIN)
    assert alike(within, TimeConstraint(relation=TimeRelation.AFTER)) == 1


def test_links_to_different_items_are_not_alike() -> None:
    link = ArmIntervention(arm="A1", intervention="I1", basis=LinkBasis.TABLE)
    other = ArmIntervention(arm="A1", intervention="I2", basis=LinkBasis.TABLE)
    partners = {"A1": "A1", "I1": "I1", "I2": "I2"}
    assert similarity([Reading(link)], link, partners) == 1
    assert similarity([Reading(link)], other, partners) == 0
    assert similarity([Reading(link)], link, {}) == 0


def test_items_that_differ_in_a_forbidden_key_are_not_alike_unless_one_side_lacks_it() -> None:
    primary = Outcome(kind=OutcomeKind.PRIMARY, measure="Overall survival")
    secondary = Outcome(kind=OutcomeKind.SECONDARY, measure="Overall survival")
    assert similarity([Reading(primary)], secondary, {}, {"kind"}) == 0
    assert similarity([Reading(primary)], primary, {}, {"kind"}) == 1
    accepted = Reading(primary, {"kind": (OutcomeKind.SECONDARY,)})
    assert similarity([accepted], secondary, {}, {"kind"}) == 1
    somewhere = Location(facility="Asan")
    assert similarity([Reading(somewhere)], Location(facility="Asan", city="Seoul"), {}, {"city"}) > 0


def test_what_gold_accepts_for_a_key_or_a_whole_item_counts() -> None:
    own = quantity("uni-dimension", 2)
    assert similarity([Reading(own, {"parameter": ("nodule",)})], quantity("nodule", 2), {}) == 1
    assert similarity([Reading(own), Reading(quantity("nodule", 2))], quantity("nodule", 2), {}) == 1
