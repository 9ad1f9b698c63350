"""Criteria as trees of verbatim leaves: list items, what is printed below them, and lists inside a line.

Children are made only where the page lists parts: items further in or with another marker below an item that
ends in a colon, items below a heading inside the list, paragraphs below an item that ends in a colon, several
sentences of one paragraph, and parts between semicolons.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.layout.list_markers import announces, is_group, item_pieces, marker_kind, number_of
from extractor.structure.lines import Line
from extractor.structure.sentences import sentences
from extractor.structure.slices import Slice

_HEAD = re.compile(r"[^:;]{1,80}:(?=\s)")
_ANY = re.compile(r"\b(?:any|one|either)\s+(?:one\s+)?of\b|\bone\s+or\s+more\b", re.IGNORECASE)
_DENIAL = re.compile(r"(?:no|not|without|absence\s+of|free\s+of)\b", re.IGNORECASE)
_CLOSING = " \t.;,"
_SLIP = 2
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


@dataclass(frozen=True, slots=True)
class _Open:
    """An item that later lines may belong to: its indent, the kind and number of its marker, its node."""

    indent: int
    kind: str
    node: Node
    number: int | None = None


def criteria_of(lines: Sequence[Line]) -> tuple[list[Node], list[Line]]:
    """The criteria of a section in printed order, and the lines behind the list that are none."""
    printed = [line for line in lines if not line.blank]
    if not any(line.marker for line in printed):
        return [node for line in printed for node in _of_paragraph(line.content)], []
    tops: list[Node] = []
    open_: list[_Open] = []
    rest: list[Line] = []
    numbers = {number for line in printed if (number := number_of(line.marker)) is not None}
    for line in printed:
        if line.marker:
            # A later item shows that what stood between was part of the list.
            _take(rest, tops, open_)
            _open_item(line, tops, open_, numbers)
        elif rest or not open_ or is_group(line) or not _continues(open_[-1].node, line):
            rest.append(line)
        else:
            _below(open_[-1].node, line)
    return [part for node in tops for part in _finished(node)], rest


def _take(rest: list[Line], tops: list[Node], open_: list[_Open]) -> None:
    """Take lines between items: the last one may head the items below it, the others go on with an item."""
    for line in rest:
        if line is rest[-1] and (is_group(line) or line.content.text.endswith(":")):
            tops.append(Node(line.content))
            open_[:] = [_Open(-1, "", tops[-1])]
        elif open_:
            _below(open_[-1].node, line)
        else:
            tops.append(Node(line.content))
    rest.clear()


def _continues(node: Node, line: Line) -> bool:
    """Whether a line without marker belongs to the item above: announced by it, or the rest of it."""
    if announces(node.words.text) or node.children:
        return True
    return not line.content.text[0].isupper() or node.words.text[-1] in ",-("


def _open_item(line: Line, tops: list[Node], open_: list[_Open], numbers: set[int]) -> None:
    kind, number = marker_kind(line.marker), number_of(line.marker)
    indent = _indent_of_list(line, open_, number)
    while open_ and (open_[-1].indent > indent or len(open_) >= _DEEPEST):
        open_.pop()
    beside = [at for at, one in enumerate(open_) if one.indent == indent]
    alike = [at for at in beside if open_[at].kind == kind]
    announced = bool(beside) and announces(open_[-1].node.words.text)
    if alike or (beside and not announced):
        del open_[(alike or beside)[0] :]
    siblings = open_[-1].node.children if open_ else tops
    for piece in item_pieces(line, numbers):
        siblings.append(Node(piece))
    open_.append(_Open(indent, kind, siblings[-1], number))


def _indent_of_list(line: Line, open_: list[_Open], number: int | None) -> int:
    """The indent of an item: that of the item numbered before it, if it is a blank or two further in."""
    for one in reversed(open_):
        follows = number is not None and one.number == number - 1
        if follows and 0 <= line.indent - one.indent <= _SLIP:
            return one.indent
    return line.indent


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
