"""A record as a page: each field behind or below its label, its words as they stand in the file."""

import re
from collections.abc import Mapping

from extractor.conversion.converted import Converted, Field, Node

_HEADS = (
    "#",
    "hasResults",
    "nctId",
    "nct_id",
    "label",
    "name",
    "intervention_name",
    "leadSponsor",
    "collaborators",
    "agency",
    "measure",
    "facility",
    "citation",
    "fullName",
    "last_name",
)
"""What names an object stands first in it, in this order."""
_TAILS = (
    "clinical_results",
    "referencesModule",
    "references",
    "condition_browse",
    "intervention_browse",
    "reference",
    "results_reference",
)
"""What speaks of results, or of other studies, stands last in it."""
_RANK = {key: rank for rank, key in enumerate((*_HEADS, "", *_TAILS))}
_OTHERS = _RANK[""]
_WORD_BORDER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\s]+")
_LONGEST_LABEL = 80


def render(tree: Node, labels: Mapping[str, str], converter: str) -> Converted:
    r"""Write a record down.

    `labels` are given for keys, or for `parent/key`; others are made from the key. A label that ends in a
    line break stands above its words, one that is empty is not printed.
    """
    page = _Page(labels)
    page.node(tree, (), "")
    return Converted("".join(page.parts), converter, tuple(page.fields))


class _Page:
    def __init__(self, labels: Mapping[str, str]) -> None:
        self.labels = labels
        self.parts: list[str] = []
        self.fields: list[Field] = []
        self._at = 0
        self._open = False
        """Whether a line is printed right above."""
        self._heading = (0, 0)

    def node(self, node: Node, path: tuple[str | int, ...], label: str) -> None:
        """Write one field, object or list."""
        if isinstance(node, str):
            self._leaf(node.strip(), path, label)
        elif isinstance(node, list):
            self._list(node, path, label)
        else:
            self._object(node, path, label)

    def _object(self, node: dict[str, Node], path: tuple[str | int, ...], label: str) -> None:
        if label and node:
            self._head(label)
        for key in sorted(node, key=lambda key: _RANK.get(key, _OTHERS)):
            below = (*path, key)
            self.node(node[key], below, self._label(below, node[key]))

    def _list(self, node: list[Node], path: tuple[str | int, ...], label: str) -> None:
        above = label.endswith("\n")
        if above and node:
            self._head(label)
        for number, item in enumerate(node):
            self.node(item, (*path, number), "" if above else label)
            if not isinstance(item, str) and len(node) > 1:
                self._gap()
        if above:
            self._gap()

    def _leaf(self, words: str, path: tuple[str | int, ...], label: str) -> None:
        if not words:
            return
        span = self._heading
        if label.endswith("\n"):
            span = self._head(label)
        elif label:
            span = self._write(label)
            self._write(": ")
        start, end = self._write(words)
        self.fields.append(Field(path, start, end, span))
        self._write("\n")

    def _head(self, label: str) -> tuple[int, int]:
        self._gap()
        self._heading = self._write(label.strip())
        self._write("\n")
        return self._heading

    def _gap(self) -> None:
        if self._at and self._open:
            self._write("\n")
        self._open = False

    def _write(self, words: str) -> tuple[int, int]:
        start = self._at
        self.parts.append(words)
        self._at += len(words)
        self._open = True
        return start, self._at

    def _label(self, path: tuple[str | int, ...], node: Node) -> str:
        names = [part for part in path if isinstance(part, str)]
        for key in ("/".join(names[-2:]), names[-1]):
            if key in self.labels:
                return self.labels[key]
        words = _WORD_BORDER.split(names[-1].lstrip("@")[:_LONGEST_LABEL])
        label = " ".join(word[:1].upper() + word[1:] for word in words).strip()
        return label if _is_plain(node) or not label else f"{label}\n"


def _is_plain(node: Node) -> bool:
    """Whether a field holds words and nothing else: its label stands before each of them."""
    return isinstance(node, str) or (isinstance(node, list) and all(isinstance(one, str) for one in node))
