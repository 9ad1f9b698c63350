"""The fields of a record as a tree, which remembers what was read of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from extractor.conversion.converted import Field
from extractor.structure.slices import Slice

_OWN = "#"
"""The key of an element's own words, beside its attributes."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """The words of one field, those of its label, and how the record nests it, list positions left out."""

    words: Slice
    label: Slice
    path: str
    start: int

    @property
    def text(self) -> str:
        """The words as a string."""
        return self.words.text


_Node: TypeAlias = "Leaf | dict[str | int, _Node]"
_Maybe: TypeAlias = "_Node | None"


class Branch:
    """An object of a record, or an empty one where the record has none.

    Names are keys, several of them parted by `/`. A list of one object is that object, and an element's own
    words are the element, so that records in JSON and in XML are asked alike.
    """

    def __init__(self, node: _Maybe, read: set[int]) -> None:
        self._node = node
        self._read = read

    def __bool__(self) -> bool:
        return self._node is not None

    def leaf(self, names: str) -> Leaf | None:
        """The words of a field, which then count as read."""
        return next(iter(self.leaves(names)), None)

    def leaves(self, names: str) -> list[Leaf]:
        """The words of a field that is a list of words."""
        found = [leaf for node in _items(_below(self._node, names)) if (leaf := _own(node))]
        self._read.update(leaf.start for leaf in found)
        return found

    def branch(self, names: str) -> "Branch":
        """The object at a name."""
        return Branch(_below(self._node, names), self._read)

    def branches(self, names: str) -> list["Branch"]:
        """The objects of a list."""
        return [Branch(node, self._read) for node in _items(_below(self._node, names))]

    def unread(self) -> Iterator[Leaf]:
        """Every field that nothing asked for, in the order of the page."""
        for leaf in _leaves(self._node):
            if leaf.start not in self._read:
                yield leaf


def tree_of(page: str, fields: Sequence[Field]) -> Branch:
    """The tree of a record's fields."""
    root: dict[str | int, _Node] = {}
    for field in fields:
        node = root
        for part in field.path[:-1]:
            below = node.setdefault(part, {})
            assert isinstance(below, dict)  # noqa: S101 - a field is never inside a field
            node = below
        path = "/".join(part for part in field.path if isinstance(part, str))
        node[field.path[-1]] = Leaf(
            Slice(page, field.start, field.end), Slice(page, *field.label), path, field.start
        )
    return Branch(root or None, set())


def _below(node: _Maybe, names: str) -> _Maybe:
    for name in filter(None, names.split("/")):
        node = _one(node)
        node = node.get(name) if isinstance(node, dict) else None
    return node


def _one(node: _Maybe) -> _Maybe:
    """The object itself: the first of a list."""
    while isinstance(node, dict) and 0 in node:
        node = node[0]
    return node


def _items(node: _Maybe) -> list[_Node]:
    if node is None:
        return []
    if isinstance(node, dict) and any(isinstance(key, int) for key in node):
        return list(node.values())
    return [node]


def _own(node: _Node) -> Leaf | None:
    if isinstance(node, Leaf):
        return node
    own = node.get(_OWN)
    return own if isinstance(own, Leaf) else None


def _leaves(node: _Maybe) -> Iterator[Leaf]:
    if isinstance(node, Leaf):
        yield node
    elif node is not None:
        for below in node.values():
            yield from _leaves(below)
