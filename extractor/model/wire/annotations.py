"""The type of a field, taken apart."""

from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel


class FieldType(NamedTuple):
    """`base` is the type of a value or of a list's items; `constraints` are those declared beside it."""

    base: Any
    nullable: bool
    many: bool
    constraints: tuple[Any, ...]

    @property
    def plain(self) -> Any:
        """The base without its annotations."""
        return get_args(self.base)[0] if get_origin(self.base) is Annotated else self.base


@cache
def annotation_of(model: type[BaseModel], name: str) -> FieldType:
    """The type of a model's field."""
    info = model.model_fields[name]
    base: Any = info.annotation
    nullable = NoneType in get_args(base)
    if nullable:
        base = next(one for one in get_args(base) if one is not NoneType)
    many = get_origin(base) is list
    return FieldType(get_args(base)[0] if many else base, nullable, many, tuple(info.metadata))


def parts_of(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    """The model that a field holds, one of it or a list; None where it holds plain values or a choice."""
    base = annotation_of(model, name).plain
    return base if isinstance(base, type) and issubclass(base, BaseModel) else None


def alternatives_of(model: type[BaseModel], name: str) -> tuple[type[BaseModel], ...]:
    """The models that a field's items choose between; empty where there is no choice."""
    base = annotation_of(model, name).plain
    return get_args(base) if get_origin(base) is UnionType else ()
