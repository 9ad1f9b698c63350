"""What a conversion gives: the text, who made it, and where each field of a record stands in it."""

from dataclasses import dataclass, field

Node = str | list["Node"] | dict[str, "Node"]
"""A record as its file nests it: words, lists and objects."""


@dataclass(frozen=True, slots=True)
class Field:
    """The words of one field of a record, in code points of the text made from it.

    `path` is how the file nests the field: keys and list positions. `label` is where the words stand that the
    text puts above or before it.
    """

    path: tuple[str | int, ...]
    start: int
    end: int
    label: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Converted:
    """The text of a file; `converter` names what made it, with its version. Only records have fields."""

    text: str = field(repr=False)
    converter: str
    fields: tuple[Field, ...] = field(default=(), repr=False)
