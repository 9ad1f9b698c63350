"""What the models say about a place in a record: its field, its shape and its type."""

import json
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from extractor.errors import RecordError
from extractor.records.declare import ATOMS, Declared, Scoring, declarations
from extractor.records.pointer import parent, resolve, split


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a model, or with `item` one place in the list that the field holds."""

    owner: type[BaseModel]
    name: str
    item: bool = False

    @property
    def declared(self) -> Declared:
        """The declaration of the field."""
        return declarations(self.owner)[self.name]

    @property
    def is_list(self) -> bool:
        """Whether a list stands here."""
        return not self.item and get_origin(self.owner.model_fields[self.name].annotation) is list

    @property
    def has_parts(self) -> bool:
        """Whether an object that is scored through its parts stands here, or a list of such."""
        return self.declared.scoring is Scoring.PARTS

    @property
    def is_atom(self) -> bool:
        """Whether an object that is scored as one value stands here."""
        return self.declared.scoring in ATOMS and not self.is_list

    def of_item(self) -> "Slot":
        """The slot of the list's items."""
        return replace(self, item=True)

    def holds_default(self, value: Any) -> bool:
        """Whether a value says no more than its absence would: `negated` false, `op` LEAF."""
        default = self.owner.model_fields[self.name].default
        return default is not None and bool(value == default)

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
