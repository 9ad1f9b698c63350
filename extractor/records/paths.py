"""Every field of the record by its path: its pointer without list positions."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from extractor.records.declare import Declared, declarations
from extractor.records.record import TrialRecord


@cache
def declared_paths() -> dict[str, Declared]:
    """The declaration of each field, by its path such as `/arms/label`; parts of parts of one kind once."""
    return dict(_paths(TrialRecord, "", ()))


def _paths(
    model: type[BaseModel], above: str, around: tuple[type[BaseModel], ...]
) -> Iterator[tuple[str, Declared]]:
    for name, declared in declarations(model).items():
        path = f"{above}/{name}"
        yield path, declared
        for part in models_in(model.model_fields[name].annotation):
            if part not in (*around, model):  # a criterion holds criteria
                yield from _paths(part, path, (*around, model))


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models in an annotation, those of its arguments too."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)
