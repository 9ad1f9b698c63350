"""Traps of pydantic models that their schema does not show: what they let in when an answer is read."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any, get_args

from pydantic import BaseModel, PydanticUserError, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from extractor.model.lint.trap import Trap

_SCHEMA_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
_SHAPES = ("{}", "[{}]", "[[{}]]", '{{"a": {}}}')
_NOT_FINITE = ("NaN", "Infinity")
_TEXTS = ('"200"', '"true"')

ADVICE = {
    "extra_keys": "Set model_config = ConfigDict(extra='forbid') on a base that all models share",
    "not_finite": "Set allow_inf_nan=False on a base that all models share: it does not reach inner models",
    "text_for_number": "Set strict=True on a base that all models share, or validate with strict=True",
    "no_schema": "Use types that JSON has",
    "schema_name": "Give the class a name of at most 64 letters, digits, underscores and hyphens",
}
"""What to do about each rule of models."""


def model_traps(model: type[BaseModel]) -> Iterator[Trap]:
    """The traps of a model and of all models inside it."""
    if not _SCHEMA_NAME.match(model.__name__):
        yield _trap("schema_name", model.__name__, "the class has no name that a request can carry")
    for one in _family(model):
        if one.model_config.get("extra") != "forbid":
            how = "kept" if one.model_config.get("extra") == "allow" else "dropped without a word"
            yield _trap("extra_keys", one.__name__, f"keys that are not declared are {how}")
        for name, field in one.model_fields.items():
            yield from _field_traps(one, name, field)


def schema_of(model: type[BaseModel]) -> tuple[dict[str, Any], list[Trap]]:
    """The JSON Schema of a model, or the trap that it has none."""
    try:
        return model.model_json_schema(mode="validation"), []
    except PydanticUserError as error:
        return {}, [_trap("no_schema", model.__name__, f"it has no JSON Schema ({error.message[:120]})")]


def _family(model: type[BaseModel]) -> list[type[BaseModel]]:
    """The model and those its fields hold, each once, in the order in which they are met."""
    found, waiting = [model], [model]
    while waiting:
        for field in waiting.pop(0).model_fields.values():
            fresh = [one for one in _models_in(field.annotation) if one not in found]
            found += fresh
            waiting += fresh
    return found


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [one for part in get_args(annotation) for one in _models_in(part)]


def _field_traps(model: type[BaseModel], name: str, field: FieldInfo) -> Iterator[Trap]:
    reads = _reader(model, field)
    if reads is None:
        return
    place = f"{model.__name__}.{name}"
    if any(_holds_not_finite(value) for value in _accepted(reads, _NOT_FINITE)):
        yield _trap("not_finite", place, "NaN and Infinity are taken for numbers")
    if any(_holds_number(value) for value in _accepted(reads, _TEXTS)):
        yield _trap(
            "text_for_number", place, 'text such as "200" or "true" is taken for a number or a boolean'
        )


def _reader(model: type[BaseModel], field: FieldInfo) -> TypeAdapter[Any] | None:
    """What reads values of a field with the model's settings; None for a model, which has its own."""
    annotated: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    try:
        return TypeAdapter(annotated, config=model.model_config)
    except PydanticUserError:
        return None


def _accepted(reads: TypeAdapter[Any], texts: Iterable[str]) -> Iterator[Any]:
    """What is read from each JSON text, alone and inside lists and dictionaries."""
    for text in texts:
        for shape in _SHAPES:
            try:
                yield reads.validate_json(shape.format(text))
            except (ValidationError, ValueError, TypeError, ArithmeticError):
                continue


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        yield from (leaf for one in value.values() for leaf in _leaves(one))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (leaf for one in value for leaf in _leaves(one))
    else:
        yield value


def _holds_not_finite(value: Any) -> bool:
    return any(isinstance(leaf, float | Decimal) and not math.isfinite(leaf) for leaf in _leaves(value))


def _holds_number(value: Any) -> bool:
    return any(isinstance(leaf, int | float | Decimal) for leaf in _leaves(value))


def _trap(rule: str, place: str, message: str) -> Trap:
    return Trap(rule, place, message, ADVICE[rule])
