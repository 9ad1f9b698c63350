"""A record with some values replaced; the record it is made from stays as it is."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from extractor.records.pointer import split
from extractor.records.record import TrialRecord


def edited(record: TrialRecord, values: Mapping[str, Any]) -> TrialRecord:
    """The record with `values` (by pointer) put in. Only the objects on the way are copied.

    Raises pydantic's ValidationError where the models themselves refuse a value.
    """
    for pointer, value in values.items():
        record = _put(record, split(pointer), value)
    return record


def _put(node: Any, path: list[str], value: Any) -> Any:
    if not path:
        return value
    head, *rest = path
    if isinstance(node, BaseModel):
        copy = node.model_copy()
        setattr(copy, head, _put(getattr(node, head), rest, value))
        return copy
    if isinstance(node, list):
        items, position = list(node), int(head)
        if position == len(items):
            return [*items, value]
        items[position] = _put(items[position], rest, value)
        return items
    raise LookupError(f"nothing to put {head!r} into")
