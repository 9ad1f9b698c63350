"""The shapes with parts: objects, lists, a value with its words."""

from dataclasses import dataclass, field
from typing import Any

from extractor.model.wire.columns import Column, Fill, Group
from extractor.model.wire.leaves import WORDS, Leaf, Schema, Shape
from extractor.model.wire.reading import Reading


def object_below(shape: Shape) -> "WireObject | None":
    """The object that a shape is, or holds in its list."""
    inner = shape.item if isinstance(shape, Many) else shape
    return inner if isinstance(inner, WireObject) else None


@dataclass(frozen=True)
class WireObject:
    """One object of the form: what the guide says of it, and how it is read.

    With `quoted` its first column, `words`, holds the words offered for the object.
    """

    title: str
    doc: str
    parts: tuple[Column | Group, ...] = field(repr=False)
    fill: Fill | None = None
    quoted: bool = False
    columns: tuple[Column, ...] = field(init=False, repr=False)
    names: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        columns = tuple(column for part in self.parts for column in part.columns)
        names = frozenset(column.name for column in columns)
        if len(names) < len(columns):
            raise TypeError(f"two columns of {self.title} have one name")
        object.__setattr__(self, "columns", columns)
        object.__setattr__(self, "names", names)

    @property
    def kind(self) -> str:
        """What the guide calls it."""
        return f"see {self.title}"

    def schema(self, definitions: Schema) -> Schema:
        """A reference to its definition."""
        if self.title not in definitions:
            definitions[self.title] = {}
            definitions[self.title] = self.whole_schema(definitions)
        return {"$ref": f"#/$defs/{self.title}"}

    def whole_schema(self, definitions: Schema) -> Schema:
        """The definition itself."""
        return {
            "type": "object",
            "properties": {column.name: column.schema(definitions) for column in self.columns},
            "required": [column.name for column in self.columns],
            "additionalProperties": False,
        }

    def is_row(self, value: Any, at: str, reading: Reading) -> bool:
        """Whether a value is an object with exactly the keys asked for."""
        if not isinstance(value, dict):
            reading.fault(at, "no object")
            return False
        if value.keys() != self.names:
            missing = [column.name for column in self.columns if column.name not in value]
            if missing:
                reading.fault(at, f"keys are missing: {', '.join(missing)}")
            if unknown := len(value.keys() - self.names):
                reading.fault(at, f"{unknown} keys that are not asked for")
        return True

    def read(self, value: Any, at: str, reading: Reading) -> Any:
        """The object in the record's JSON form, filled."""
        if not self.is_row(value, at, reading):
            return None
        made: dict[str, Any] = {}
        for part in self.parts:
            part.put(value, made, at, reading)
        if self.quoted and (words := made.pop("words")):
            reading.quote(at, words)
        if self.fill and not reading.faults:
            self.fill(made)
        return made


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    item: Shape

    @property
    def kind(self) -> str:
        """What the guide calls it."""
        return f"list of {self.item.kind}"

    def schema(self, definitions: Schema) -> Schema:
        """An array of its items."""
        return {"type": "array", "items": self.item.schema(definitions)}

    def read(self, value: Any, at: str, reading: Reading) -> Any:
        """The items in the record's JSON form."""
        if not isinstance(value, list):
            reading.fault(at, "no list")
            return []
        return [self.item.read(item, f"{at}/{position}", reading) for position, item in enumerate(value)]


class Said:
    """A value with the words that say it, the words first."""

    def __init__(self, leaf: Leaf) -> None:
        words = Column("words", WORDS, "The page's words that say it, verbatim.")
        value = Column("value", leaf, "What they say.")
        self.pair = WireObject(f"Said{leaf.name}", "", (words, value))
        self.kind = f"words and value, {leaf.kind}"

    def schema(self, definitions: Schema) -> Schema:
        """A reference to the pair's definition."""
        return self.pair.schema(definitions)

    def read(self, value: Any, at: str, reading: Reading) -> Any:
        """The value; its words are quoted at its place."""
        made = self.pair.read(value, at, reading)
        if made is None or made["words"] is None:
            return None
        reading.quote(at, made["words"])
        return made["value"]
