"""List items, with the items inside them."""

from collections.abc import Sequence

from perturb.lines import has_marker, indent_of
from perturb.pieces import Block, Kind, Line


def items_of(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Block, ...]]:
    """What stands before the first marker, and the items.

    Lines without a marker belong to the item above; an item with a larger indent is inside it.
    """
    marked = [at for at, line in enumerate(lines) if has_marker(line)]
    if not marked:
        return tuple(lines), ()
    base = indent_of(lines[marked[0]])
    begins = [at for at in marked if indent_of(lines[at]) <= base]
    ends = [*begins[1:], len(lines)]
    return tuple(lines[: begins[0]]), tuple(_item(lines[a:b]) for a, b in zip(begins, ends, strict=True))


def _item(lines: Sequence[Line]) -> Block:
    printed = max(at for at, line in enumerate(lines) if not line.blank) + 1
    head, parts = items_of(lines[1:printed])
    return Block(Kind.ITEM, "", (lines[0], *head), parts, tuple(lines[printed:]))
