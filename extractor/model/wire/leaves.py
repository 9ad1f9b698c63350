"""The plain values of a form: text, true or false, one of a list, numbers and dates."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, Protocol

from pydantic import TypeAdapter, ValidationError

from extractor.model.wire.reading import Reading
from extractor.records.base import json_number

Schema = dict[str, Any]
_LONGEST_KEPT: Final = 24


class Shape(Protocol):
    """What may stand in one place of an answer; null is the business of the place, not of the shape."""

    @property
    def kind(self) -> str:
        """What the guide calls it."""
        ...

    def schema(self, definitions: Schema, /) -> Schema:
        """Its JSON Schema; shared parts go to `definitions`."""
        ...

    def read(self, value: Any, at: str, reading: Reading, /) -> Any:
        """The value in the record's JSON form. Faults go to `reading`."""
        ...


class Leaf(Shape, Protocol):
    """A shape without parts."""

    @property
    def name(self) -> str:
        """Names its kind among the definitions of a schema."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """Printed words, or a name."""

    kind: str
    name: str = "Text"

    def schema(self, _definitions: Schema) -> Schema:  # noqa: D102 - see Shape
        return {"type": "string"}

    def read(self, value: Any, at: str, reading: Reading) -> Any:  # noqa: D102
        if type(value) is str and value and not value.isspace():
            return value
        what = "an empty text: write null where nothing is printed" if isinstance(value, str) else "no text"
        reading.fault(at, what)
        return None


WORDS: Final = Text("text")


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    kind: str = "true or false"
    name: str = "Boolean"

    def schema(self, _definitions: Schema) -> Schema:  # noqa: D102
        return {"type": "boolean"}

    def read(self, value: Any, at: str, reading: Reading) -> Any:  # noqa: D102
        if value is True or value is False:
            return value
        reading.fault(at, "neither true nor false")
        return None


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of an enumeration."""

    name: str
    values: Sequence[str]
    kind: str = "one of a list"
    _known: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", frozenset(self.values))

    @classmethod
    def of(cls, enum: type[StrEnum]) -> "Choice":
        """The choice between the members of an enumeration."""
        return cls(enum.__name__, tuple(member.value for member in enum))

    def schema(self, definitions: Schema) -> Schema:  # noqa: D102
        definitions.setdefault(self.name, {"type": "string", "enum": list(self.values)})
        return {"$ref": f"#/$defs/{self.name}"}

    def read(self, value: Any, at: str, reading: Reading) -> Any:  # noqa: D102
        if isinstance(value, str) and value in self._known:
            return value
        reading.fault(at, "not one of the listed values")
        return None


@dataclass(frozen=True, slots=True)
class Checked:
    """A number or a date, checked by the record's own type."""

    name: str
    kind: str
    json_type: str
    adapter: TypeAdapter[Any]

    def schema(self, _definitions: Schema) -> Schema:  # noqa: D102
        return {"type": self.json_type}

    def read(self, value: Any, at: str, reading: Reading) -> Any:  # noqa: D102
        if self.json_type == "integer" and type(value) is Decimal and value == value.to_integral_value():
            value = int(value)
        try:
            return _kept(self.adapter, value) if _is_short(value) else _checked(self.adapter, value)
        except ValidationError as error:
            said = error.errors(include_input=False, include_url=False, include_context=False)[0]["msg"]
            reading.fault(at, said.removeprefix("Value error, "))
            return None


def _is_short(value: Any) -> bool:
    """Whether a value may be kept: numbers and dates come again on other pages."""
    kind = type(value)
    return kind is int or kind is Decimal or (kind is str and len(value) <= _LONGEST_KEPT)


def _checked(adapter: TypeAdapter[Any], value: Any) -> Any:
    """A value as the record's JSON has it. Raises ValidationError."""
    made = adapter.validate_python(value, strict=True)
    return json_number(made) if isinstance(made, Decimal) else made


_kept = lru_cache(maxsize=4096, typed=True)(_checked)
