"""The field guide: what every field means, written from the models' own declarations."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, get_args

from pydantic import BaseModel

from extractor.model.wire import WireRecord
from extractor.records.declare import Check, declarations

KINDS = {
    Check.VERBATIM: "verbatim",
    Check.ENUM: "one of the listed values",
    Check.NUMBER: "number",
    Check.DATE: "ISO date",
    Check.IDENTIFIER: "identifier",
    Check.BOOLEAN: "true or false",
    Check.NORM: "name from a closed table",
    Check.DERIVED: "follows from the words",
    Check.STRUCTURAL: "no words",
    Check.PARTS: "parts",
}
"""How the guide names each kind of field; the prompt explains the names."""


@cache
def field_guide() -> str:
    """One section for each object of the record, one line for each of its fields, as Markdown."""
    return "\n\n".join(_section(model) for model in _models(WireRecord))


def _section(model: type[BaseModel]) -> str:
    lines = [f"### {_title(model)}", _first_paragraph(model), ""]
    for name, field in declarations(model).items():
        below = [_title(part) for part in _parts(model, name)]
        kind = "see " + ", ".join(below) if below else KINDS[field.check]
        lines.append(f"- `{name}` ({kind}): {field.description}")
        lines.extend(_values(model, name))
    return "\n".join(lines)


def _title(model: type[BaseModel]) -> str:
    return model.__name__.removeprefix("Wire")


def _first_paragraph(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().partition("\n\n")[0]


def _models(top: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Every model that a record holds, each once, in the order in which fields name them."""
    waiting, seen = [top], {top}
    while waiting:
        model = waiting.pop(0)
        yield model
        for name in model.model_fields:
            for part in _parts(model, name):
                if part not in seen:
                    seen.add(part)
                    waiting.append(part)


def _parts(model: type[BaseModel], name: str) -> list[type[BaseModel]]:
    return [part for part in _types(model, name) if issubclass(part, BaseModel)]


def _values(model: type[BaseModel], name: str) -> list[str]:
    """What an enumeration says about single values: what follows the first sentence of its docstring."""
    enums = [part for part in _types(model, name) if issubclass(part, StrEnum)]
    remarks = [" ".join((part.__doc__ or "").split()).partition(". ")[2] for part in enums]
    return [f"  {remark}" for remark in remarks if remark]


def _types(model: type[BaseModel], name: str) -> list[type]:
    return list(_classes(model.model_fields[name].annotation))


def _classes(annotation: Any) -> Iterator[type]:
    """The classes in an annotation: those of its arguments, else itself."""
    arguments = get_args(annotation)
    if not arguments and isinstance(annotation, type) and annotation is not NoneType:
        yield annotation
    for argument in arguments:
        yield from _classes(argument)
