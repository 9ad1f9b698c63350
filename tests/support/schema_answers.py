"""Answers to a schema of ours, made from the schema alone: the valid, and the valid with one fault."""

import copy
from collections.abc import Iterator
from typing import Any

TEXT = 'said "≥ 18 years" \\ 5 µg\tdaily'


def fullest(schema: dict[str, Any]) -> Any:
    """Every value given, one item in each list, the last value of each enum."""
    return _value(schema, schema, empty=False)


def emptiest(schema: dict[str, Any]) -> Any:
    """null wherever it may stand, empty lists, the first value of each enum."""
    return _value(schema, schema, empty=True)


def _value(node: dict[str, Any], whole: dict[str, Any], *, empty: bool) -> Any:
    if "$ref" in node:
        return _value(whole["$defs"][node["$ref"].removeprefix("#/$defs/")], whole, empty=empty)
    if "anyOf" in node:
        order = sorted(node["anyOf"], key=lambda branch: (branch.get("type") == "null") != empty)
        return _value(order[0], whole, empty=empty)
    if "enum" in node:
        kept = [value for value in node["enum"] if value is not None]
        return None if empty and None in node["enum"] else kept[0 if empty else -1]
    return _of_type(node, whole, empty=empty)


def _of_type(node: dict[str, Any], whole: dict[str, Any], *, empty: bool) -> Any:
    types = node["type"] if isinstance(node["type"], list) else [node["type"]]
    if empty and "null" in types:
        return None
    name = next(one for one in types if one != "null" or len(types) == 1)
    if name == "object":
        return {key: _value(inner, whole, empty=empty) for key, inner in node["properties"].items()}
    if name == "array":
        return [] if empty else [_value(node["items"], whole, empty=empty)]
    plain = {"string": "" if empty else TEXT, "integer": 12, "number": -1.5, "boolean": True, "null": None}
    return plain[name]


def faulty(answer: Any) -> Iterator[tuple[str, Any]]:
    """The answer with one fault at a time, each named, at every place where it can stand."""
    for path, value in _places(answer):
        if isinstance(value, dict):
            name = next(iter(value))
            yield (
                f"{path}: without {name}",
                _with(answer, path, {k: v for k, v in value.items() if k != name}),
            )
            yield f"{path}: one key more", _with(answer, path, {**value, "further": 1})
        if isinstance(value, str) and value.isascii() and value.isupper():
            yield f"{path}: no value of the enum", _with(answer, path, "NOT_" + value)
        if isinstance(value, bool):
            yield f"{path}: text for a boolean", _with(answer, path, "true")
        elif isinstance(value, int | float):
            yield f"{path}: text for a number", _with(answer, path, str(value))


Path = tuple[str | int, ...]


def _places(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from _places(one, (*path, key))


def _with(answer: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    changed = copy.deepcopy(answer)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return changed
