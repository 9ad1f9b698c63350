"""The parts a page is made of: pieces of its text, lines of pieces, blocks of lines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto


class Role(Enum):
    """What a piece is on the page."""

    WORDS = auto()
    LABEL = auto()
    """A heading, a field's label, the header of a table: what `rename` may print otherwise."""
    MARKER = auto()
    """The marker of a list item, without blanks."""
    SPACE = auto()
    """Blanks and line ends."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`page[start:end]`, printed as it is, or with `text` printed otherwise."""

    start: int
    end: int
    role: Role = Role.WORDS
    text: str | None = None

    def printed(self, page: str) -> str:
        """The words as they are printed."""
        return page[self.start : self.end] if self.text is None else self.text


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of one line; its end is a piece too."""

    pieces: tuple[Piece, ...]

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return all(piece.role is Role.SPACE for piece in self.pieces)

    def map(self, change: Callable[[Piece], Piece]) -> "Line":
        """The line with every piece changed."""
        return Line(tuple(change(piece) for piece in self.pieces))


class Kind(Enum):
    """What a block is, and so what may happen to it."""

    FIXED = auto()
    """Title block or footer: stays in its place."""
    GROUP = auto()
    """Fields that stand together without a heading of their own."""
    SECTION = auto()
    FIELD = auto()
    """A heading inside a section or group, with what stands below it."""
    ROW = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stay together, then the parts, then the blank lines that part it from what follows.

    `name` is the printed heading, `""` where the page has lost it or there is none.
    """

    kind: Kind
    name: str
    lines: tuple[Line, ...]
    parts: tuple["Block", ...] = ()
    tail: tuple[Line, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether only its place tells what it is: it has no heading and no labels."""
        return self.kind is Kind.SECTION and not self.name

    def all_lines(self) -> Iterator[Line]:
        """All lines in printed order."""
        yield from self.lines
        for part in self.parts:
            yield from part.all_lines()
        yield from self.tail

    def map_lines(self, change: Callable[[Line], Line]) -> "Block":
        """The block with every line changed."""
        return replace(
            self,
            lines=tuple(change(line) for line in self.lines),
            parts=tuple(part.map_lines(change) for part in self.parts),
            tail=tuple(change(line) for line in self.tail),
        )


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the text it was read from, the name of its form, its blocks."""

    source: str
    form: str
    blocks: tuple[Block, ...]

    def pieces(self) -> Iterator[Piece]:
        """All pieces in printed order."""
        for block in self.blocks:
            for line in block.all_lines():
                yield from line.pieces

    @property
    def text(self) -> str:
        """The page as it is printed."""
        return "".join(piece.printed(self.source) for piece in self.pieces())

    def map_lines(self, change: Callable[[Line], Line]) -> "Page":
        """The page with every line changed."""
        return replace(self, blocks=tuple(block.map_lines(change) for block in self.blocks))


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All blocks with the blocks inside them."""
    for block in blocks:
        yield block
        yield from walk(block.parts)
