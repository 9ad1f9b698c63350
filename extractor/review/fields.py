"""What fields are, for people: the descriptions of the record's own declarations."""

from functools import cache
from typing import get_args

from pydantic import BaseModel

from extractor.records.declare import declarations
from extractor.records.pointer import join
from extractor.records.record import TrialRecord

_DEEPEST = 8
"""Criteria have criteria as children; nobody labels them deeper than this."""


@cache
def descriptions() -> dict[str, str]:
    """The description of each field, by its pointer without list positions."""
    found: dict[str, str] = {}
    _collect(TrialRecord, "", found)
    return found


def _collect(model: type[BaseModel], pointer: str, found: dict[str, str]) -> None:
    if pointer.count("/") > _DEEPEST:
        return
    for name, field in declarations(model).items():
        place = pointer + join(name)
        found.setdefault(place, field.description)
        for part in _models(model.model_fields[name].annotation):
            _collect(part, place, found)


def _models(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]
