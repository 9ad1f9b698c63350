"""A trap: one thing in a schema or a model that a provider refuses or a reader stumbles over."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractor.model.lint.limits import Limits
from extractor.model.lint.nodes import Schema

Found = Iterator[tuple[str, str]]
"""Place and message of each trap a rule finds."""


@dataclass(frozen=True, slots=True)
class Trap:
    """What is wrong, where, and what to do. `place` is a JSON Pointer into the schema, or `Class.field`."""

    rule: str
    place: str
    message: str
    advice: str

    def __str__(self) -> str:
        return f"{self.place or '/'}: {self.rule}: {self.message}. {self.advice}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check of a schema. `advice` says what to do about what it finds."""

    name: str
    advice: str
    check: Callable[[Schema, Limits], Found]

    def traps(self, schema: Schema, limits: Limits) -> Iterator[Trap]:
        """All traps of this kind."""
        for place, message in self.check(schema, limits):
            yield Trap(self.name, place, message, self.advice)
