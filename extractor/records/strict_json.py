"""JSON as we read it: no duplicate keys, no NaN, no Infinity, no lone surrogates."""

import json
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from extractor.errors import RecordError

Model = TypeVar("Model", bound=BaseModel)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} stands twice in one object")
        found[key] = value
    return found


def _finite(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


def loads(text: str, *, source: str = "") -> Any:
    """Parse strict JSON; numbers with a point are Decimals. `source` names the text in errors.

    Raises RecordError.
    """
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_finite, parse_float=Decimal)
    except RecursionError as error:
        raise RecordError("the JSON is nested too deeply", source=source) from error
    except ValueError as error:
        raise RecordError(f"not strict JSON: {error}", source=source) from error
    return value


def parse(model: type[Model], text: str, *, source: str = "") -> Model:
    """Read one model from strict JSON text. Raises RecordError with the pointer of the first fault."""
    loads(text, source=source)
    try:
        return model.model_validate_json(text, strict=True)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = "".join(f"/{part}" for part in first["loc"])
        more = f" (and {error.error_count() - 1} more faults)" if error.error_count() > 1 else ""
        raise RecordError(first["msg"] + more, source=source, pointer=where) from error
