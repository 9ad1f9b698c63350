"""The form of a record's object, derived from the declarations of its model."""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Final

from pydantic import BaseModel, TypeAdapter

from extractor.model.wire.annotations import alternatives_of, annotation_of, parts_of
from extractor.model.wire.blocks import BLOCK
from extractor.model.wire.columns import Column, Group
from extractor.model.wire.filling import fill_of, filled_fields
from extractor.model.wire.leaves import WORDS, Checked, Choice, Flag, Leaf, Shape, Text
from extractor.model.wire.shapes import Many, Said, WireObject
from extractor.records.criteria import Criterion
from extractor.records.declare import Check, Declared, Scoring, declarations
from extractor.records.regimen import Regimen

ROWS: Final = (Regimen, Criterion)
"""What is asked in row lists of its own, and not inside the objects that hold it."""
_OWN_WORDS: Final = frozenset({Check.VERBATIM, Check.IDENTIFIER})
_SAID: Final = frozenset({Check.ENUM, Check.NUMBER, Check.DATE, Check.BOOLEAN})
_KEY: Final = re.compile(r"^Key(?=s? of)")
_TEXTS: Final = {Check.VERBATIM: "text", Check.IDENTIFIER: "identifier", Check.STRUCTURAL: "label"}
JUDGEMENT: Final = "judgement"
_ROLES: Final = dict.fromkeys(_SAID, "value") | {Check.DERIVED: JUDGEMENT, Check.STRUCTURAL: JUDGEMENT}


def given_fields(model: type[BaseModel]) -> frozenset[str]:
    """The fields that code gives: keys and the name of the layout."""
    return frozenset(
        name
        for name, declared in declarations(model).items()
        if declared.check is Check.STRUCTURAL and declared.scoring is Scoring.NONE
    )


def row_fields(model: type[BaseModel]) -> frozenset[str]:
    """The fields whose items are asked in row lists of their own."""
    return frozenset(
        name for name in model.model_fields if parts_of(model, name) in ROWS or alternatives_of(model, name)
    )


def asked_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that the form of a model asks: its words first, then the others as declared."""
    left_out = given_fields(model) | filled_fields(model) | row_fields(model)
    names = [name for name in model.model_fields if name not in left_out]
    return tuple(sorted(names, key=lambda name: name != words_of(model)))


def words_of(model: type[BaseModel]) -> str | None:
    """The field of a model whose printed words stand for the whole object."""
    name: str | None = getattr(model, "words_field", None)
    return name if name and declarations(model)[name].check in _OWN_WORDS else None


@cache
def object_of(model: type[BaseModel], *, worded: bool = False) -> WireObject:
    """The form of a model's object.

    `worded`: an object around it has words, so its values need none. An object that could have words and
    has no field of them, such as a date or a link, gets a column `words`.
    """
    has_words = worded or words_of(model) is not None
    is_quoted = not has_words and _needs_words(model)
    parts = list(parts_for(model, worded=has_words or is_quoted))
    if is_quoted:
        parts.insert(0, Column("words", WORDS, "The page's words that say it, verbatim."))
    return WireObject(
        model.__name__, _first_paragraph(model), tuple(parts), fill=fill_of(model), quoted=is_quoted
    )


def parts_for(model: type[BaseModel], *, worded: bool) -> Iterator[Column | Group]:
    """The columns of a model's fields, in the order in which they are asked."""
    for name in asked_fields(model):
        below, kind = parts_of(model, name), annotation_of(model, name)
        if worded and below and not kind.many:
            yield _group(model, name, below)
        else:
            yield column_of(model, name, worded=worded)


def _needs_words(model: type[BaseModel]) -> bool:
    """Whether its values say nothing apart from each other: dates and ages, and links by their ends."""
    fields = declarations(model).values()
    links = all(field.check is Check.STRUCTURAL for field in fields)
    return links or getattr(model, "words_field", None) is not None


def _group(model: type[BaseModel], name: str, below: type[BaseModel]) -> Group:
    inner = [column_of(below, field, worded=True) for field in asked_fields(below)]
    columns = tuple(
        Column(
            f"{name}_{column.name}",
            column.shape,
            f"{declarations(model)[name].description} {column.description}",
            column.values_remark,
            nullable=True,
            field=column.name,
            role=column.role,
            needed=not column.nullable,
        )
        for column in inner
    )
    return Group(name, columns, fill_of(below))


def column_of(model: type[BaseModel], name: str, *, worded: bool) -> Column:
    """The column of one field."""
    kind, declared = annotation_of(model, name), declarations(model)[name]
    below = parts_of(model, name)
    shape: Shape | Leaf
    role = ""
    if below:
        shape = object_of(below, worded=worded)
    elif declared.block:
        shape = BLOCK
    else:
        shape = leaf_of(model, name, declared)
        if _is_said(name, declared, worded=worded):
            shape = Said(shape)
        elif declared.scoring is not Scoring.LINK:
            role = _ROLES.get(declared.check, "")
    return Column(
        name,
        Many(shape) if kind.many else shape,
        _KEY.sub("Printed label", declared.description),
        values_remark=remark_of(kind.plain),
        nullable=kind.nullable,
        field=name,
        role=role,
    )


def _is_said(name: str, declared: Declared, *, worded: bool) -> bool:
    """Whether a value is asked with words of its own."""
    return declared.check in _SAID and (not worded or declared.words == name)


def leaf_of(model: type[BaseModel], name: str, declared: Declared) -> Leaf:
    """The shape of a field's plain value."""
    kind = annotation_of(model, name)
    if isinstance(kind.plain, type) and issubclass(kind.plain, StrEnum):
        return Choice.of(kind.plain)
    if kind.plain is bool:
        return Flag()
    if kind.plain is str and declared.check is not Check.DATE:
        return Text(_TEXTS.get(declared.check, "name"))
    names = {Decimal: ("Number", "number"), int: ("Integer", "whole number"), str: ("Date", "ISO date")}
    title, words = names[kind.plain]
    json_type = "string" if kind.plain is str else title.lower()
    constrained: Any = Annotated[kind.base, *kind.constraints] if kind.constraints else kind.base
    return Checked(title, words, json_type, TypeAdapter(constrained))


def remark_of(kind: Any) -> str:
    """What an enumeration says about single values: what follows the first sentence of its docstring."""
    if not (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return ""
    return " ".join((kind.__doc__ or "").split()).partition(". ")[2]


def _first_paragraph(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").strip().partition("\n\n")[0].split())
