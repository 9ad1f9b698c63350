"""JSON Pointers (RFC 6901): the address of a value in a record, used everywhere."""

import re
from collections.abc import Sequence
from typing import Any, Final

from pydantic import BaseModel

Token = str | int

_INDEX: Final = re.compile(r"/(?:0|[1-9][0-9]{0,17})(?=/|\Z)")
_BAD_ESCAPE: Final = re.compile(r"~(?![01])")


def join(*tokens: Token) -> str:
    """The pointer for tokens: `join("arms", 0, "label")` is `/arms/0/label`."""
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in tokens)


def split(pointer: str) -> list[str]:
    """The tokens of a pointer, unescaped. The empty pointer is the whole record.

    Raises ValueError for text that is no pointer.
    """
    if pointer and not pointer.startswith("/"):
        raise ValueError(f"not a JSON Pointer: {pointer!r} does not begin with '/'")
    if _BAD_ESCAPE.search(pointer):
        raise ValueError(f"not a JSON Pointer: {pointer!r} has a '~' without 0 or 1 behind it")
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def parent(pointer: str) -> str:
    """The pointer of the enclosing value."""
    return pointer.rpartition("/")[0]


def field_path(pointer: str) -> str:
    """The pointer without list positions: `/arms/0/label` is `/arms/label`."""
    return _INDEX.sub("", pointer)


def resolve(value: Any, pointer: str) -> Any:
    """The value at a pointer, in models, dicts and lists. Raises LookupError where there is none."""
    for token in split(pointer):
        value = _step(value, token)
    return value


def _step(value: Any, token: str) -> Any:
    if isinstance(value, BaseModel):
        if token not in type(value).model_fields:
            raise LookupError(f"no field {token!r}")
        return getattr(value, token)
    if isinstance(value, dict):
        return value[token]
    if isinstance(value, Sequence) and not isinstance(value, str):
        if not _INDEX.fullmatch("/" + token):
            raise LookupError(f"{token!r} is no list position")
        return value[int(token)]
    raise LookupError(f"nothing below {token!r}")
