from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from extractor.model.wire.annotations import alternatives_of, parts_of
from extractor.model.wire.derive import (
    asked_fields,
    column_of,
    given_fields,
    object_of,
    row_fields,
    words_of,
)
from extractor.model.wire.filling import filled_fields
from extractor.model.wire.forms import form_of
from extractor.records.arms import Arm, ArmIntervention
from extractor.records.criteria import Criterion
from extractor.records.declare import declarations
from extractor.records.outcomes import Outcome
from extractor.records.record import TrialRecord
from extractor.records.references import Reference
from extractor.records.results import ResultStatement
from extractor.records.source import Source
from extractor.records.times import Age, PartialDate


def below(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """A model of the record and all that it holds."""
    if model in seen:
        return
    seen.add(model)
    yield model
    for name in model.model_fields:
        part = parts_of(model, name)
        for one in (*alternatives_of(model, name), *([part] if part else [])):
            yield from below(one, seen)


MODELS = list(below(TrialRecord, set()))
TITLES = {one.title: one for one in form_of(asked_fields(TrialRecord)).objects()}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_asked_given_by_code_filled_or_has_rows_of_its_own(model: type[BaseModel]) -> None:
    ways = [
        set(asked_fields(model)),
        set(given_fields(model)),
        set(filled_fields(model)),
        set(row_fields(model)),
    ]
    assert set.union(*ways) == set(model.model_fields)
    assert sum(map(len, ways)) == len(model.model_fields)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_is_asked_stands_in_the_form(model: type[BaseModel]) -> None:
    everywhere = [column.name for one in TITLES.values() for column in one.columns]
    told = (
        [column.name for column in TITLES[model.__name__].columns] if model.__name__ in TITLES else everywhere
    )
    for name in asked_fields(model):
        flat = [column for column in told if column.startswith(f"{name}_") or column.endswith(f"_{name}")]
        assert name in told or flat, name


def test_what_is_left_out_is_what_code_knows() -> None:
    assert given_fields(Source) == {"layout"}
    assert given_fields(Arm) == {"key"}
    assert row_fields(Arm) == {"regimens"}
    assert row_fields(Criterion) == {"constraints", "children"}


def test_the_words_of_an_object_are_asked_first() -> None:
    assert asked_fields(ResultStatement)[0] == words_of(ResultStatement) == "text"
    assert asked_fields(Outcome)[0] == "measure"
    assert words_of(PartialDate) is None


def test_values_of_an_object_without_words_bring_their_own() -> None:
    assert column_of(Arm, "type", worded=False).kind == "words and value, one of a list"
    assert [column.name for column in object_of(Age).columns] == ["words", "value", "unit", "inclusive"]
    assert object_of(ArmIntervention).columns[0].name == "words"


def test_values_beside_words_are_plain_and_inner_objects_are_flat() -> None:
    columns = {column.name: column for column in object_of(ResultStatement).columns}
    assert columns["statistic"].kind == "judgement, one of a list"
    assert columns["value"].kind == "value, number"
    assert "ci" not in columns
    assert columns["ci_low"].nullable
    assert columns["ci_low"].description == "Confidence interval. Lower limit."


def test_a_field_that_needs_words_of_its_own_has_them_in_any_object() -> None:
    assert column_of(Reference, "type", worded=True).kind == "words and value, one of a list"
    assert declarations(Reference)["type"].words == "type"


def test_links_are_asked_by_label_and_not_by_key() -> None:
    column = column_of(ArmIntervention, "arm", worded=True)
    assert (column.kind, column.description) == ("label", "Printed label of an arm.")


def test_the_guide_learns_what_an_enumeration_says_of_its_values() -> None:
    assert column_of(Outcome, "kind", worded=True).values_remark == "UNSPECIFIED: the page does not rank it."
    assert column_of(Outcome, "measure", worded=True).values_remark == ""
