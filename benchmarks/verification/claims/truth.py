"""Whether a changed draft really is false: not another reading that gold accepts too."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import to_jsonable_python

from claims.case import Case
from claims.change import Change
from claims.edit import edited
from extractor.records.pointer import parent, resolve


def is_false(case: Case, change: Change) -> bool:
    """Whether every new value differs from gold, its accepted alternatives and its neighbours' facts.

    A change of quotes alone is as false as its maker says. What the models refuse to hold is no claim.
    """
    try:
        record = edited(case.gold.record, change.values)
    except ValidationError:
        return False
    return all(
        not any(same(value, right) for right in _right(case, pointer))
        and not _repeats_neighbour(case, record, pointer)
        for pointer, value in change.values.items()
    )


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same, up to case, white space and width of characters."""
    return bool(fold(one) == fold(other))


def fold(value: Any) -> Any:
    """A value in the form compared: JSON, words without case and white space, numbers as Decimals."""
    if isinstance(value, str):
        return "".join(unicodedata.normalize("NFKC", str(value)).casefold().split())
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float | Decimal):
        return Decimal(str(value))
    if isinstance(value, list):
        return [fold(item) for item in value]
    if isinstance(value, dict):
        return {key: fold(item) for key, item in value.items() if item is not None and key != "key"}
    return fold(to_jsonable_python(value))


def _right(case: Case, pointer: str) -> Iterator[Any]:
    """What gold says at a pointer, and every alternative it accepts there or further up."""
    yield case.value(pointer)
    for top, alternatives in case.gold.acceptable.items():
        if pointer == top or pointer.startswith(top + "/"):
            for alternative in alternatives:
                yield from _below(alternative, pointer[len(top) :])


def _below(alternative: Any, rest: str) -> Iterator[Any]:
    """The alternative's own value below an object, and every item where the alternative is a list."""
    try:
        yield resolve(alternative, rest)
    except (LookupError, ValueError):
        return
    if rest.count("/") == 1 and isinstance(alternative, list):
        yield from alternative


def _repeats_neighbour(case: Case, record: BaseModel, pointer: str) -> bool:
    """Whether an enclosing list item now says what another item of gold's list says: true, only moved."""
    while pointer:
        above = parent(pointer)
        items = case.value(above)
        if isinstance(items, list) and (mine := pointer.rpartition("/")[2]).isdigit():
            changed = fold(resolve(record, pointer))
            if any(fold(item) == changed for at, item in enumerate(items) if at != int(mine)):
                return True
        pointer = above
    return False
