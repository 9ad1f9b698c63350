"""The walk over a record: every leaf with its address, declaration and owner.

Verification, scoring, the terminal table and review all walk the record through this one file.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from extractor.records.arms import LinkBasis
from extractor.records.declare import Check, Declared, Tier, declarations
from extractor.records.pointer import join
from extractor.records.record import TrialRecord
from extractor.records.source import PageKind


class Leaf(NamedTuple):
    """One value that has no parts. `value` may be None; `tier` and `group` are resolved.

    `owner` is the object that holds the field, `owner_pointer` its address; an item of a list of
    plain values has the pointer of the item and the declaration of the list.
    """

    pointer: str
    value: Any
    field: Declared
    name: str
    tier: Tier
    group: str
    owner: BaseModel
    owner_pointer: str

    @property
    def structural(self) -> bool:
        """Whether the value carries no words."""
        return self.field.check is Check.STRUCTURAL


class _Place(NamedTuple):
    pointer: str
    tier: Tier
    group: str


def leaves(record: BaseModel, *, nulls: bool = False) -> Iterator[Leaf]:
    """Every leaf of a record in the order of its fields.

    With `nulls`, fields that are None are leaves too (a null object once, at its top) and so are
    empty lists (value `[]`).
    """
    return _of_model(record, _Place("", Tier.STRUCTURE, "record"), nulls=nulls)


def tier_of_field(model: BaseModel, name: str, field: Declared, tier: Tier) -> Tier:
    """The tier of a field's values inside an object whose own tier is `tier`.

    What is `listed=False` or rests on narrative was said in prose only; a publication page prints fields for
    the publication, and says all else in its abstract.
    """
    if field.tier:
        return field.tier
    if isinstance(model, TrialRecord) and model.source.page_kind is PageKind.PUBLICATION_PAGE:
        return tier if name in model.printed_by_publications else Tier.PROSE
    values = model.__dict__
    narrated = values.get("listed") is False or values.get("basis") is LinkBasis.NARRATIVE
    return Tier.PROSE if narrated else tier


def _of_model(model: BaseModel, place: _Place, *, nulls: bool) -> Iterator[Leaf]:
    values = model.__dict__
    for name, field in declarations(type(model)).items():
        value = values[name]
        if not nulls and (value is None or value == []):
            continue
        tier = tier_of_field(model, name, field, place.tier)
        below = _Place(place.pointer + join(name), tier, field.group or place.group)
        if isinstance(value, BaseModel):
            yield from _of_model(value, below, nulls=nulls)
        elif isinstance(value, list) and value:
            yield from _of_list(value, name, field, model, place.pointer, below, nulls=nulls)
        else:
            yield Leaf(below.pointer, value, field, name, below.tier, below.group, model, place.pointer)


def _of_list(
    items: list[Any],
    name: str,
    field: Declared,
    owner: BaseModel,
    owner_pointer: str,
    place: _Place,
    *,
    nulls: bool,
) -> Iterator[Leaf]:
    for position, item in enumerate(items):
        pointer = f"{place.pointer}/{position}"
        if isinstance(item, BaseModel):
            yield from _of_model(item, _Place(pointer, place.tier, place.group), nulls=nulls)
        else:
            yield Leaf(pointer, item, field, name, place.tier, place.group, owner, owner_pointer)
