"""The columns of an object of the form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from extractor.model.wire.leaves import Schema, Shape
from extractor.model.wire.reading import Reading

Fill = Callable[[dict[str, Any]], None]
NULL: Final[Schema] = {"type": "null"}


@dataclass(frozen=True, slots=True)
class Column:
    """One key of an object of the form, as the guide tells it; `field` is its name in the record.

    `kind` says what stands there, `role` where a plain value comes from.
    `needed` marks a column that may be null only with all others of its group.
    """

    name: str
    shape: Shape
    description: str
    values_remark: str = ""
    nullable: bool = False
    field: str = ""
    needed: bool = False
    role: str = ""

    @property
    def columns(self) -> "tuple[Column, ...]":
        """Itself: a group has several."""
        return (self,)

    @property
    def kind(self) -> str:
        """What stands there, in the words of the guide."""
        return f"{self.role}, {self.shape.kind}" if self.role else self.shape.kind

    def schema(self, definitions: Schema) -> Schema:
        """Its JSON Schema."""
        made = self.shape.schema(definitions)
        return {"anyOf": [made, NULL]} if self.nullable else made

    def take(self, row: dict[str, Any], at: str, reading: Reading) -> Any:
        """Its value in a row that stands at a place."""
        value = row.get(self.name)
        if value is not None:
            return self.shape.read(value, f"{at}/{self.name}", reading)
        if not self.nullable and self.name in row:
            reading.fault(f"{at}/{self.name}", "null where a value is needed")
        return None

    def put(self, row: dict[str, Any], made: dict[str, Any], at: str, reading: Reading) -> None:
        """Write its value into what is made of the row."""
        # As `take`, without its call: a page has hundreds of columns, most of them null.
        value = row.get(self.name)
        if value is not None:
            value = self.shape.read(value, f"{at}/{self.name}", reading)
        elif not self.nullable and self.name in row:
            self.take(row, at, reading)
        made[self.field or self.name] = value


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that are one object of the record: null if all of them are."""

    field: str
    columns: tuple[Column, ...]
    fill: Fill | None = None

    def put(self, row: dict[str, Any], made: dict[str, Any], at: str, reading: Reading) -> None:
        """Write the object into what is made of the row."""
        inner = {column.field: column.take(row, at, reading) for column in self.columns}
        if all(row.get(column.name) is None for column in self.columns):
            made[self.field] = None
            return
        for column in self.columns:
            if column.needed and row.get(column.name) is None:
                reading.fault(f"{at}/{column.name}", "null where the columns beside it have values")
        if self.fill and not reading.faults:
            self.fill(inner)
        made[self.field] = inner
