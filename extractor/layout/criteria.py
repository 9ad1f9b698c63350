"""Criteria as trees of verbatim leaves: list items, what is printed below them, and lists inside a line.

Children are made only where the page lists parts: items further in or with another marker below an item that
ends in a colon, items below a heading inside the list, paragraphs below an item that ends in a colon, several
sentences of one paragraph, and parts that a line lists itself (see `normalise.parts`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.layout.list_markers import (
    announces,
    counted_pieces,
    is_group,
    item_pieces,
    marker_kind,
    number_of,
)
from extractor.normalise.denials import denies
from extractor.normalise.parts import asks_for_any, parts
from extractor.structure.lines import Line
from extractor.structure.sentences import sentences
from extractor.structure.slices import Slice

_COMMA = re.compile(r"\s*,\s+")
_SEMICOLON = re.compile(r";\s+(?=[A-Z])")
_FEW_PARTED = 4
"""A sentence with this many capitals behind semicolons is a list that lost its lines."""
_CLOSING = " \t.;,"
_SLIP = 2
_DEEPEST = 12
"""Items further in than this are read as items of this depth."""
_DEEPEST_IN_LINE = 4


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
        return denies(self.words.text)

    @property
    def asks_for_any(self) -> bool:
        """Whether it says that one of its parts is enough."""
        listed = parts(self.words.text) if self.inside else None
        return listed.any if listed else asks_for_any(self.words.text)

    @property
    def inside(self) -> tuple[tuple[int, int], ...]:
        """Where its parts stand inside its own text; empty where they stand below it."""
        start, end = self.text.start, self.text.end
        places = ((part.words.start, part.words.end) for part in self.children)
        return tuple((first - start, min(last, end) - start) for first, last in places if first < end)


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
        return [node for line in printed for node in _of_line(line, alone=len(printed) == 1)], []
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
        target.children.extend(_of_paragraph(line.content, announced=True))
    else:
        target.words = target.words.to(line.content)


def _of_paragraph(paragraph: Slice, *, announced: bool = False) -> list[Node]:
    """A part for each sentence, and for each denial of a list that a colon announced: `No tea, no water`.

    A paragraph that counts its parts, `1. … 2. …`, has these.
    """
    if counted := counted_pieces(paragraph):
        return [Node(piece) for piece in counted]
    found = list(sentences(paragraph))
    if len(found) == 1 and len(pieces := list(found[0].split(_SEMICOLON))) >= _FEW_PARTED:
        found = pieces
    if announced and len(found) == 1:
        pieces = list(found[0].split(_COMMA))
        if all(denies(piece.text) for piece in pieces):
            found = pieces
    return [Node(piece) for piece in found]


def _of_line(line: Line, *, alone: bool) -> list[Node]:
    """The criteria of a line without marker; one sentence among several lines may list parts as items do."""
    found = _of_paragraph(line.content)
    return found if alone or len(found) > 1 else _finished(found[0])


def _finished(node: Node) -> list[Node]:
    node.children = [part for child in node.children for part in _finished(child)]
    if not node.children:
        node.children = _in_line(node.words, _DEEPEST_IN_LINE)
    return [node]


def _in_line(words: Slice, deepest: int) -> list[Node]:
    """The parts that a line lists itself, each with those that it lists."""
    listed = parts(words.text) if deepest else None
    if listed is None:
        return []
    pieces = [words.cut(start, end) for start, end in listed.places]
    return [Node(piece, _in_line(piece, deepest - 1)) for piece in pieces]
