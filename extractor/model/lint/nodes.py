"""A JSON Schema as a graph: every sub-schema with its place, its parts and what it refers to.

Nothing here recurses, so that a schema nested or chained a thousand levels deep is read like any other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extractor.records.pointer import join, split

_OF_NAMES = ("properties", "$defs", "definitions", "patternProperties", "dependentSchemas")
_ONE = (
    "additionalItems",
    "additionalProperties",
    "contains",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
)
_OF_LIST = ("allOf", "anyOf", "items", "oneOf", "prefixItems")
_APART = frozenset({"$defs", "definitions"})


@dataclass(frozen=True, slots=True)
class Node:
    """A sub-schema, and its address in the schema."""

    place: str
    value: Any

    def get(self, keyword: str) -> Any:
        """The value of a keyword, None where there is none."""
        return self.value.get(keyword) if isinstance(self.value, Mapping) else None

    def has(self, keyword: str) -> bool:
        """Whether the keyword stands here."""
        return isinstance(self.value, Mapping) and keyword in self.value

    @property
    def types(self) -> frozenset[str]:
        """The names under `type`."""
        found = self.get("type")
        names = found if isinstance(found, list) else [found]
        return frozenset(name for name in names if isinstance(name, str))

    @property
    def properties(self) -> dict[str, Any]:
        """The keys of an object with their schemas, in order."""
        found = self.get("properties")
        return dict(found) if isinstance(found, Mapping) else {}

    def names(self, keyword: str) -> list[str]:
        """The names under a keyword such as `$defs`."""
        found = self.get(keyword)
        return list(found) if isinstance(found, Mapping) else []

    @property
    def is_object(self) -> bool:
        """Whether an object may stand here."""
        return "object" in self.types or self.has("properties")

    @property
    def is_container(self) -> bool:
        """Whether this is one level of nesting: an object or a list."""
        return self.is_object or "array" in self.types

    def parts(self, *, apart: bool = True) -> Iterator["Node"]:
        """The schemas directly inside; without `apart`, not those that are only defined here."""
        if not isinstance(self.value, Mapping):
            return
        for keyword, inner in self.value.items():
            if keyword in _APART and not apart:
                continue
            if keyword in _OF_NAMES and isinstance(inner, Mapping):
                yield from (self._at(keyword, name, value=one) for name, one in inner.items())
            elif keyword in _OF_LIST and isinstance(inner, list):
                yield from (self._at(keyword, number, value=one) for number, one in enumerate(inner))
            elif keyword in _ONE and isinstance(inner, Mapping):
                yield self._at(keyword, value=inner)

    def _at(self, *tokens: str | int, value: Any) -> "Node":
        return Node(self.place + join(*tokens), value)


class Schema:
    """A whole schema. `value` may be anything that JSON can hold."""

    def __init__(self, value: Any) -> None:
        self.root = Node("", value)

    @cached_property
    def nodes(self) -> list[Node]:
        """All sub-schemas in the order in which they are written, the root first."""
        found, waiting = [], [self.root]
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting.extend(reversed(list(node.parts())))
        return found

    @cached_property
    def by_place(self) -> dict[str, Node]:
        """All sub-schemas by their address."""
        return {node.place: node for node in self.nodes}

    def target(self, node: Node) -> Node | None:
        """What a `$ref` leads to inside this schema; None without one, or where it leads nowhere."""
        reference = node.get("$ref")
        if not isinstance(reference, str) or not reference.startswith("#"):
            return None
        try:
            place = join(*split(reference[1:]))
        except ValueError:
            return None
        return self.by_place.get(place)

    def resolved(self, node: Node) -> Node:
        """The node itself, or what its references lead to in the end."""
        seen = {node.place}
        while (target := self.target(node)) is not None and target.place not in seen:
            seen.add(target.place)
            node = target
        return node
