"""JSON as a tree of words: strict, with numbers as they are written."""

import json
from typing import Any

from extractor.conversion.converted import Node
from extractor.conversion.limits import Limits, several
from extractor.errors import MalformedDocumentError

_HINT = "Save the record again as the registry gives it"
_SPLIT = "Split it into files of one study each: jq -c '.studies[]' FILE | split -l 1"


def json_tree(text: str, name: str) -> Node:
    """Read one JSON record; `name` is what errors call the file.

    A key that stands twice, NaN and Infinity, and half of a surrogate pair are refused; nulls and empty
    objects are left out. Raises MalformedDocumentError and DocumentTooLargeError.
    """
    limits = Limits(name)
    try:
        value = json.loads(
            text, object_pairs_hook=_unique, parse_int=str, parse_float=str, parse_constant=_refused
        )
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
    except RecursionError as error:
        raise limits.too_deep() from error
    except UnicodeEncodeError as error:
        why = "it holds half of a surrogate pair"
        raise MalformedDocumentError(why, document=name, hint=_HINT) from error
    except ValueError as error:
        raise MalformedDocumentError(f"it is no JSON record: {error}", document=name, hint=_HINT) from error
    return _one_study(_node(value, 1, limits), name)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twice[:60]!r} stands twice in one object")
    return found


def _refused(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


def _node(value: Any, depth: int, limits: Limits) -> Node:
    if isinstance(value, dict):
        limits.depth(depth)
        return {key: _node(one, depth + 1, limits) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        limits.depth(depth)
        return [_node(one, depth + 1, limits) for one in value if one is not None]
    limits.one_more()
    return value if isinstance(value, str) else json.dumps(value)


def _one_study(node: Node, name: str) -> Node:
    """The record itself; a list of one is unpacked."""
    count = several(node)
    if count > 1:
        raise MalformedDocumentError(
            f"it holds {count:,} studies, and a page is one trial", document=name, hint=_SPLIT
        )
    if count:
        studies = node["studies"] if isinstance(node, dict) else node
        if isinstance(studies, list) and len(studies) == 1:
            return studies[0]
    return node
