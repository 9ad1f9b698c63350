"""What the tests of records share: every model below the record, and a record with everything in it."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from extractor.records.draft import Draft
from extractor.records.envelope import Extraction
from extractor.records.record import TrialRecord


def _parts(annotation: Any) -> Iterator[Any]:
    """The types that an annotation is made of."""
    if get_origin(annotation) is None or get_origin(annotation) is Literal:
        yield annotation
    else:
        for part in get_args(annotation):
            yield from _parts(part)


def models_below(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """A model and all models of its fields, by name."""
    found: dict[str, type[BaseModel]] = {}
    waiting = [model]
    while waiting:
        one = waiting.pop()
        if one.__name__ not in found:
            found[one.__name__] = one
            waiting += [part for info in one.model_fields.values() for part in models_in(info.annotation)]
    return found


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models that an annotation speaks of."""
    return [part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, BaseModel)]


def _value(annotation: Any, depth: int) -> Any:
    """A value for a field: one item in every list, a value for every optional."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is list:
        return [_value(part, depth) for part in _members(parts[0])] if depth else []
    if origin is Literal:
        return parts[0]
    if origin is not None:
        return _value(next(part for part in parts if part is not type(None)), depth)
    return _plain_value(annotation, depth)


def _plain_value(kind: type, depth: int) -> Any:
    if issubclass(kind, BaseModel):
        return full(kind, depth - 1)
    if issubclass(kind, Enum):
        return next(iter(kind)).value
    return {str: "words", int: 7, bool: True, Decimal: 2.5}[kind]


def _members(annotation: Any) -> tuple[Any, ...]:
    """The members of a union, each of which gets an item; any other type alone."""
    inner = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    return get_args(inner) if get_origin(inner) in {Union, UnionType} else (annotation,)


SPECIAL = {"key": {"Arm": "A1", "Intervention": "I1"}, "date": {"PartialDate": "2019-02"}}


def full(model: type[BaseModel], depth: int = 5) -> dict[str, Any]:
    """An object of a model in which every field has a value."""
    return {
        name: SPECIAL.get(name, {}).get(model.__name__) or _value(info.annotation, depth)
        for name, info in model.model_fields.items()
    }


@pytest.fixture(scope="session")
def models() -> dict[str, type[BaseModel]]:
    """All models of drafts and Extractions, by name."""
    return models_below(Extraction) | models_below(Draft)


@pytest.fixture(scope="session")
def record_models() -> dict[str, type[BaseModel]]:
    """The models of a record, by name."""
    return models_below(TrialRecord)


@pytest.fixture
def full_record() -> dict[str, Any]:
    """A record in which every field of every model has a value, as JSON data."""
    return full(TrialRecord)


@pytest.fixture
def small_record() -> TrialRecord:
    """A record with two arms and little else."""
    return TrialRecord.model_validate(
        {
            "source": {"page_kind": "REGISTRY_PAGE", "layout": "unknown"},
            "arms": [{"key": "A1", "label": "Tea"}, {"key": "A2", "label": "Water", "listed": False}],
            "conditions": ["Thirst"],
            "eligibility": {"inclusion": [{"text": "Thirsty", "children": [{"text": "Very"}]}]},
        }
    )


@pytest.fixture(name="models_in", scope="session")
def models_in_fixture() -> Callable[[Any], list[type[BaseModel]]]:
    """The models that an annotation speaks of."""
    return models_in
