"""How deep an answer nests, and where a schema comes back to itself: one walk along parts and references."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.model.lint.nodes import Node, Schema


@dataclass
class Nesting:
    """How a schema nests.

    `depth` is the largest number of objects and lists inside one another; `loops` are the places of
    references that lead back to a schema they stand in.
    """

    depth: int = 0
    loops: list[str] = field(default_factory=list)


def nesting_of(schema: Schema) -> Nesting:
    """Measure a schema; a loop counts once."""
    found = Nesting()
    depths: dict[str, int] = {}
    open_places: set[str] = set()
    path = [(schema.root, _steps(schema, schema.root))]
    open_places.add("")
    while path:
        node, steps = path[-1]
        step = next(steps, None)
        if step is None:
            path.pop()
            open_places.discard(node.place)
            below = [depths.get(one.place, 0) for one in _steps(schema, node)]
            depths[node.place] = max(below, default=0) + node.is_container
        elif step.place in open_places:
            found.loops.append(node.place)
        elif step.place not in depths:
            open_places.add(step.place)
            path.append((step, _steps(schema, step)))
    found.depth = depths[""]
    return found


def _steps(schema: Schema, node: Node) -> Iterator[Node]:
    """The schemas of values inside a value of this one, and what stands here by reference."""
    yield from node.parts(apart=False)
    if target := schema.target(node):
        yield target
