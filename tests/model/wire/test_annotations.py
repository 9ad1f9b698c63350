from decimal import Decimal

from extractor.model.wire.annotations import alternatives_of, annotation_of, parts_of
from extractor.records.criteria import AgeConstraint, Criterion, TimeConstraint
from extractor.records.design import Design, Enrollment, Phase
from extractor.records.results import ResultStatement
from extractor.records.status import Status
from extractor.records.times import PartialDate


def test_lists_and_nulls_are_taken_off_a_type() -> None:
    phases = annotation_of(Design, "phases")
    assert (phases.plain, phases.many, phases.nullable) == (Phase, True, False)
    value = annotation_of(ResultStatement, "value")
    assert (value.plain, value.many, value.nullable) == (Decimal, False, True)
    assert len(annotation_of(Enrollment, "count").constraints) == 2


def test_the_model_in_a_field_is_found() -> None:
    assert parts_of(Status, "start_date") is PartialDate
    assert parts_of(Criterion, "children") is Criterion
    assert parts_of(Status, "why_stopped") is None


def test_a_choice_between_models_is_no_single_model() -> None:
    assert parts_of(Criterion, "constraints") is None
    kinds = alternatives_of(Criterion, "constraints")
    assert (kinds[0], kinds[-1]) == (AgeConstraint, TimeConstraint)
    assert alternatives_of(Criterion, "children") == ()
