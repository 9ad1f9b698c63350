"""What a field declares besides its type: how it is verified, where it is read from, how it is scored.

Prompt, JSON Schema, verification, scoring and review labels all derive from this one declaration.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel, Field


class Check(StrEnum):
    """How a value is verified against its words."""

    VERBATIM = "verbatim"
    ENUM = "enum"
    NUMBER = "number"
    DATE = "date"
    IDENTIFIER = "identifier"
    BOOLEAN = "boolean"
    NORM = "norm"
    """A name from a closed table for words that stand in another field."""
    DERIVED = "derived"
    STRUCTURAL = "structural"
    """Carries no words: keys, links, operators."""
    PARTS = "parts"
    """An object or a list of objects: its parts are verified, not itself."""


class Tier(StrEnum):
    """Where a value is read from."""

    STRUCTURE = "structure"
    """Printed by the page's own fields, tables and sections."""
    COMPUTED = "computed"
    """Normalised from text by a table or a grammar."""
    PROSE = "prose"
    """Said only in narrative."""


class Scoring(StrEnum):
    """Which comparator decides whether two values are the same."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    ENUM = "enum"
    NUMBER = "number"
    BOOLEAN = "boolean"
    IDENTIFIER = "identifier"
    DATE = "date"
    """A whole PartialDate is one value."""
    AGE = "age"
    """A whole Age is one value."""
    DURATION = "duration"
    """A whole Duration or TimePoint is one value."""
    LINK = "link"
    """A key of an arm or intervention, compared through the pairing of those."""
    PARTS = "parts"
    """Scored through its parts."""
    NONE = "none"


ATOMS = frozenset({Scoring.DATE, Scoring.AGE, Scoring.DURATION})
"""Objects scored as one value."""

_SCORING_OF_CHECK = {
    Check.VERBATIM: Scoring.TEXT,
    Check.ENUM: Scoring.ENUM,
    Check.NUMBER: Scoring.NUMBER,
    Check.DATE: Scoring.TEXT,
    Check.IDENTIFIER: Scoring.IDENTIFIER,
    Check.BOOLEAN: Scoring.BOOLEAN,
    Check.NORM: Scoring.ENUM,
    Check.DERIVED: Scoring.ENUM,
    Check.STRUCTURAL: Scoring.NONE,
    Check.PARTS: Scoring.PARTS,
}


@dataclass(frozen=True, slots=True)
class Declared:
    """The declaration of one field.

    `tier` and `group` are None where the enclosing field decides. `words` names the sibling field
    whose words stand for this one when it has none of its own; a field that names itself needs its own,
    whatever words its object has. `block` is true for text of many lines,
    which is named by its lines where it is asked for. `home` are the sections its words stand in where the
    page has one of them, by the names of the headings table ("" is the head of the page); `usual_home` are
    sections it mostly stands in, besides prose. `labels` are what a page prints before it on its line.
    """

    description: str
    check: Check
    tier: Tier | None
    scoring: Scoring
    group: str | None
    words: str | None
    block: bool
    home: tuple[str, ...]
    usual_home: tuple[str, ...]
    labels: tuple[str, ...]


def declare(
    description: str,
    check: Check = Check.PARTS,
    *,
    tier: Tier | None = None,
    scoring: Scoring | None = None,
    group: str | None = None,
    words: str | None = None,
    block: bool = False,
    home: tuple[str, ...] = (),
    usual_home: tuple[str, ...] = (),
    labels: tuple[str, ...] = (),
) -> Any:
    """Declare a field, inside `Annotated`. `scoring` follows from `check` when left out; see `Declared`."""
    extra: dict[str, Any] = {
        "x-check": check.value,
        "x-tier": tier.value if tier else None,
        "x-scoring": (scoring or _SCORING_OF_CHECK[check]).value,
        "x-group": group,
        "x-words": words,
        "x-block": block or None,
        "x-home": [*home] or None,
        "x-usual-home": [*usual_home] or None,
        "x-labels": [*labels] or None,
    }
    return Field(
        description=description,
        json_schema_extra={k: v for k, v in extra.items() if v is not None},
    )


@cache
def declarations(model: type[BaseModel]) -> dict[str, Declared]:
    """The declarations of a model's fields, by name; a field without one is a programming error."""
    return {name: _read(model, name) for name in model.model_fields}


def _read(model: type[BaseModel], name: str) -> Declared:
    info = model.model_fields[name]
    extra = info.json_schema_extra
    if not isinstance(extra, dict) or "x-check" not in extra or not info.description:
        raise TypeError(f"{model.__name__}.{name} is not declared: use declare(...)")
    tier = extra.get("x-tier")
    group, words = extra.get("x-group"), extra.get("x-words")
    return Declared(
        description=info.description,
        check=Check(str(extra["x-check"])),
        tier=Tier(str(tier)) if tier else None,
        scoring=Scoring(str(extra["x-scoring"])),
        group=str(group) if group else None,
        words=str(words) if words else None,
        block=bool(extra.get("x-block")),
        home=_names(extra, "x-home"),
        usual_home=_names(extra, "x-usual-home"),
        labels=_names(extra, "x-labels"),
    )


def _names(extra: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(str(name) for name in extra.get(key, ()))
