"""What the models say about a place in a record: its field, its shape and its type."""

import json
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from extractor.errors import RecordError
from extractor.records.declare import ATOMS, Declared, Scoring, declarations
from extractor.records.pointer import join, parent, resolve, split


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a model, or with `item` one place in the list that the field holds.

    `declared` is the declaration of the field, `token` its name as a pointer has it. `is_list`: a list
    stands here. `has_parts`: an object that is scored through its parts stands here, or a list of such.
    `is_atom`: an object that is scored as one value stands here.
    """

    owner: type[BaseModel]
    name: str
    item: bool = False
    declared: Declared = field(init=False, repr=False, compare=False)
    token: str = field(init=False, repr=False, compare=False)
    is_list: bool = field(init=False, repr=False, compare=False)
    has_parts: bool = field(init=False, repr=False, compare=False)
    is_atom: bool = field(init=False, repr=False, compare=False)
    default: Any = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        info = self.owner.model_fields[self.name]
        declared = declarations(self.owner)[self.name]
        is_list = not self.item and get_origin(info.annotation) is list
        found = {
            "declared": declared,
            "token": join(self.name),
            "is_list": is_list,
            "has_parts": declared.scoring is Scoring.PARTS,
            "is_atom": declared.scoring in ATOMS and not is_list,
            "default": info.default,
        }
        for name, value in found.items():
            object.__setattr__(self, name, value)  # frozen: set once, here

    def of_item(self) -> "Slot":
        """The slot of the list's items."""
        return _item_of(self)

    def holds_default(self, value: Any) -> bool:
        """Whether a value says no more than its absence would: `negated` false, `op` LEAF."""
        return self.default is not None and bool(value == self.default)

    def parse(self, value: Any, *, pointer: str) -> Any:
        """A JSON value as the model has it; null is allowed anywhere. Raises RecordError."""
        if value is None:
            return [] if self.is_list else None
        text = json.dumps(to_jsonable_python(value, exclude_none=True))
        try:
            return _adapter(self).validate_json(text, strict=True)
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            where = pointer + "".join(f"/{part}" for part in first["loc"])
            raise RecordError(first["msg"], pointer=where) from error


@cache
def slots_of(model: type[BaseModel]) -> tuple[Slot, ...]:
    """The slots of all fields of a model, in their order."""
    return tuple(Slot(model, name) for name in declarations(model))


@cache
def scored_slots(model: type[BaseModel]) -> tuple[Slot, ...]:
    """The slots of the fields of a model that are scored, in their order."""
    return tuple(slot for slot in slots_of(model) if slot.declared.scoring is not Scoring.NONE)


@cache
def branches_of(slot: Slot) -> Slot | None:
    """The field of a list's items that holds items of the same kind; None where the list is no tree."""
    model, *_ = get_args(slot.owner.model_fields[slot.name].annotation) or [None]
    if not isinstance(model, type) or not issubclass(model, BaseModel):
        return None
    below = (slot for slot in slots_of(model) if slot.is_list)
    return next(
        (slot for slot in below if get_args(model.model_fields[slot.name].annotation)[0] is model), None
    )


@cache
def _item_of(slot: Slot) -> Slot:
    return replace(slot, item=True)


@cache
def _adapter(slot: Slot) -> TypeAdapter[Any]:
    info = slot.owner.model_fields[slot.name]
    return TypeAdapter(get_args(info.annotation)[0] if slot.item else info.rebuild_annotation())


def slot_at(record: BaseModel, pointer: str) -> Slot:
    """The slot of a value in a record. Raises LookupError or ValueError for an address it does not have."""
    resolve(record, pointer)
    *_, last = split(pointer) or [""]
    owner = resolve(record, parent(pointer))
    if isinstance(owner, list):
        above = parent(pointer)
        return replace(slot_at(record, above), item=True)
    if not isinstance(owner, BaseModel) or last not in type(owner).model_fields:
        raise LookupError(f"no field stands at {pointer!r}")
    return Slot(type(owner), last)
