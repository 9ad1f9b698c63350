"""The text of an answer as a value of JSON."""

import json
from typing import Any, Final

from extractor.errors import RecordError
from extractor.model.wire.reading import AnswerError
from extractor.records import strict_json

_NOT_STRICT: Final = (
    "not strict JSON: a key stands twice, or a number or character is none that JSON can carry"
)


def loads(text: str) -> Any:
    """The value of strict JSON text. Raises AnswerError."""
    try:
        return strict_json.loads(text)
    except RecordError as error:
        cause = error.__cause__
        if isinstance(cause, json.JSONDecodeError):
            why = f"not JSON: {cause.msg}, line {cause.lineno} column {cause.colno}"
        elif isinstance(cause, RecursionError):
            why = "nested too deeply"
        else:
            why = _NOT_STRICT
        raise AnswerError([f"/: {why}"]) from error
