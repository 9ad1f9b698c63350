"""JSON as we read it: no duplicate keys, no NaN, no Infinity, no number out of range, no lone surrogates."""

import json
import math
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from extractor.errors import RecordError
from extractor.records.pointer import join

Model = TypeVar("Model", bound=BaseModel)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    found.clear()
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} stands twice in one object")
        found[key] = value
    return found


def _finite(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


def _in_range(text: str) -> Decimal:
    """A number that a double can hold: other readers would make 1e999 infinite and 1e-999 zero."""
    size, digits = float(text), text.lower().partition("e")[0].strip("-0.")
    if math.isinf(size) or (size == 0 and digits):
        raise ValueError(f"the number {text[:40]} is out of range")
    return Decimal(text) if digits else Decimal(0)


# Made once: `json.loads` makes one each time. It refuses a byte order mark, a decoder does not know it.
_DECODER: Final = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_finite, parse_float=_in_range)


def read(path: Path) -> str:
    """The text of a JSON file. Raises RecordError that names the file and the byte, OSError."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecordError(
            f"byte {error.start} is not UTF-8", source=str(path), hint="Save it as UTF-8"
        ) from error


def loads(text: str, *, source: str = "") -> Any:
    """Parse strict JSON; numbers with a point or exponent are Decimals. `source` names the text in errors.

    Raises RecordError.
    """
    try:
        value = json.loads(text) if text.startswith("\ufeff") else _DECODER.decode(text)
        _check_characters(text, value)
    except RecursionError as error:
        raise RecordError("the JSON is nested too deeply", source=source) from error
    except ValueError as error:
        raise RecordError(f"not strict JSON: {error}", source=source) from error
    return value


def _check_characters(text: str, value: Any) -> None:
    """Refuse half a surrogate pair, as a character or as an escape."""
    try:
        text.encode()
        if "\\ud" in text or "\\uD" in text:
            json.dumps(value, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"half of a surrogate pair, {error.object[error.start]!r}") from error


def parse(model: type[Model], text: str, *, source: str = "") -> Model:
    """Read one model from strict JSON text. Raises RecordError with the pointer of the first fault."""
    value = loads(text, source=source)
    try:
        return model.model_validate_json(text, strict=True)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        more = f" (and {error.error_count() - 1} more faults)" if error.error_count() > 1 else ""
        where = _address(value, first["loc"])
        raise RecordError(first["msg"] + more, source=source, pointer=where) from error


def _address(value: Any, location: tuple[int | str, ...]) -> str:
    """The pointer of a fault: pydantic's location without the names of union members, which are no keys."""
    path: list[int | str] = []
    for position, part in enumerate(location):
        is_key = isinstance(value, list) or (isinstance(value, dict) and part in value)
        if is_key:
            value = value[part]
        elif position < len(location) - 1:
            continue
        path.append(part)
    return join(*path)
