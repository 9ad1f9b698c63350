"""Criteria as trees of verbatim leaves: list items, what is printed below them, and lists inside a line.

Children are made only where the page lists parts: items further in, paragraphs below an item that ends in a
colon, several sentences of one paragraph, and parts between semicolons.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.structure.lines import Line
from extractor.structure.sentences import sentences
from extractor.structure.slices import Slice

_LOST_MARKER = re.compile(r"\s-(?=[A-Z][a-z])")
_HEAD = re.compile(r"[^:;]{1,80}:(?=\s)")
_ANY = re.compile(r"\b(?:any|one|either)\s+(?:one\s+)?of\b|\bone\s+or\s+more\b", re.IGNORECASE)
_DENIAL = re.compile(r"(?:no|not|without|absence\s+of|free\s+of)\b", re.IGNORECASE)
_CLOSING = " \t.;,"
_DEEPEST = 12
"""Items further in than this are read as items of this depth."""


@dataclass(slots=True)
class Node:
    """A criterion: its words and its parts."""

    words: Slice
    children: list["Node"] = field(default_factory=list)

    @property
    def text(self) -> Slice:
        """The criterion's verbatim text: its words without the punctuation that closes an item."""
        text = self.words.text
        return self.words.cut(0, len(text.rstrip(_CLOSING)) or None)

    @property
    def negated(self) -> bool:
        """Whether the criterion begins with words that deny it as a whole."""
        return bool(_DENIAL.match(self.words.text))

    @property
    def asks_for_any(self) -> bool:
        """Whether it says that one of its parts is enough."""
        return bool(_ANY.search(self.words.text))


def criteria_of(lines: Sequence[Line]) -> tuple[list[Node], list[Line]]:
    """The criteria of a section in printed order, and the lines behind the list that are none."""
    printed = [line for line in lines if not line.blank]
    if not any(line.marker for line in printed):
        return [node for line in printed for node in _of_paragraph(line.content)], []
    tops: list[Node] = []
    open_: list[tuple[int, Node]] = []
    rest: list[Line] = []
    for line in printed:
        if line.marker:
            # A later item shows that what stood between was part of the list.
            _take(rest, tops, open_)
            _open_item(line, tops, open_)
        elif rest or not open_ or not _continues(open_[-1][1], line):
            rest.append(line)
        else:
            _below(open_[-1][1], line)
    return [part for node in tops for part in _finished(node)], rest


def _take(rest: list[Line], tops: list[Node], open_: list[tuple[int, Node]]) -> None:
    for line in rest:
        if open_:
            _below(open_[-1][1], line)
        else:
            tops.append(Node(line.content))
    rest.clear()


def _continues(node: Node, line: Line) -> bool:
    """Whether a line without marker belongs to the item above: announced by it, or the rest of it."""
    if node.words.text.endswith(":") or node.children:
        return True
    return not line.content.text[0].isupper() or node.words.text[-1] in ",-("


def _open_item(line: Line, tops: list[Node], open_: list[tuple[int, Node]]) -> None:
    while open_ and (open_[-1][0] >= line.indent or len(open_) >= _DEEPEST):
        open_.pop()
    siblings = open_[-1][1].children if open_ else tops
    for piece in _pieces(line.item):
        siblings.append(Node(piece))
    open_.append((line.indent, siblings[-1]))


def _pieces(item: Slice) -> Iterator[Slice]:
    """An item whose next item lost its line break, ` -Patients with …`, is two."""
    yield from item.split(_LOST_MARKER)


def _below(node: Node, line: Line) -> None:
    """A line without marker below an item: a part if the item announces parts, else its continuation."""
    target = node
    while target.children and target.children[-1].words.text.endswith(":"):
        target = target.children[-1]
    if target.words.text.endswith(":") or target.children:
        target.children.extend(_of_paragraph(line.content))
    else:
        target.words = target.words.to(line.content)


def _of_paragraph(paragraph: Slice) -> list[Node]:
    return [Node(sentence) for sentence in sentences(paragraph)]


def _finished(node: Node) -> list[Node]:
    node.children = [part for child in node.children for part in _finished(child)]
    if not node.children and (parts := _listed_parts(node.words)):
        node.children = parts
    return [node]


def _listed_parts(words: Slice) -> list[Node]:
    """Parts between semicolons outside brackets; a head before a colon is not one of them."""
    head = words.search(_HEAD)
    body = words.cut(head.end() - words.start) if head and head.start() == words.start else words
    parts = [Node(piece) for piece in _outside_brackets(body)]
    return parts if len(parts) > 1 else []


def _outside_brackets(words: Slice) -> Iterator[Slice]:
    start, depth = words.start, 0
    for at in range(words.start, words.end):
        character = words.page[at]
        depth += (character in "([{") - (character in ")]}")
        if character == ";" and depth <= 0:
            yield from filter(None, [Slice(words.page, start, at).strip()])
            start = at + 1
    yield from filter(None, [Slice(words.page, start, words.end).strip()])
