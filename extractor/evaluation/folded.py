"""A JSON value as one text in which only differences that count are left: tells values apart in sets."""

import json
from typing import Any

from extractor.evaluation.fold import fold


def folded(value: Any) -> str:
    """The value as JSON with every text folded and keys in order; equal exactly where the values are."""
    return json.dumps(_folded(value), sort_keys=True, ensure_ascii=False)


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, dict):
        return {key: _folded(below) for key, below in value.items()}
    return [_folded(below) for below in value] if isinstance(value, list) else value
